import { describe, expect, it } from 'vitest';
import { learningExponent, learntCost } from './learning.ts';

describe("Wright's law", () => {
  it('lowers the cost by one share with each doubling', () => {
    const exponent = learningExponent(0.15);
    expect(learntCost(22, 300, 150, exponent, 0)).toBeCloseTo(22 * 0.85, 12);
    expect(learntCost(22, 600, 150, exponent, 0)).toBeCloseTo(22 * 0.85 ** 2, 12);
  });

  it('starts where the cost was seen and ends at the floor', () => {
    expect(learntCost(22, 10, 150, learningExponent(0.15), 5)).toBe(22);
    expect(learntCost(22, 1e12, 150, learningExponent(0.15), 5)).toBe(5);
  });
});
