import type { EntryOf, ValuesOf } from '../plan/attribute.ts';
import type { baseCollections } from '../plan/base.ts';
import { stefanBoltzmann_Wperm2perK4 } from '../sky/constants.ts';
import { arrayPower_W, left } from './array.ts';
import { capacityLeft } from './battery.ts';
import { doseRate_GyperS, keptAfterDose, thinShield_m } from './dose.ts';
import { finEfficiency } from './fin.ts';
import { flow_kgperS, type LoopDesign, outletAboveMean_K, pumpPower_W } from './loop.ts';
import { panelLoss_perS } from './meteoroids.ts';
import { viewDown, viewEdgeOn } from './radiator.ts';
import type { energySchema } from './schema.ts';

export type Satellite = EntryOf<
  typeof energySchema.collections.satellites & typeof baseCollections.satellites
>;
export type Site = EntryOf<typeof energySchema.collections.sites & typeof baseCollections.sites>;
export type EnergySection = ValuesOf<typeof energySchema.section>;

/** Where a design flies: what it needs to know of its orbit beside the Sun. */
export interface Station {
  readonly radius_m: number;
  readonly inclination_rad: number;
}

/** Codes of `eclipsePolicy` where only numbers may pass. */
export const eclipsePolicies = ['throttle', 'ride-through', 'hibernate'] as const;

/** All that the answers of the orbit model depend on beside Sun and age: numbers only. */
export type OrbitDesign = ReturnType<typeof designOf>;

/**
 * Puts a design into its orbit. `cycling_perS` is the rate at which eclipses wear its battery (`battery-cycles.ts`).
 */
export function designOf(
  satellite: Satellite,
  section: EnergySection,
  station: Station,
  cycling_perS: number,
) {
  const loop = loopOf(satellite);
  return {
    radius_m: station.radius_m,
    powerToCompute_W: satellite.powerToCompute_W,
    arrayArea_m2: satellite.arrayArea_m2,
    cellEfficiency: satellite.cellEfficiency,
    cellReference_K: satellite.cellReference_K,
    cellTemperatureLoss_perK: satellite.cellTemperatureLoss_perK,
    packing: satellite.packing,
    arrayPointing: satellite.arrayPointing,
    stringEfficiency: satellite.stringEfficiency,
    arrayAbsorptivity: satellite.arrayAbsorptivity,
    arrayEmissivity: satellite.arrayEmissivity,
    arrayBackEmissivity: satellite.arrayBackEmissivity,
    arrayHeat_JperKperm2: satellite.arrayHeat_JperKperm2,
    arrayAgeing_perS: satellite.arrayAgeing_perS,
    arrayDoseLoss: satellite.arrayDoseLoss,
    arrayDoseScale_Gy: satellite.arrayDoseScale_Gy,
    arrayDose_GyperS: doseRate_GyperS(section, station.radius_m, station.inclination_rad, thinShield_m),
    chipDose_GyperS: doseRate_GyperS(
      section,
      station.radius_m,
      station.inclination_rad,
      satellite.shielding_m,
    ),
    distributionEfficiency: satellite.distributionEfficiency,
    batteryCapacity_J: satellite.batteryCapacity_J,
    batteryDepthLimit: satellite.batteryDepthLimit,
    batteryRoundTrip: satellite.batteryRoundTrip,
    batteryAgeing_perS: satellite.batteryAgeing_perS,
    batteryCycling_perS: cycling_perS,
    batteryChargeRate_perS: satellite.batteryChargeRate_perS,
    batteryDischargeRate_perS: satellite.batteryDischargeRate_perS,
    eclipsePolicy: eclipsePolicies.indexOf(satellite.eclipsePolicy),
    /** The pump's included. */
    housekeeping_W: satellite.housekeeping_W + pumpPower_W(loop),
    coolantFilm_K: satellite.coolantFilm_K,
    coolantOutlet_K: outletAboveMean_K(loop),
    coolantFlow_kgperS: flow_kgperS(loop),
    coolantHeatCapacity_JperK:
      satellite.coolantMass_kgperW * satellite.powerToCompute_W * satellite.coolantHeat_JperkgperK,
    heatCapacity_JperK: satellite.heatCapacity_JperK,
    radiatorArea_m2: satellite.radiatorArea_m2,
    radiatorEmissivity: satellite.radiatorEmissivity,
    radiatorAbsorptivity: satellite.radiatorAbsorptivity,
    radiatorDarkening_perS: satellite.radiatorDarkening_perS,
    radiatorSunAngle_rad: satellite.radiatorSunAngle_rad,
    radiatorNadir: satellite.radiatorAttitude === 'nadir' ? 1 : 0,
    radiatorLoss_perS: panelLoss_perS({ ...satellite, ...section, radius_m: station.radius_m }),
    finHalfWidth_m: satellite.finHalfWidth_m,
    finThickness_m: satellite.finThickness_m,
    finConductivity_WpermperK: satellite.finConductivity_WpermperK,
    earthInfrared_Wperm2: section.earthInfrared_Wperm2,
    albedo: section.albedo,
    junctionLimit_K: section.junctionLimit_K,
    packagePower_W: section.packagePower_W,
    coldPlateResistance_KperW: section.coldPlateResistance_KperW,
  };
}

