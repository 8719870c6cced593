import type { FleetRows, FleetState, rowColumns } from '@kardashev/kernels/fleet/kernel.ts';
import { earthRadius_m, stefanBoltzmann_Wperm2perK4 } from '../sky/constants.ts';
import { eclipseShare } from '../sky/eclipse.ts';
import { period_s } from '../sky/orbit.ts';
import { arrayTemperature_K, temperatureFactor } from './cell.ts';
import { type Coefficients, coefficientsOf, eclipsePolicies, type OrbitDesign } from './design.ts';

/** Under which sky and at which age a design is stepped. */
export interface Moment {
  readonly beta_rad: number;
  readonly age_s: number;
  readonly flux_Wperm2: number;
  /** Infinity asks how hot the chips would get. */
  readonly junctionLimit_K: number;
}

type Row = { readonly [K in (typeof rowColumns)[number]]: number };

const rideThrough = eclipsePolicies.indexOf('ride-through');
const hibernate = eclipsePolicies.indexOf('hibernate');
/** A conductance that lets no difference arise. */
const ideal_WperK = 1e9;

/** A row of the fleet kernel: a design in a moment, with so many steps to a revolution. */
export function fleetRow(design: OrbitDesign, moment: Moment, stepsPerRevolution: number): Row {
  const { beta_rad, age_s, flux_Wperm2 } = moment;
  const { radius_m, powerToCompute_W } = design;
  const period = period_s(radius_m);
  const c = coefficientsOf(design, age_s, flux_Wperm2, beta_rad);
  const eclipse_s = eclipseShare(radius_m, beta_rad) * period;
  return {
    sunP: Math.cos(beta_rad),
    sunQ: 0,
    horizon: Math.sqrt(1 - (earthRadius_m / radius_m) ** 2),
    step_s: period / stepsPerRevolution,
    rate_radperS: (2 * Math.PI) / period,
    ...arrayColumns(design, c, flux_Wperm2),
    distribution: design.distributionEfficiency,
    roundTrip: design.batteryRoundTrip,
    usable_J: c.usable_J,
    charge_W: c.chargeMost_W,
    discharge_W: c.dischargeMost_W,
    reserve_W: reserve_W(design, c, eclipse_s, period),
    housekeeping_W: design.housekeeping_W,
    load_W: powerToCompute_W,
    dark_W: design.eclipsePolicy === hibernate ? 0 : powerToCompute_W,
    lasting_s: design.eclipsePolicy === rideThrough ? 0 : eclipse_s,
    idle_W: 0,
    work_FLOPperJ: 0,
    rise_KperW: c.junctionRise_KperW,
    junctionLimit_K: moment.junctionLimit_K,
    coolantCapacity_JperK: design.coolantHeatCapacity_JperK,
    conductance_WperK: c.filmRise_KperW > 0 ? 1 / c.filmRise_KperW : ideal_WperK,
    radiatorCapacity_JperK: design.heatCapacity_JperK,
    emission_WperK4: c.emission_WperK4,
    infrared_W: c.infrared_W,
    sunHeat_W: c.sunHeat_W,
    albedo_W: c.albedo_W,
    dose_GyperS: design.chipDose_GyperS,
  };
}

/** Warm cells, how much more cold ones give, and how fast they go from one to the other. */
function arrayColumns(design: OrbitDesign, c: Coefficients, flux_Wperm2: number) {
  const earth_Wperm2 = design.arrayArea_m2 > 0 ? c.arrayInfrared_W / design.arrayArea_m2 : 0;
  const emission = (design.arrayEmissivity + design.arrayBackEmissivity) * stefanBoltzmann_Wperm2perK4;
  const warm_K = arrayTemperature_K(design, flux_Wperm2, 1, earth_Wperm2);
  const cold_K = (earth_Wperm2 / emission) ** 0.25;
  const warm = temperatureFactor(design, warm_K);
  return {
    array_W: c.array_W * warm,
    coldGain: warm > 0 ? temperatureFactor(design, cold_K) / warm - 1 : 0,
    cellTime_s: design.arrayHeat_JperKperm2 / (4 * emission * warm_K ** 3),
  };
}

/** Charge that comes before chips: what housekeeping, or with ride-through all of the load, takes in eclipse. */
function reserve_W(design: OrbitDesign, c: Coefficients, eclipse_s: number, period: number): number {
  const sun_s = period - eclipse_s;
  const chips_W = design.eclipsePolicy === rideThrough ? design.powerToCompute_W : 0;
  const need_J = ((design.housekeeping_W + chips_W) / design.distributionEfficiency) * eclipse_s;
  return Math.min(need_J, c.usable_J) / (design.batteryRoundTrip * sun_s);
}

/** Puts row and state of a satellite that begins at noon with a full battery, about as warm as full load makes it. */
export function placeRow(rows: FleetRows, state: FleetState, index: number, row: Row): void {
  for (const name of Object.keys(row) as (keyof Row)[]) rows[name][index] = row[name];
  const heat_W = (row.housekeeping_W + row.load_W) / row.distribution + row.infrared_W;
  const radiator_K = (heat_W / row.emission_WperK4) ** 0.25;
  state.cosine[index] = 1;
  state.sine[index] = 0;
  state.warmth[index] = 1;
  state.load[index] = 1;
  state.stored_J[index] = row.usable_J;
  state.entry_J[index] = row.usable_J;
  state.radiator_K[index] = radiator_K;
  state.coolant_K[index] = radiator_K;
}
