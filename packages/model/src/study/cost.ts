import { type CostColumns, crossoverMonth, groundCost, orbitCost } from '../capital/crossover.ts';
import { secondsPerDay } from '../time/calendar.ts';
import type { Reading } from './reading.ts';

/** FLOP of a PFLOP-day: 10¹⁵ FLOP/s for a day. */
export const pflopDay_FLOP = 1e15 * secondsPerDay;

/** Levelised cost by month, orbit and ground apart. */
export function columnsOf(reading: Reading): CostColumns {
  const rows = reading.rows('levelised_USD2026perFLOP');
  const of = (kind: 'orbit' | 'ground') =>
    rows.filter((_, index) => reading.hosts[index]?.kind === kind).map((column) => column.values);
  const orbitHosts = reading.hosts.filter((host) => host.kind === 'orbit');
  return { orbit: of('orbit'), ground: of('ground'), weights: orbitHosts.map((host) => host.target) };
}

/** What the alternatives came to. */
export interface Alternatives {
  /** Levelised cost of delivered work from units begun in the last month in orbit, mean over planned satellites. */
  readonly orbit_USD2026perFLOP: number;
  /** The same on the ground, median over the plan's sites. */
  readonly ground_USD2026perFLOP: number;
  /** First month of the plan from which orbit is at or below the ground and stays so; undefined if none. */
  readonly crossover: number | undefined;
}

/** Orbit against the ground at the end of a run. Headlines and several claims ask for it. */
export function alternatives(reading: Reading): Alternatives {
  let found = known.get(reading);
  if (found === undefined) {
    const columns = columnsOf(reading);
    const last = reading.months.length - 1;
    found = {
      orbit_USD2026perFLOP: orbitCost(columns, last),
      ground_USD2026perFLOP: groundCost(columns, last),
      crossover: crossoverMonth(columns),
    };
    known.set(reading, found);
  }
  return found;
}

const known = new WeakMap<Reading, Alternatives>();
