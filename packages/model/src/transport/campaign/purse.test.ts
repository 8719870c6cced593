import { describe, expect, it } from 'vitest';
import { evenBudget, Purse } from './purse.ts';

describe('a purse', () => {
  it('spreads what the campaign did not spend over the horizon, and takes back what it overspent', () => {
    const budget = {
      ...evenBudget(3, 1, 100, 10),
      spent_USD2026: Float64Array.of(80, 80, 80),
      horizon_months: 4,
    };
    const purse = new Purse(budget, 1);
    purse.turnTo(0);
    expect(purse.buildBudget_USD2026[0]).toBe(100);
    purse.pay(Float64Array.of(4));
    purse.turnTo(1);
    // 40 of 80 were left: a quarter of them a month.
    expect(purse.buildBudget_USD2026[0]).toBe(110);
    purse.pay(Float64Array.of(60));
    purse.turnTo(2);
    expect(purse.buildBudget_USD2026[0]).toBe(0);
  });
});
