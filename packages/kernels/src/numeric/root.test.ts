import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot } from './root.ts';

describe('findRoot', () => {
  it('finds the root of a cubic anywhere in its bracket', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (root) => {
        const found = findRoot((x) => (x - root) * ((x - root) ** 2 + 1), -60, 70, 1e-10);
        expect(Math.abs(found - root)).toBeLessThan(1e-9);
      }),
    );
  });

  it('takes few evaluations where the function is smooth, and bounded ones where it jumps', () => {
    let evaluations = 0;
    const counted = (f: (x: number) => number) => (x: number) => {
      evaluations++;
      return f(x);
    };
    expect(
      findRoot(
        counted((x) => Math.cos(x) - x),
        0,
        1,
        1e-12,
      ),
    ).toBeCloseTo(0.7390851332, 9);
    expect(evaluations).toBeLessThan(12);
    evaluations = 0;
    expect(
      findRoot(
        counted((x) => (x < 0.3 ? -1 : 1e9)),
        -1,
        5,
        1e-9,
      ),
    ).toBeCloseTo(0.3, 8);
    expect(evaluations).toBeLessThan(120);
  });

  it('refuses ends of equal sign', () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1, 1e-9)).toThrow(/bracket/);
  });
});
