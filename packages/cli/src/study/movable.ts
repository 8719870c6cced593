import type { Assumption } from '@kardashev/model/study/monte-carlo/assumption.ts';
import type { Sampler } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { firstOrder } from '@kardashev/model/study/sensitivity/first-order.ts';
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
  const most_ = sharesOf(sampler, rows)
    .map(({ id, shares }) => ({ id, first: Math.max(...sought.map((y) => firstOrder(shares, y))) }))
    .sort((one, other) => other.first - one.first || (one.id < other.id ? -1 : 1))
    .slice(0, most);
  return most_.map(({ id }) => named(sampler, id));
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
