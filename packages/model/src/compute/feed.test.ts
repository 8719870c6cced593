import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairShares } from './feed.ts';

const shares = (offered: number[], chips: number[], carried: number): number[] => {
  const share = new Float64Array(offered.length);
  fairShares(Float64Array.from(offered), Float64Array.from(chips), carried, share);
  return [...share];
};

describe('links shared by chips at work', () => {
  it('starve what exchanges much and carry whole what exchanges little', () => {
    expect(shares([90, 2], [1, 1], 32)).toEqual([1 / 3, 1]);
  });

  it('go by chips: twice as many get twice as much', () => {
    expect(shares([100, 100], [2, 1], 60)).toEqual([0.4, 0.2]);
  });

  it('are all carried when they fit, and nothing when there are none', () => {
    expect(shares([10, 20], [1, 1], 30)).toEqual([1, 1]);
    expect(shares([10, 0], [1, 1], 0)).toEqual([0, 1]);
  });

  it('carry exactly what there is, whoever offers', () => {
    const rate = fc.double({ min: 0, max: 1e15, noNaN: true });
    const chips = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rate, chips), { minLength: 1, maxLength: 6 }),
        rate,
        (offers, carried) => {
          const offered = offers.map(([one]) => one);
          const got = shares(
            offered,
            offers.map(([, own]) => own),
            carried,
          );
          const sum = got.reduce((total, share, index) => total + share * offered[index]!, 0);
          const whole = offered.reduce((total, one) => total + one, 0);
          expect(sum).toBeCloseTo(Math.min(carried, whole), -Math.log10(Math.max(1, whole)) + 9);
          for (const share of got) expect(share >= 0 && share <= 1).toBe(true);
        },
      ),
    );
  });
});
