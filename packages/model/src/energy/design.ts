import type { EntryOf, ValuesOf } from '../plan/attribute.ts';
import type { baseCollections } from '../plan/base.ts';
import { stefanBoltzmann_Wperm2perK4 } from '../sky/constants.ts';
import { arrayPower_W, left } from './array.ts';
import { viewEdgeOn } from './radiator.ts';
import type { energySchema } from './schema.ts';

export type Satellite = EntryOf<
  typeof energySchema.collections.satellites & typeof baseCollections.satellites
>;
export type Site = EntryOf<typeof energySchema.collections.sites & typeof baseCollections.sites>;
export type EnergySection = ValuesOf<typeof energySchema.section>;

/** All that the answers of the orbit model depend on beside Sun and age: numbers only. */
export type OrbitDesign = Omit<Satellite, 'name' | 'mass_kg' | 'life_s'> &
  Omit<EnergySection, 'inclinationTolerance_rad'> & { readonly radius_m: number };

/** A design at one age under one flux: the coefficients of a row of the fleet kernel. */
export interface Coefficients {
  readonly array_W: number;
  readonly usable_J: number;
  readonly capacity_J: number;
  readonly emission_WperK4: number;
  readonly infrared_W: number;
  readonly sunHeat_W: number;
  readonly albedo_W: number;
  readonly rise_KperW: number;
}

/**
 * The radiator is edge-on to the Earth, both faces alike, and edge-on to the Sun but for `radiatorSunAngle`.
 * Albedo takes the Earth below as lit by the cosine of the Sun's zenith angle.
 */
export function coefficientsOf(design: OrbitDesign, age_s: number, flux_Wperm2: number): Coefficients {
  const view = viewEdgeOn(design.radius_m);
  const area_m2 = design.radiatorArea_m2 * left(design.radiatorLoss_perS, age_s);
  const absorptivity = Math.min(1, design.radiatorAbsorptivity + design.radiatorDarkening_perS * age_s);
  const capacity_J = design.batteryCapacity_J * left(design.batteryAgeing_perS, age_s);
  return {
    array_W: arrayPower_W(design, flux_Wperm2, left(design.arrayAgeing_perS, age_s)),
    capacity_J,
    usable_J: capacity_J * design.batteryDepthLimit,
    emission_WperK4:
      2 * area_m2 * design.radiatorEmissivity * design.radiatorFinEfficiency * stefanBoltzmann_Wperm2perK4,
    infrared_W: 2 * area_m2 * view * design.radiatorEmissivity * design.earthInfrared_Wperm2,
    sunHeat_W: area_m2 * absorptivity * Math.sin(design.radiatorSunAngle_rad) * flux_Wperm2,
    albedo_W: 2 * area_m2 * view * absorptivity * design.albedo * flux_Wperm2,
    rise_KperW: junctionRise_K(design) / design.powerToCompute_W,
  };
}

/** Junction above the radiator's root at full load. */
export function junctionRise_K(
  design: Pick<OrbitDesign, 'coolantRise_K' | 'packagePower_W' | 'coldPlateResistance_KperW'>,
): number {
  return design.coolantRise_K + design.packagePower_W * design.coldPlateResistance_KperW;
}
