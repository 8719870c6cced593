import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subscribersAfter } from './connectivity.ts';

describe('subscribers', () => {
  it('grow by the rate while few, and end at the limit', () => {
    expect(subscribersAfter(1, 1e9, 0.7, 1)).toBeCloseTo(Math.exp(0.7), 6);
    expect(subscribersAfter(1e6, 6e7, 0.7, 1e3)).toBeCloseTo(6e7, 0);
  });

  it('come out the same in one step or in many', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e5, max: 9e7, noNaN: true }),
        fc.integer({ min: 2, max: 60 }),
        (start, steps) => {
          let stepped = start;
          for (let step = 0; step < steps; step++) stepped = subscribersAfter(stepped, 6e7, 0.65, 3 / steps);
          expect(stepped / subscribersAfter(start, 6e7, 0.65, 3)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