export function loopOf(satellite: Satellite): LoopDesign {
  return { ...satellite, twoPhase: satellite.coolantLoop === 'two-phase' ? 1 : 0 };
}

/** A design at one age under one flux: what a row of the fleet kernel is made of. */
export interface Coefficients {
  /** Array at its terminals in full sun with its cells at their reference temperature. */
  readonly array_W: number;
  readonly usable_J: number;
  readonly capacity_J: number;
  readonly chargeMost_W: number;
  readonly dischargeMost_W: number;
  readonly emission_WperK4: number;
  readonly infrared_W: number;
  readonly sunHeat_W: number;
  readonly albedo_W: number;
  /** Junction above mean coolant, and mean coolant above the radiator's root, per watt of chips. */
  readonly junctionRise_KperW: number;
  readonly filmRise_KperW: number;
  /** Infrared of the Earth that both faces of the array absorb. */
  readonly arrayInfrared_W: number;
}

/**
 * Coefficients of a design at an age, under a flux, with its plane at `beta_rad` to the Sun. Albedo takes the Earth
 * below as lit by the cosine of the Sun's zenith angle.
 */
export function coefficientsOf(
  design: OrbitDesign,
  age_s: number,
  flux_Wperm2: number,
  beta_rad: number,
): Coefficients {
  const area_m2 = design.radiatorArea_m2 * left(design.radiatorLoss_perS, age_s);
  const absorptivity = Math.min(1, design.radiatorAbsorptivity + design.radiatorDarkening_perS * age_s);
  const capacity_J =
    design.batteryCapacity_J * capacityLeft(design.batteryAgeing_perS, design.batteryCycling_perS, age_s);
  const dose = keptAfterDose(design.arrayDose_GyperS * age_s, design.arrayDoseLoss, design.arrayDoseScale_Gy);
  // Of both faces together, per planform.
  const view = design.radiatorNadir ? viewDown(design.radius_m) : 2 * viewEdgeOn(design.radius_m);
  const infrared_W = area_m2 * view * design.radiatorEmissivity * design.earthInfrared_Wperm2;
  const emitting_WperK4 = 2 * area_m2 * design.radiatorEmissivity * stefanBoltzmann_Wperm2perK4;
  return {
    array_W: arrayPower_W(design, flux_Wperm2, left(design.arrayAgeing_perS, age_s) * dose),
    capacity_J,
    usable_J: capacity_J * design.batteryDepthLimit,
    chargeMost_W: capacity_J * design.batteryChargeRate_perS,
    dischargeMost_W: capacity_J * design.batteryDischargeRate_perS,
    emission_WperK4: emitting_WperK4 * finAtFullLoad(design, emitting_WperK4, infrared_W),
    infrared_W,
    sunHeat_W: area_m2 * absorptivity * sunOnRadiator(design, beta_rad) * flux_Wperm2,
    albedo_W: area_m2 * view * absorptivity * design.albedo * flux_Wperm2,
    junctionRise_KperW: junctionAboveCoolant_K(design) / design.powerToCompute_W,
    filmRise_KperW: design.coolantFilm_K / design.powerToCompute_W,
    arrayInfrared_W:
      design.arrayArea_m2 *
      viewEdgeOn(design.radius_m) *
      (design.arrayEmissivity + design.arrayBackEmissivity) *
      design.earthInfrared_Wperm2,
  };
}

/** Junction of the last chip of the loop above the mean coolant at full load. */
export function junctionAboveCoolant_K(
  design: Pick<OrbitDesign, 'coolantOutlet_K' | 'packagePower_W' | 'coldPlateResistance_KperW'>,
): number {
  return design.coolantOutlet_K + design.packagePower_W * design.coldPlateResistance_KperW;
}

/** Sunlight on both faces over the flux, mean while sunlit: edge-on an error, looking down the zenith's cosine. */
function sunOnRadiator(design: OrbitDesign, beta_rad: number): number {
  const edge = Math.sin(design.radiatorSunAngle_rad);
  return design.radiatorNadir ? Math.max(edge, (2 / Math.PI) * Math.cos(beta_rad)) : edge;
}

/** Rounds until fin and temperature agree. */
const rounds = 6;

/** Fin efficiency at the temperature at which full load leaves the radiator. */
function finAtFullLoad(design: OrbitDesign, emitting_WperK4: number, infrared_W: number): number {
  const heat_W =
    (design.housekeeping_W + design.powerToCompute_W) / design.distributionEfficiency + infrared_W;
  let efficiency = 1;
  for (let round = 0; round < rounds && emitting_WperK4 > 0; round++) {
    const root_K = (heat_W / (emitting_WperK4 * efficiency)) ** 0.25;
    efficiency = finEfficiency(design, design.radiatorEmissivity, root_K);
  }
  return efficiency;
}
