import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch, drawShare, runningShare } from './dispatch.ts';

const shares = fc.array(
  fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 1,
    maxLength: 5,
  },
);

describe('dispatch of chips to work', () => {
  it('never gives more than asked for or than there is, and leaves nothing idle that is wanted', () => {
    fc.assert(
      fc.property(shares, (rows) => {
        const need = Float64Array.from(rows.map(([wanted]) => wanted));
        const given = new Float64Array(rows.length);
        const total = dispatch(need, Float64Array.from(rows.map(([, kept]) => kept)), given);
        const wanted = need.reduce((sum, value) => sum + value, 0);
        expect(total).toBeCloseTo(Math.min(1, wanted), 12);
        expect(given.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 9);
        given.forEach((share, w) => {
          expect(share).toBeLessThanOrEqual((need[w] as number) + 1e-9);
        });
      }),
    );
  });

  it("keeps to the plan's shares what both want", () => {
    const given = new Float64Array(2);
    dispatch(Float64Array.of(5, 5), Float64Array.of(0.3, 0.7), given);
    expect(given[0]).toBeCloseTo(0.3, 12);
    expect(given[1]).toBeCloseTo(0.7, 12);
  });

  it('hands on what one workload leaves', () => {
    const given = new Float64Array(2);
    dispatch(Float64Array.of(0.1, 5), Float64Array.of(0.5, 0.5), given);
    expect([...given].map((share) => share.toFixed(6))).toEqual(['0.100000', '0.900000']);
  });

  it('runs on power what that power was asked for', () => {
    for (const load of [0, 0.3, 1])
      expect(runningShare(drawShare(load, 0.25), 1, 0.25)).toBeCloseTo(load, 12);
    expect(runningShare(0.1, 1, 0.25)).toBe(0);
    expect(runningShare(5, 0, 0.25)).toBe(0);
  });
});
