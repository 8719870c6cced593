import { KeyedRandom } from '../../random/philox.ts';

/** Numbers of the plan with a set of factors taken over, one a headline; NaN where there is no such number. */
export type NumbersOf = (taken: readonly ReadonlySet<number>[]) => Promise<readonly Float64Array[]>;

export interface Parts {
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** By factor, then headline: the part of the difference that it makes. Each headline's parts add up to its difference. */
  readonly parts: readonly Float64Array[];
  /** By factor, then headline: from the least to the most that it made in any order. */
  readonly spread: readonly Float64Array[];
  readonly runs: number;
}

/**
 * Splits the differences between two plans among their factors by Shapley's value: what a factor adds, averaged over orders
 * in which factors are taken over. Orders come in pairs, each with its reverse, so that pairs of factors that act together
 * are shared evenly already by one pair of orders. Castro, Gómez, Tejada (2009).
 */
export async function attribute(
  count: number,
  orders: number,
  seed: number,
  numbersOf: NumbersOf,
): Promise<Parts> {
  const ways = ordersOf(count, orders, seed);
  const sets = ways.map((order) => order.map((_, end) => new Set(order.slice(0, end + 1))));
  const distinct = new Map<string, ReadonlySet<number>>([['', new Set()]]);
  for (const set of sets.flat()) distinct.set(keyOf(set), set);
  const found = await numbersOf([...distinct.values()]);
  const numbers = new Map([...distinct.keys()].map((key, index) => [key, found[index] as Float64Array]));
  const first = numbers.get('') as Float64Array;
  const width = first.length;
  const parts = Array.from({ length: count }, () => new Float64Array(width));
  const low = Array.from({ length: count }, () => new Float64Array(width).fill(Infinity));
  const high = Array.from({ length: count }, () => new Float64Array(width).fill(-Infinity));
  for (const [way, order] of ways.entries()) {
    // Where a mix has no number, its step is told with the next one that has.
    const known = first.slice();
    for (const [step, factor] of order.entries()) {
      const next = numbers.get(keyOf((sets[way] as Set<number>[])[step] as Set<number>)) as Float64Array;
      for (let k = 0; k < width; k++) {
        const value = Number.isNaN(next[k] as number) ? (known[k] as number) : (next[k] as number);
        const added = value - (known[k] as number);
        known[k] = value;
        (parts[factor] as Float64Array)[k] = (parts[factor] as Float64Array)[k]! + added / ways.length;
        (low[factor] as Float64Array)[k] = Math.min((low[factor] as Float64Array)[k]!, added);
        (high[factor] as Float64Array)[k] = Math.max((high[factor] as Float64Array)[k]!, added);
      }
    }
  }
  const all = new Set(Array.from({ length: count }, (_, index) => index));
  return {
    first,
    last: (numbers.get(keyOf(all)) ?? first) as Float64Array,
    parts,
    spread: high.map((values, factor) => values.map((value, k) => value - (low[factor] as Float64Array)[k]!)),
    runs: distinct.size,
  };
}

const keyOf = (set: ReadonlySet<number>): string => [...set].sort((a, b) => a - b).join(' ');

/** The order as given and its reverse, then orders by chance with theirs. */
function ordersOf(count: number, orders: number, seed: number): number[][] {
  const random = new KeyedRandom(seed, 'compare');
  const given = Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: Math.max(1, Math.ceil(orders / 2)) }, (_, pair) => {
    const order =
      pair === 0
        ? given
        : given
            .map((factor) => [random.uniform(factor, pair), factor] as const)
            .sort(([one], [other]) => one - other)
            .map(([, factor]) => factor);
    return [order, order.toReversed()];
  }).flat();
}
