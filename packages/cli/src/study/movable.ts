import type { Assumption } from '@kardashev/model/study/monte-carlo/assumption.ts';
import type { Sampler } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { sharesOf } from '@kardashev/model/study/sensitivity/of-rows.ts';
import { BadInput } from '../stop.ts';

/** An assumption that a search may move, and its place among all. */
export interface Movable {
  readonly assumption: Assumption;
  readonly place: number;
}

/** Assumptions that a search may move: those asked for, or those that make most of the scatter of what is sought. */
export function movableOf(
  sampler: Sampler,
  rows: Rows,
  sought: readonly Float64Array[],
  vary: readonly string[] | undefined,
  most: number,
): Movable[] {
  if (vary) return vary.map((name) => named(sampler, name));
  const ranked = sought.map(ranks);
  const ids = sharesOf(sampler, rows)
    .map(({ id, shares }) => ({ id, moves: Math.max(...ranked.map((y) => correlation(shares, y) ** 2)) }))
    .sort((one, other) => other.moves - one.moves || (one.id < other.id ? -1 : 1))
    .slice(0, most);
  return ids.map(({ id }) => named(sampler, id));
}

/** Ranks of values, equal ones alike; NaN stays. */
function ranks(y: Float64Array): Float64Array {
  const sorted = y.filter((value) => !Number.isNaN(value)).sort();
  const places = new Map<number, number>();
  for (const [place, value] of sorted.entries()) if (!places.has(value)) places.set(value, place);
  return y.map((value) => places.get(value) ?? Number.NaN);
}

/** Of rows that have both. A search goes one way, so that a slope tells it more than a share of variance. */
function correlation(xs: Float64Array, ys: Float64Array): number {
  const known = [...ys.keys()].filter((row) => !Number.isNaN(ys[row]!));
  const mean = (of: Float64Array): number => known.reduce((sum, row) => sum + of[row]!, 0) / known.length;
  const [x, y] = [mean(xs), mean(ys)];
  const sum = (term: (row: number) => number): number => known.reduce((total, row) => total + term(row), 0);
  const both = sum((row) => (xs[row]! - x) * (ys[row]! - y));
  const size = Math.sqrt(sum((row) => (xs[row]! - x) ** 2) * sum((row) => (ys[row]! - y) ** 2));
  return size > 0 ? both / size : 0;
}

function named({ assumptions }: Sampler, name: string): Movable {
  const place = assumptions.findIndex(({ id, paths }) => id === name || paths.includes(name));
  if (place < 0) throw new BadInput([unknown(name, assumptions)]);
  return { assumption: assumptions[place]!, place };
}

const unknown = (name: string, assumptions: readonly Assumption[]) => ({
  code: 'study/unknown-assumption',
  message: `${name} is no uncertain assumption of the plan.`,
  at: { path: '--vary' },
  cause: 'Only what has a range or a distribution can be moved by its own spread.',
  fix: `Name one of ${assumptions
    .slice(0, 5)
    .map(({ id }) => id)
    .join(', ')}, …, or give it a range with --set.`,
});
