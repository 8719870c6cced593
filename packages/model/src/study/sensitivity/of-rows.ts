import { claimIds, outputs } from '../monte-carlo/outputs.ts';
import type { Sampler } from '../monte-carlo/sampler.ts';
import type { Rows } from '../monte-carlo/study.ts';
import { verdictCodes } from '../monte-carlo/study.ts';
import { columnOf } from '../monte-carlo/summary.ts';
import { firstOrder } from './first-order.ts';
import { chanceOf, type Index, indicesOf, type Named } from './indices.ts';

/** What decides a claim: how much of the scatter of its verdict an assumption makes by itself. */
export interface Decider {
  readonly assumption: string;
  readonly first: number;
  /** Share of samples in which the claim holds where the assumption is in its lowest, and in its highest tenth. */
  readonly holds_low: number;
  readonly holds_high: number;
}

export interface Sensitivity {
  readonly sensitivity: { readonly [name: string]: readonly Index[] };
  readonly deciders: { readonly [claim: string]: readonly Decider[] };
}

/** Sensitivities of all numbers and verdicts to the assumptions that samples moved. */
export function sensitivityOf(sampler: Sampler, rows: Rows): Sensitivity {
  const named = sharesOf(sampler, rows);
  const { seed } = sampler.study;
  const sensitivity = outputs.map(
    ({ name }, column) => [name, indicesOf(named, evened(columnOf(rows, column)), seed)] as const,
  );
  const deciders = claimIds.map((id, place) => [id, decidersOf(named, holdsOf(rows, place))] as const);
  return { sensitivity: Object.fromEntries(sensitivity), deciders: Object.fromEntries(deciders) };
}

/** Positive numbers over more than a factor of thirty by their ranks: else a few samples would make all the variance. */
export function evened(y: Float64Array): Float64Array {
  const known = y.filter((value) => !Number.isNaN(value)).sort();
  const low = known[0] ?? 0;
  if (!(low > 0 && (known.at(-1) as number) > 30 * low)) return y;
  const ranks = new Map<number, number>();
  for (const [rank, value] of known.entries()) if (!ranks.has(value)) ranks.set(value, rank);
  return y.map((value) => ranks.get(value) ?? Number.NaN);
}

/** Shares of the free assumptions at every sample, a column each. */
export function sharesOf(sampler: Sampler, rows: Rows): Named[] {
  const { held } = sampler.study;
  const places = sampler.assumptions.flatMap(({ id }, place) => (held.includes(id) ? [] : [{ id, place }]));
  const columns = places.map(() => new Float64Array(rows.to - rows.from));
  for (let row = 0; row < rows.to - rows.from; row++) {
    const point = sampler.shares(rows.from + row);
    for (const [index, { place }] of places.entries()) {
      (columns[index] as Float64Array)[row] = point[place] as number;
    }
  }
  return places.map(({ id }, index) => ({ id, shares: columns[index] as Float64Array }));
}

function holdsOf(rows: Rows, place: number): Float64Array {
  const holds = verdictCodes.indexOf('holds');
  return Float64Array.from(rows.faults, (fault, row) =>
    fault !== '' ? Number.NaN : rows.verdicts[row * claimIds.length + place] === holds ? 1 : 0,
  );
}

/** Least share of samples in which a verdict must differ for anything to be said of what turns it. */
const leastShare = 0.05;

function decidersOf(named: readonly Named[], holds: Float64Array): Decider[] {
  const share = meanWhere(holds, () => true);
  if (Math.min(share, 1 - share) < leastShare) return [];
  const falling = named
    .map(({ id, shares }) => ({ id, shares, first: firstOrder(shares, holds) }))
    .sort((left, right) => right.first - left.first || (left.id < right.id ? -1 : 1));
  const chance = chanceOf(falling.map(({ first }) => first));
  return falling
    .filter(({ first }) => first > chance)
    .slice(0, 5)
    .map(({ id, shares, first }) => ({
      assumption: id,
      first,
      holds_low: meanWhere(holds, (row) => (shares[row] as number) < 0.1),
      holds_high: meanWhere(holds, (row) => (shares[row] as number) > 0.9),
    }));
}

function meanWhere(values: Float64Array, wanted: (row: number) => boolean): number {
  const kept = values.filter((value, row) => !Number.isNaN(value) && wanted(row));
  return kept.reduce((sum, value) => sum + value, 0) / Math.max(1, kept.length);
}
