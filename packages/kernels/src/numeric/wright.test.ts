import { describe, expect, it } from 'vitest';
import { doneFor, learned } from './wright.ts';

describe("Wright's law", () => {
  it('lowers by one share with each doubling, and takes back nothing below the reference', () => {
    expect(learned(22, 150, 0.15, 300)).toBeCloseTo(22 * 0.85, 12);
    expect(learned(22, 150, 0.15, 600)).toBeCloseTo(22 * 0.85 ** 2, 12);
    expect(learned(22, 150, 0.15, 10)).toBe(22);
  });

  it('says what must be made for a value', () => {
    expect(learned(22, 150, 0.15, doneFor(22, 150, 0.15, 11))).toBeCloseTo(11, 12);
  });
});
