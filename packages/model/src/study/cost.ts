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

/** Levelised cost of delivered work from units begun in each month in orbit, mean over planned satellites. */
export function orbitAlternative(reading: Reading): Float64Array {
  const columns = columnsOf(reading);
  return Float64Array.from(reading.months, (_, month) => orbitCost(columns, month));
}

/** The same on the ground, median over the plan's sites. */
export function groundAlternative(reading: Reading): Float64Array {
  const columns = columnsOf(reading);
  return Float64Array.from(reading.months, (_, month) => groundCost(columns, month));
}

/** First month of the plan from which orbit is at or below the ground and stays so; undefined if none. */
export function crossover(reading: Reading): number | undefined {
  return crossoverMonth(columnsOf(reading));
}
