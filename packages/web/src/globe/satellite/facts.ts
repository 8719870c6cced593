import type { FleetShell } from '@kardashev/contracts/fleet.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import { eclipseShare } from '@kardashev/model/sky/eclipse.ts';
import { period_s } from '@kardashev/model/sky/orbit.ts';
import type { MonthTable } from '../../months/table.ts';
import { age_yr, entryOf } from '../fleet/cohorts.ts';
import { satelliteAt } from '../fleet/filling.ts';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import { nodeOf, planeBeta_rad, positionOf } from '../fleet/sky.ts';
import type { Choice } from '../pick/pick.ts';

/** Where a satellite flies in the month on show, and what that means for its sunlight. */
export interface OrbitFacts {
  readonly altitude_m: number;
  readonly inclination_rad: number;
  /** Right ascension of the ascending node in the middle of the month. */
  readonly node_rad: number;
  readonly period_s: number;
  readonly beta_rad: number;
  /** Shadow of one revolution (cylinder). */
  readonly eclipse_s: number;
  /** Time since the satellite was last where the Sun stands highest, at the time on show. */
  readonly sinceNoon_s: number;
}

export function orbitFacts(fleet: FleetMonth, choice: Choice, time_s: number): OrbitFacts {
  const { row, sky } = fleet.shells[choice.shell]!;
  const radius_m = earthRadius_m + row.altitude_m;
  const turn = 2 * Math.PI;
  const node = nodeOf(sky, choice.plane, 0) + fleet.sun.rightAscension_rad;
  const beta_rad = planeBeta_rad(sky, choice.plane, time_s, fleet.sun);
  const round_s = period_s(radius_m);
  return {
    altitude_m: row.altitude_m,
    inclination_rad: row.inclination_rad,
    node_rad: node - turn * Math.floor(node / turn),
    period_s: round_s,
    beta_rad,
    eclipse_s: eclipseShare(radius_m, beta_rad) * round_s,
    sinceNoon_s: sinceNoon_s(fleet, choice, time_s, round_s),
  };
}

/** From the Sun's height over the satellite now and a second later. */
function sinceNoon_s(fleet: FleetMonth, choice: Choice, time_s: number, round_s: number): number {
  const { sky } = fleet.shells[choice.shell]!;
  const declination = fleet.sun.declination_rad;
  const height = (at_s: number) => {
    const [x, , z] = positionOf(sky, choice, at_s);
    return (x * Math.cos(declination) + z * Math.sin(declination)) / sky.radius;
  };
  const now = height(time_s);
  const rate = (height(time_s + 1) - now) / sky.meanMotion_radperS;
  const angle = Math.atan2(-rate, now);
  return (((angle / (2 * Math.PI)) * round_s) % round_s) + (angle < 0 ? round_s : 0);
}

/** When a satellite came, as far as its cohort tells. */
export interface Vintage {
  /** Month of entry into service and of lift-off, as indices of the plan. */
  readonly entry: number;
  readonly launched: number;
  readonly age_yr: number;
  /** Vehicles of the month of lift-off by share of the mass that they carried, the largest first. */
  readonly vehicles: readonly { readonly name: string; readonly share: number }[];
}

/** Undefined where nobody is at the place, or it is not known how satellites leave service. */
export function vintageOf(
  fleet: FleetMonth,
  table: MonthTable,
  shell: FleetShell | undefined,
  choice: Choice,
): Vintage | undefined {
  const { filling, sums } = fleet.shells[choice.shell]!;
  const index = satelliteAt(filling, choice);
  if (index < 0 || !sums || !shell) return undefined;
  const entry = entryOf(sums, index);
  const launched = Math.max(0, Math.round(entry - shell.raising_months));
  return { entry, launched, age_yr: age_yr(fleet.month, entry), vehicles: carriers(table, launched) };
}

function carriers(table: MonthTable, month: number): Vintage['vehicles'] {
  const column = table.columns.get('launchMass_kg');
  if (!column) return [];
  const masses = column.values.map((values) => values[month] ?? 0);
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  if (all <= 0) return [];
  return column.rows
    .map((name, row) => ({ name, share: masses[row]! / all }))
    .filter(({ share }) => share >= 0.005)
    .sort((a, b) => b.share - a.share);
}
