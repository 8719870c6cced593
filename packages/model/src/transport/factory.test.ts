import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learntShare } from './factory.ts';

const line = { factoryLearning: 0.2, factoryMature: 64, madeBefore: 0 };

describe('a factory', () => {
  it('gains a quarter in rate with each doubling at 20 % less work, up to what it is laid out for', () => {
    expect(learntShare(line, 64, 1)).toBe(1);
    expect(learntShare(line, 32, 1)).toBeCloseTo(0.8, 12);
    expect(learntShare(line, 16, 1)).toBeCloseTo(0.64, 12);
    expect(learntShare(line, 1000, 1)).toBe(1);
    expect(learntShare({ ...line, madeBefore: 48 }, 16, 1)).toBe(1);
  });

  it('never gets worse by making more, and its pace never moves the end of the ramp', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.double({ min: 0.5, max: 2, noNaN: true }), (a, b, pace) => {
        expect(learntShare(line, a + b, pace)).toBeGreaterThanOrEqual(learntShare(line, a, pace));
        expect(learntShare(line, 1e6, pace)).toBe(1);
      }),
    );
  });
});
