import { describe, expect, it } from 'vitest';
import { buildBudget_USD, carriedOn_USD, debtCapacity_USD, taxable_USD } from './funding.ts';

describe('funding from the books', () => {
  it('lends on earnings, and not on losses', () => {
    expect(debtCapacity_USD(10, 4, 15)).toBe(25);
    expect(debtCapacity_USD(-10, 4, 15)).toBe(0);
    expect(debtCapacity_USD(10, 4, 50)).toBe(0);
  });

  it('spends spare cash over the horizon and what comes in, never less than nothing', () => {
    expect(buildBudget_USD(34, 10, 0, 12, 1)).toBe(3);
    expect(buildBudget_USD(34, 10, 0, 12, -5)).toBe(0);
  });

  it('taxes income after carried losses, each used once', () => {
    expect(taxable_USD(10, 4)).toBe(6);
    expect(carriedOn_USD(10, 4)).toBe(0);
    expect(taxable_USD(-3, 4)).toBe(0);
    expect(carriedOn_USD(-3, 4)).toBe(7);
  });
});
