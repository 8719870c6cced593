import { scrambledSobol } from '@kardashev/kernels/numeric/sobol.ts';
import { expect, test } from 'vitest';
import { firstOrder } from './first-order.ts';
import { indicesOf, type Named } from './indices.ts';
import { jansen } from './jansen.ts';

/** Ishigami and Homma (1990), a = 7, b = 0.1, with its indices in closed form. */
const ishigami = ([x1 = 0, x2 = 0, x3 = 0]: readonly number[]): number =>
  Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
const [a, b] = [7, 0.1];
const variance = a ** 2 / 8 + (b * Math.PI ** 4) / 5 + (b ** 2 * Math.PI ** 8) / 18 + 0.5;
const first = [0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2, a ** 2 / 8, 0].map((part) => part / variance);
const both = (b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50)) / variance;
const total = [(first[0] as number) + both, first[1] as number, both];

const samples = 4096;
const shares = Array.from({ length: 6 }, (_, d) =>
  Float64Array.from({ length: samples }, (_, n) => scrambledSobol(n, d, 77 + 1000 * d)),
);
const angle = (share: number): number => Math.PI * (2 * share - 1);
const ishigamiAt = (n: number, from: readonly number[] = [0, 1, 2]): number =>
  ishigami(from.map((d) => angle((shares[d] as Float64Array)[n] as number)));
const y = Float64Array.from({ length: samples }, (_, n) => ishigamiAt(n));
const named: Named[] = shares.map((column, d) => ({ id: `x${d + 1}`, shares: column }));

test('first-order indices are those of the closed form', () => {
  for (let d = 0; d < 3; d++) {
    expect(firstOrder(shares[d] as Float64Array, y)).toBeCloseTo(first[d] as number, 1.5);
  }
  // What does not enter makes no variance.
  expect(firstOrder(shares[4] as Float64Array, y)).toBeLessThan(0.01);
});

test('totals from the samples at hand find the pair that acts together', () => {
  const found = new Map(indicesOf(named, y, 1).map((index) => [index.assumption, index]));
  for (let d = 0; d < 3; d++) {
    const index = found.get(`x${d + 1}`);
    expect(Math.abs((index?.total ?? 0) - (total[d] as number))).toBeLessThan(0.06);
    expect(index?.total_high).toBeGreaterThan((total[d] as number) - 0.02);
    expect(index?.first_low).toBeLessThanOrEqual((index?.first ?? 0) + 1e-9);
    expect(index?.first_high).toBeGreaterThanOrEqual((index?.first ?? 0) - 0.02);
  }
  expect(found.get('x5')?.total).toBeLessThan(0.03);
});

test('totals by pairs of samples that differ in one assumption are those of the closed form', () => {
  for (let d = 0; d < 3; d++) {
    const moved = Float64Array.from({ length: samples }, (_, n) =>
      ishigamiAt(
        n,
        [0, 1, 2].map((k) => (k === d ? d + 3 : k)),
      ),
    );
    expect(Math.abs(jansen(y, moved, variance) - (total[d] as number))).toBeLessThan(0.03);
  }
});

test('samples without a number are passed over, and a constant has no indices', () => {
  const gaps = y.map((value, n) => (n % 7 === 0 ? Number.NaN : value));
  expect(Math.abs(firstOrder(shares[1] as Float64Array, gaps) - (first[1] as number))).toBeLessThan(0.05);
  expect(firstOrder(shares[0] as Float64Array, new Float64Array(samples).fill(3))).toBe(0);
});
