import { bootstrap } from './bootstrap.ts';
import { firstOrder } from './first-order.ts';
import { interactionsOf, pairable } from './interactions.ts';

/** How much of a number's variance an assumption makes. */
export interface Index {
  readonly assumption: string;
  /** By itself, with the 90 % interval. */
  readonly first: number;
  readonly first_low: number;
  readonly first_high: number;
  /** With all that it does together with others: by itself, and in pairs as a polynomial finds them. */
  readonly total: number;
  /** No more than this: what neither single assumptions nor pairs explain may all involve it. */
  readonly total_high: number;
  /** Whether `first` stands out of what so many assumptions without effect would show by chance. */
  readonly beyondChance: boolean;
}

export interface Named {
  readonly id: string;
  /** Its share in (0, 1) at each sample. */
  readonly shares: Float64Array;
}

/** Assumptions told for each number: those that matter most. */
const told = 10;

/**
 * What chance alone shows at most, from indices in falling order: nearly all of many assumptions have no effect, so that
 * twice their 95th percentile is out of its reach. Of a few, half a per cent of the variance.
 */
export function chanceOf(falling: readonly number[]): number {
  return falling.length < 40
    ? 0.005
    : Math.max(0.005, 2 * (falling[Math.floor(0.05 * falling.length)] as number));
}

/** First-order and total indices of the assumptions that move `y` most, the largest total first. */
export function indicesOf(assumptions: readonly Named[], y: Float64Array, seed: number): Index[] {
  const all = assumptions
    .map(({ id, shares }) => ({ id, shares, first: firstOrder(shares, y) }))
    .sort((left, right) => right.first - left.first || (left.id < right.id ? -1 : 1));
  const chance = chanceOf(all.map(({ first }) => first));
  const ranked = all.slice(0, told);
  const pairs = ranked.slice(0, pairable(y.length));
  const together = interactionsOf(
    pairs.map(({ shares }) => shares),
    y,
  );
  // What is left may be noise of many small assumptions as well as threefold interactions: a bound, no estimate.
  const left = pairs.length === 0 ? 1 : Math.max(0, 1 - together.explained);
  return ranked
    .map(({ id, shares, first }, place): Index => {
      const [first_low, first_high] = bootstrap(y.length, seed, (weights) => firstOrder(shares, y, weights));
      const total = Math.min(1, first + (together.shares[place] ?? 0));
      return {
        assumption: id,
        first,
        first_low,
        first_high,
        total,
        total_high: Math.min(1, total + left),
        beyondChance: first > chance,
      };
    })
    .sort((one, other) => other.total - one.total || (one.assumption < other.assumption ? -1 : 1));
}
