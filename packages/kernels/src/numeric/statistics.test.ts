import { describe, expect, it } from 'vitest';
import { median, quantile, variation } from './statistics.ts';

describe('statistics', () => {
  it('have a median in the middle, of any order, and infinite where the middle is', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([1, Infinity, Infinity])).toBe(Infinity);
    expect(median([])).toBeNaN();
  });

  it('have quantiles that lie on the values where the share does', () => {
    expect([0, 0.25, 0.5, 1].map((share) => quantile([1, 2, 3, 4, 5], share))).toEqual([1, 2, 3, 5]);
    expect(quantile([0, 10], 0.3)).toBe(3);
  });

  it('have the variation of a known sample', () => {
    expect(variation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7) / 5, 12);
  });
});
