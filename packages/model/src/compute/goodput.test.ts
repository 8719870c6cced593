import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestGoodput, goodput, junctionFactor, youngInterval_s } from './goodput.ts';

describe('goodput', () => {
  it('without interruptions loses only the checkpoints', () => {
    expect(goodput(0, 300, 10, 90)).toBeCloseTo(0.9, 12);
    expect(bestGoodput(0, 300, 10)).toBe(1);
  });

  it('is a share, and falls with every kind of loss', () => {
    const rate = fc.double({ min: 1e-7, max: 1e-3, noNaN: true });
    const time = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(rate, time, time, (interruption, restart, checkpoint) => {
        const one = bestGoodput(interruption, restart, checkpoint);
        expect(one).toBeGreaterThan(0);
        expect(one).toBeLessThan(1);
        expect(bestGoodput(2 * interruption, restart, checkpoint)).toBeLessThan(one);
        expect(bestGoodput(interruption, 2 * restart, checkpoint)).toBeLessThan(one);
        expect(bestGoodput(interruption, restart, 2 * checkpoint)).toBeLessThan(one);
      }),
    );
  });

  it("is best near Young's interval when pauses are short", () => {
    const best = youngInterval_s(10, 1e5);
    for (const other of [0.5, 0.8, 1.25, 2]) {
      expect(goodput(1e-5, 60, 10, best * other)).toBeLessThan(goodput(1e-5, 60, 10, best));
    }
  });

  it('doubles failures with each step of temperature', () => {
    expect(junctionFactor(363, 353, 10)).toBe(2);
    expect(junctionFactor(353, 353, 10)).toBe(1);
    expect(junctionFactor(333, 353, 10)).toBe(0.25);
  });
});
