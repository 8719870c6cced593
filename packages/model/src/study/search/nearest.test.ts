import { expect, test } from 'vitest';
import { farthest, length, nearest } from './nearest.ts';

const over = (shortfall: (point: Float64Array) => number) => async (points: readonly Float64Array[]) =>
  points.map(shortfall);

test('finds the foot of the perpendicular on a plane', async () => {
  const { point } = await nearest(
    4,
    over(([a = 0, b = 0]) => 3 - a - b),
    [],
  );
  expect(point && length(point)).toBeCloseTo(3 / Math.SQRT2, 1);
  // What does not matter is left where it is.
  expect(point?.[2]).toBeCloseTo(0, 9);
  expect(point?.[3]).toBeCloseTo(0, 9);
});

test('finds the nearest point where the border bends, and it holds there', async () => {
  const shortfall = ([a = 0, b = 0]: Float64Array) => 2 - a - 0.3 * b * b - 0.1 * b;
  const { point } = await nearest(2, over(shortfall), []);
  expect(point && shortfall(point)).toBeLessThanOrEqual(0);
  expect(point && length(point)).toBeLessThan(2.05);
});

test('stays where it is when it holds there', async () => {
  const { point, lacks } = await nearest(
    3,
    over(() => -1),
    [],
  );
  expect(point && length(point)).toBe(0);
  expect(lacks).toBeLessThanOrEqual(0);
});

test('says so when it holds nowhere within reach', async () => {
  const { point, lacks, closest } = await nearest(
    2,
    over(([a = 0, b = 0]) => 40 - a - 2 * b),
    [],
  );
  expect(point).toBeUndefined();
  expect(lacks).toBeCloseTo(40 - 3 * farthest, 6);
  expect([...closest]).toEqual([farthest, farthest]);
});

test('takes a place that is known to hold as a beginning where slopes tell nothing', async () => {
  const cliff = ([a = 0, b = 0]: Float64Array) => (a > 1.5 && b > 0.5 ? -1 : 1);
  const { point } = await nearest(2, over(cliff), [Float64Array.of(2.8, 2.5)]);
  expect(point && cliff(point)).toBe(-1);
  expect(point && length(point)).toBeLessThan(3);
});
