import { expect, test } from 'vitest';
import { dominates, fronts, nsga2 } from './nsga2.ts';

/** A small generator, so that the test is the same every time. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

test('finds the front of Schaffer’s problem: squares about 0 and 2', async () => {
  const found = await nsga2({
    dimensions: 1,
    population: 24,
    generations: 12,
    random: drawn(3),
    evaluate: async (points) =>
      points.map(([x = 0]) => {
        const at = 10 * x - 4;
        return { f: [at ** 2, (at - 2) ** 2], broken: 0 };
      }),
  });
  for (const { f } of found[0] ?? []) {
    // On the front √f₁ + √f₂ = 2; its ends are met as nearly as any candidate came.
    expect(Math.sqrt(f[0] ?? 0) + Math.sqrt(f[1] ?? 0)).toBeLessThan(2.1);
  }
  expect(found[0]?.length).toBeGreaterThan(20);
});

test('what cannot be is dominated by all that can, however good it looks', () => {
  const can = { x: new Float64Array(1), f: [5, 5], broken: 0 };
  const cannot = { x: new Float64Array(1), f: [0, 0], broken: 1 };
  expect(dominates(can, cannot)).toBe(true);
  expect(fronts([cannot, can])[0]).toEqual([can]);
});
