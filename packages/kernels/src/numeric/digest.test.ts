import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cholesky } from './cholesky.ts';
import { Digest } from './digest.ts';
import { inverseNormal } from './inverse-normal.ts';
import { leastSquares } from './least-squares.ts';
import { normalShare } from './normal.ts';

test('quantiles of a stream lie beside the exact ones, by rank', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 5000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (values, share) => {
        const digest = new Digest(100);
        for (const value of values) digest.add(value);
        const found = digest.quantile(share);
        const below = values.filter((value) => value < found).length / values.length;
        const upTo = values.filter((value) => value <= found).length / values.length;
        const slack = 0.015 + 1 / values.length;
        return below - slack <= share && share <= upTo + slack;
      },
    ),
  );
});

test('a digest of nothing has no quantile, and passes NaN over', () => {
  const digest = new Digest();
  digest.add(Number.NaN);
  expect(digest.count).toBe(0);
  expect(digest.quantile(0.5)).toBeNaN();
});

test('the share of the normal and its quantile undo one another', () => {
  for (const z of [-6, -2.5, -1, 0, 0.3, 1.96, 4]) expect(inverseNormal(normalShare(z))).toBeCloseTo(z, 6);
  expect(normalShare(1.959963984540054)).toBeCloseTo(0.975, 12);
});

test('a matrix that cannot be one of correlations has no root', () => {
  expect(cholesky([[1], [0.9, 1], [-0.9, 0.9, 1]].map((row) => [...row, 0, 0].slice(0, 3)))).toBeUndefined();
});

test('least squares find the line that the values lie on', () => {
  const rows = [0, 1, 2, 3].map((x) => Float64Array.of(1, x));
  const found = leastSquares(rows, [1, 3, 5, 7]);
  expect(found?.[0]).toBeCloseTo(1, 9);
  expect(found?.[1]).toBeCloseTo(2, 9);
});
