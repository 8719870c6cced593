import { describe, expect, it } from 'vitest';
import { multipathRates } from './multipath.ts';

describe('owners over several ways', () => {
  it('move to the way that others leave free, and end with equal rates', () => {
    // The first owner may take either resource, the second only the first one.
    const paths = {
      ways: {
        capacity: Float64Array.of(1, 1),
        first: Int32Array.of(0, 1, 2, 3),
        resource: Int32Array.of(0, 1, 0),
      },
      owner: Int32Array.of(0, 0, 1),
      weight: Float64Array.of(1, 1),
      demand: Float64Array.of(Infinity, Infinity),
      leaning: Float64Array.of(1, 1, 1),
    };
    const rate = new Float64Array(3);
    multipathRates(paths, 20, rate, new Int32Array(3));
    expect(rate[0]! + rate[1]!).toBeCloseTo(1, 1);
    expect(rate[2]!).toBeCloseTo(1, 1);
    expect(rate[0]! + rate[2]!).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('take no more than they want, over all their ways', () => {
    const paths = {
      ways: {
        capacity: Float64Array.of(5, 5),
        first: Int32Array.of(0, 1, 2),
        resource: Int32Array.of(0, 1),
      },
      owner: Int32Array.of(0, 0),
      weight: Float64Array.of(1),
      demand: Float64Array.of(3),
      leaning: Float64Array.of(1, 3),
    };
    const rate = new Float64Array(2);
    const heldBy = new Int32Array(2);
    multipathRates(paths, 3, rate, heldBy);
    expect(rate[0]! + rate[1]!).toBeCloseTo(3, 12);
    expect([...heldBy]).toEqual([-1, -1]);
  });
});
