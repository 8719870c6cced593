import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attribute } from './attribute.ts';

const by = (worth: (taken: ReadonlySet<number>) => number) => async (sets: readonly ReadonlySet<number>[]) =>
  sets.map((set) => Float64Array.of(worth(set)));

test('parts add up to the difference, whatever acts together with what', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 1, max: 8 }),
      async (weights, orders) => {
        const worth = (set: ReadonlySet<number>) =>
          [...set].sort().reduce((product, factor) => product * (1 + (weights[factor] ?? 0)), 3);
        const { first, last, parts } = await attribute(weights.length, orders, 1, by(worth));
        const sum = parts.reduce((total, part) => total + (part[0] ?? 0), 0);
        const difference = (last[0] ?? 0) - (first[0] ?? 0);
        return Math.abs(sum - difference) <= 1e-9 * (1 + Math.abs(difference) + 6 ** weights.length);
      },
    ),
  );
});

test('two factors that act together share what they do evenly', async () => {
  const worth = (set: ReadonlySet<number>) => (set.has(0) ? 2 : 1) * (set.has(1) ? 3 : 1);
  const { parts, spread } = await attribute(2, 2, 1, by(worth));
  // Shapley's value of 2·3: ((2−1) + (6−3))/2 and ((6−2) + (3−1))/2.
  expect(parts.map((part) => part[0])).toEqual([2, 3]);
  expect(spread.map((one) => one[0])).toEqual([2, 2]);
});

test('a mix without a number passes its step on, and the parts still add up', async () => {
  const worth = (set: ReadonlySet<number>) => (set.size === 1 ? Number.NaN : set.size);
  const { parts } = await attribute(2, 2, 1, by(worth));
  expect(parts.reduce((sum, part) => sum + (part[0] ?? 0), 0)).toBe(2);
});
