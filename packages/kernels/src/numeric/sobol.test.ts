import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latin, permuted } from './latin.ts';
import { padded, scrambledSobol, sobol, sobolDimensions } from './sobol.ts';

/** First points of dimensions 1 to 3 in the order of plain binary indices; Joe and Kuo print the same set. */
test('begins as published', () => {
  const points = Array.from({ length: 8 }, (_, index) => [0, 1, 2].map((d) => sobol(index, d) / 2 ** 32));
  expect(points.slice(0, 4)).toEqual([
    [0, 0, 0],
    [0.5, 0.5, 0.5],
    [0.25, 0.75, 0.75],
    [0.75, 0.25, 0.25],
  ]);
  expect(points[4]).toEqual([0.125, 0.625, 0.375]);
});

const eachStratumOnce = (values: readonly number[]): boolean =>
  new Set(values.map((value) => Math.floor(value * values.length))).size === values.length;

test('every dimension puts one of 2^k points into each of 2^k intervals, scrambled or not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: sobolDimensions - 1 }),
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.integer({ min: 0, max: 3 }),
      (dimension, log, key, block) => {
        const from = block * 2 ** log;
        const values = Array.from({ length: 2 ** log }, (_, n) => scrambledSobol(from + n, dimension, key));
        const alone = Array.from({ length: 2 ** log }, (_, n) => padded(n, key ^ 0x5bd1e995, key));
        return eachStratumOnce(values) && eachStratumOnce(alone);
      },
    ),
  );
});

test('the first two dimensions are a net: every elementary interval of 2^8 points holds one', () => {
  for (let first = 0; first <= 8; first++) {
    const cells = Array.from({ length: 256 }, (_, n) => {
      const x = Math.floor(scrambledSobol(n, 0, 7) * 2 ** first);
      const y = Math.floor(scrambledSobol(n, 1, 99) * 2 ** (8 - first));
      return x * 2 ** (8 - first) + y;
    });
    expect(new Set(cells).size).toBe(256);
  }
});

test('integrates a smooth function of six dimensions closer than chance does', () => {
  const product = (n: number) =>
    Array.from({ length: 6 }, (_, d) => 1 + (scrambledSobol(n, d, 1000 + d) - 0.5)).reduce(
      (a, b) => a * b,
      1,
    );
  const mean = Array.from({ length: 4096 }, (_, n) => product(n)).reduce((a, b) => a + b, 0) / 4096;
  // By chance the error would be about 0.012.
  expect(Math.abs(mean - 1)).toBeLessThan(5e-4);
});

test('padded dimensions and Latin hypercubes do not follow one another', () => {
  const correlation = (xs: number[], ys: number[]) => {
    const n = xs.length;
    return (12 / n) * xs.reduce((sum, x, i) => sum + (x - 0.5) * ((ys[i] as number) - 0.5), 0);
  };
  const worst = { padded: 0, latin: 0 };
  const n = 1024;
  const columns = (make: (index: number, key: number) => number) =>
    Array.from({ length: 60 }, (_, d) =>
      Array.from({ length: n }, (_, i) => make(i, Math.imul(d + 1, 0x9e3779b1))),
    );
  for (const [kind, made] of [
    ['padded', columns((i, key) => padded(i, key ^ 0x1234567, key))],
    ['latin', columns((i, key) => latin(i, n, key, 0.5))],
  ] as const) {
    for (let a = 0; a < 60; a++) {
      for (let b = 0; b < a; b++) {
        worst[kind] = Math.max(worst[kind], Math.abs(correlation(made[a] as number[], made[b] as number[])));
      }
    }
  }
  // Of 1,770 pairs by chance, the largest lies near 3.5 / √1024.
  expect(worst.padded).toBeLessThan(0.15);
  expect(worst.latin).toBeLessThan(0.15);
});

test('a permutation takes every place once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (count, key) => {
      const places = new Set(Array.from({ length: count }, (_, index) => permuted(index, count, key)));
      return places.size === count && Math.max(...places) < count;
    }),
  );
});
