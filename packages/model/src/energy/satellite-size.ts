import { findRoot } from '@kardashev/kernels/numeric/root.ts';
import type { Kernels } from '../flows/table.ts';
import { failure, type Outcome, success } from '../outcome/outcome.ts';
import { period_s } from '../sky/orbit.ts';
import { capacityLeft } from './battery.ts';
import type { EnergySection, OrbitDesign, Satellite } from './design.ts';
import { massOf } from './mass.ts';
import { inEclipse, needed_W } from './satellite-check.ts';
import {
  designFor,
  type Flight,
  type SatelliteDay,
  type SkyDay,
  satelliteYear,
  skyDays,
  stepDays,
} from './satellite-year.ts';

/** Rounds in which array, battery and radiator settle; each depends weakly on the others. */
const rounds = 4;
/** Largest radiator that is tried, m² of planform a kilowatt to chips: at it even the Earth's warmth is in reach. */
const largest_m2perW = 0.05;
/** Days whose heat is looked at while the radiator is sought; all are looked at in the end. */
const hottestDays = 4;

/**
 * Sizes array, battery and radiator so that full load holds on every day of the flight's year at the age given, and
 * sets the mass to the sum of the parts. Everything else of the design stays. Heat capacity goes with the radiator.
 * Fault: `energy/radiator-too-small` where no radiator keeps the junctions below their limit.
 */
export function sizeSatellite(
  satellite: Satellite,
  section: EnergySection,
  flight: Flight,
  age_s: number,
  kernels: Kernels,
): Outcome<Satellite> {
  const sky = skyDays(flight);
  let sized = satellite;
  for (let round = 0; round < rounds; round++) {
    sized = withBattery(sized, section, flight, sky, age_s);
    sized = withArray(sized, section, flight, age_s, kernels);
    const cooled = withRadiator(sized, section, flight, age_s, kernels);
    if (!cooled.ok) return cooled;
    sized = cooled.value;
  }
  sized = withMargin(sized, section, flight, age_s, kernels);
  const cooled = withRadiator(sized, section, flight, age_s, kernels);
  return cooled.ok ? success({ ...cooled.value, mass_kg: massOf(cooled.value).total }) : cooled;
}

/** What steps and rates of charge leave short of the balance, a per cent or two, goes on array and battery. */
function withMargin(
  satellite: Satellite,
  section: EnergySection,
  flight: Flight,
  age_s: number,
  kernels: Kernels,
): Satellite {
  let sized = satellite;
  for (let round = 0; round < 2 * rounds; round++) {
    const year = satelliteYear(sized, section, flight, age_s, kernels);
    const hibernates = satellite.eclipsePolicy === 'hibernate';
    const short = year.days.reduce((most, day) => {
      const rest = hibernates ? day.eclipse_s / year.period_s : 0;
      return Math.max(most, day.free.heldByPower - rest);
    }, 0);
    if (short < 1e-4) break;
    sized = {
      ...sized,
      arrayArea_m2: sized.arrayArea_m2 * (1 + short),
      batteryCapacity_J: sized.batteryCapacity_J * (1 + short),
    };
  }
  return sized;
}

/** Capacity that carries the longest eclipse at that age, by charge and by rate. */
function withBattery(
  satellite: Satellite,
  section: EnergySection,
  flight: Flight,
  sky: readonly SkyDay[],
  age_s: number,
): Satellite {
  const longest_s = sky.reduce((most, day) => Math.max(most, day.eclipse_s), 0);
  let sized = satellite;
  if (longest_s === 0) return { ...satellite, batteryCapacity_J: 0 };
  for (let round = 0; round < 4 * rounds; round++) {
    const design: OrbitDesign = designFor(sized, section, flight);
    const kept = capacityLeft(design.batteryAgeing_perS, design.batteryCycling_perS, age_s);
    const draw_W = inEclipse(design);
    const byCharge_J = (draw_W * longest_s) / satellite.batteryDepthLimit;
    const byRate_J = Math.max(
      draw_W / satellite.batteryDischargeRate_perS,
      chargingRate(draw_W, longest_s, design) / satellite.batteryChargeRate_perS,
    );
    sized = { ...sized, batteryCapacity_J: Math.max(byCharge_J, byRate_J) / kept };
  }
  return sized;
}

/** Power at which the longest eclipse is made up for in the rest of the revolution. */
function chargingRate(draw_W: number, eclipse_s: number, design: OrbitDesign): number {
  const sun_s = period_s(design.radius_m) - eclipse_s;
  return (draw_W * eclipse_s) / design.batteryRoundTrip / sun_s;
}

/** Area that makes what full load takes on the poorest day. Output goes straight with area. */
function withArray(
  satellite: Satellite,
  section: EnergySection,
  flight: Flight,
  age_s: number,
  kernels: Kernels,
): Satellite {
  const from = satellite.arrayArea_m2 > 0 ? satellite : { ...satellite, arrayArea_m2: 1 };
  const year = satelliteYear(from, section, flight, age_s, kernels);
  const short = year.days.reduce(
    (most, day) => Math.max(most, needed_W(year, day, age_s) / day.held.array_W),
    0,
  );
  return { ...from, arrayArea_m2: from.arrayArea_m2 * short };
}

function withRadiator(
  satellite: Satellite,
  section: EnergySection,
  flight: Flight,
  age_s: number,
  kernels: Kernels,
): Outcome<Satellite> {
  const perArea = satellite.heatCapacity_JperK / Math.max(satellite.radiatorArea_m2, 1e-9);
  const of = (area_m2: number): Satellite => ({
    ...satellite,
    radiatorArea_m2: area_m2,
    heatCapacity_JperK: perArea * area_m2,
  });
  const year = satelliteYear(satellite, section, flight, age_s, kernels);
  const hottest = [...year.days].sort(byHeat).slice(0, hottestDays);
  const over_K = (area_m2: number): number => {
    const days = stepDays(designFor(of(area_m2), section, flight), hottest, age_s, kernels);
    return days.reduce((most, day) => Math.max(most, day.free.junction_K), 0) - section.junctionLimit_K;
  };
  const most_m2 = satellite.powerToCompute_W * largest_m2perW;
  if (over_K(most_m2) > 0) {
    return failure({
      code: 'energy/radiator-too-small',
      message: `No radiator of ${satellite.name} can reject the heat at any allowed temperature on day ${hottest[0]!.dayOfYear}.`,
      at: { path: `satellites.${satellite.name}.radiatorArea` },
      cause: `Even ${most_m2.toFixed(0)} m² of planform leave the junctions ${over_K(most_m2).toFixed(0)} K above ${(section.junctionLimit_K - 273.15).toFixed(0)} °C.`,
      fix: 'Raise energy.junctionLimit, or lower energy.coldPlateResistance, coolantRise or coolantFilm.',
    });
  }
  return success(of(findRoot(over_K, most_m2 / 1000, most_m2, most_m2 * 1e-5)));
}

const byHeat = (left: SatelliteDay, right: SatelliteDay) => right.free.junction_K - left.free.junction_K;
