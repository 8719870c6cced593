import type { Kernels } from '../flows/table.ts';
import { beta_rad } from '../sky/beta.ts';
import { earthRadius_m } from '../sky/constants.ts';
import { eclipseShare } from '../sky/eclipse.ts';
import { newYear_d } from '../sky/eclipse-days.ts';
import { circularOrbit, drift, period_s } from '../sky/orbit.ts';
import { solarFlux_Wperm2, sunAt } from '../sky/sun.ts';
import { secondsPerDay } from '../time/calendar.ts';
import { cyclingLoss_perS } from './battery-cycles.ts';
import { designOf, type EnergySection, type OrbitDesign, type Satellite } from './design.ts';
import type { Moment } from './fleet-row.ts';
import { type Revolution, revolutionOf, revolve } from './revolve.ts';

/** One circular orbit over one calendar year. */
export interface Flight {
  readonly altitude_m: number;
  readonly inclination_rad: number;
  /** Ascending node at the begin of the year, 00:00 UTC; from there it drifts by J2. */
  readonly node_rad: number;
  readonly year: number;
}

/** The sky of one day, at noon UTC. */
export interface SkyDay {
  /** Counts from 1. */
  readonly dayOfYear: number;
  readonly beta_rad: number;
  readonly flux_Wperm2: number;
  /** Longest shadow of a revolution (cylinder). */
  readonly eclipse_s: number;
}

export interface SatelliteDay extends SkyDay {
  /** A revolution with chips held below their limit, and one at full load whatever the heat. */
  readonly held: Revolution;
  readonly free: Revolution;
}

export interface SatelliteYear {
  readonly design: OrbitDesign;
  readonly period_s: number;
  readonly days: readonly SatelliteDay[];
}

export function skyDays(flight: Flight): readonly SkyDay[] {
  const radius_m = earthRadius_m + flight.altitude_m;
  const start_d = newYear_d(flight.year);
  const rate_radperS = drift(circularOrbit(flight.altitude_m, flight.inclination_rad)).node_radperS;
  return Array.from({ length: newYear_d(flight.year + 1) - start_d }, (_, day) => {
    const sun = sunAt(start_d + day + 0.5);
    const node_rad = flight.node_rad + rate_radperS * (day + 0.5) * secondsPerDay;
    const beta = beta_rad(sun, node_rad, flight.inclination_rad);
    return {
      dayOfYear: day + 1,
      beta_rad: beta,
      flux_Wperm2: solarFlux_Wperm2(sun.distance_au),
      eclipse_s: eclipseShare(radius_m, beta) * period_s(radius_m),
    };
  });
}

/** A satellite put on its way, with the wear that the year's eclipses bring to its battery. */
export function designFor(satellite: Satellite, section: EnergySection, flight: Flight): OrbitDesign {
  const station = {
    radius_m: earthRadius_m + flight.altitude_m,
    inclination_rad: flight.inclination_rad,
  };
  const eclipses_s = skyDays(flight).map((day) => day.eclipse_s);
  return designOf(satellite, section, station, cyclingLoss_perS(satellite, station, eclipses_s));
}

export function momentOf(design: OrbitDesign, day: SkyDay, age_s: number): Moment {
  const { beta_rad: beta, flux_Wperm2 } = day;
  return { beta_rad: beta, flux_Wperm2, age_s, junctionLimit_K: design.junctionLimit_K };
}

/** Steps a satellite of an age through a revolution of each of the given days. */
export function stepDays(
  design: OrbitDesign,
  days: readonly SkyDay[],
  age_s: number,
  kernels: Kernels,
): readonly SatelliteDay[] {
  const held = days.map((day) => momentOf(design, day, age_s));
  const free = held.map((moment) => ({ ...moment, junctionLimit_K: Infinity }));
  const run = revolve(design, [...held, ...free], kernels);
  return days.map((day, index) => ({
    ...day,
    held: revolutionOf(design, held[index]!, run, index),
    free: revolutionOf(design, free[index]!, run, days.length + index),
  }));
}

/** A satellite through all days of a year, at one age. */
export function satelliteYear(
  satellite: Satellite,
  section: EnergySection,
  flight: Flight,
  age_s: number,
  kernels: Kernels,
): SatelliteYear {
  const design = designFor(satellite, section, flight);
  return {
    design,
    period_s: period_s(design.radius_m),
    days: stepDays(design, skyDays(flight), age_s, kernels),
  };
}
