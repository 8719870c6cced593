import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracket, interpolateGrid } from './grid.ts';

const axes = [
  [0, 1, 4],
  [-2, 0.5],
  [10, 20, 30, 35],
];

/** Linear in each argument apart, which is what linear interpolation must give back. */
const trilinear = (x: number, y: number, z: number): number => 1 + 2 * x - 3 * y + 0.5 * z + x * y - y * z;

const values = Float64Array.from(
  axes[0]!.flatMap((x) => axes[1]!.flatMap((y) => axes[2]!.flatMap((z) => [trilinear(x, y, z), -x]))),
);

describe('interpolation on a grid', () => {
  it('is exact for functions linear in each argument', () => {
    const out = new Float64Array(2);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: -2, max: 0.5, noNaN: true }),
        fc.double({ min: 10, max: 35, noNaN: true }),
        (x, y, z) => {
          interpolateGrid(axes, values, 2, [x, y, z], out);
          expect(out[0]).toBeCloseTo(trilinear(x, y, z), 9);
          expect(out[1]).toBeCloseTo(-x, 9);
        },
      ),
    );
  });

  it('holds the end beyond the ends', () => {
    const out = new Float64Array(2);
    interpolateGrid(axes, values, 2, [-5, 9, 1e9], out);
    expect(out[0]).toBeCloseTo(trilinear(0, 0.5, 35), 12);
  });

  it('takes an axis of one point as a constant', () => {
    expect(bracket([3], 7)).toEqual({ index: 0, share: 0 });
    const out = new Float64Array(1);
    interpolateGrid([[3], [0, 1]], [5, 7], 1, [99, 0.5], out);
    expect(out[0]).toBe(6);
  });
});
