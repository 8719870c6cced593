import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cashFlow,
  cents,
  imbalance,
  type MonthFlows,
  netIncome,
  openingBalance,
  post,
  sumOf,
} from './post.ts';

const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map(cents);
const segment = fc.record({
  revenue: amount,
  operatingCost: amount,
  depreciation: amount,
  capitalSpending: amount,
});
const month: fc.Arbitrary<MonthFlows> = fc.record({
  segments: fc.record({ space: segment, connectivity: segment, ai: segment }),
  intercompany: amount,
  interestPaid: amount,
  interestEarned: amount,
  tax: amount,
  borrowed: amount,
  repaid: amount,
  sharesSold: amount,
  unexplained: amount,
});
const plant = fc.record({ space: amount, connectivity: amount, ai: amount });

describe('books', () => {
  it('balance to the cent after any months', () => {
    fc.assert(
      fc.property(amount, plant, amount, fc.array(month, { maxLength: 24 }), (cash, built, debt, months) => {
        let balance = openingBalance(cash, built, debt);
        for (const flows of months) {
          balance = post(balance, flows);
          expect(imbalance(balance)).toBe(0);
          expect(Number.isSafeInteger(balance.cash)).toBe(true);
        }
      }),
    );
  });

  it('fail their check when an entry has one side only', () => {
    const balance = openingBalance(100, { space: 0, connectivity: 0, ai: 0 }, 40);
    expect(imbalance({ ...balance, debt: 41 })).toBe(-1);
  });

  it('keep spending out of income and depreciation out of cash', () => {
    const nothing = { revenue: 0, operatingCost: 0, depreciation: 0, capitalSpending: 0 };
    const flows: MonthFlows = {
      segments: {
        space: { revenue: 500, operatingCost: 200, depreciation: 50, capitalSpending: 70 },
        connectivity: nothing,
        ai: nothing,
      },
      intercompany: 0,
      interestPaid: 10,
      interestEarned: 4,
      tax: 44,
      borrowed: 30,
      repaid: 5,
      sharesSold: 20,
      unexplained: 0,
    };
    expect(netIncome(flows)).toBe(200);
    expect(cashFlow(flows)).toEqual({ operating: 250, investing: -70, financing: 45, unexplained: 0 });
  });

  it('leave what segments sell one another out of the whole', () => {
    const nothing = { revenue: 0, operatingCost: 0, depreciation: 0, capitalSpending: 0 };
    const flows: MonthFlows = {
      segments: {
        space: { ...nothing, revenue: 500 },
        connectivity: nothing,
        ai: { ...nothing, operatingCost: 300 },
      },
      intercompany: 300,
      interestPaid: 0,
      interestEarned: 0,
      tax: 0,
      borrowed: 0,
      repaid: 0,
      sharesSold: 0,
      unexplained: 0,
    };
    expect(sumOf(flows, 'revenue')).toBe(200);
    expect(sumOf(flows, 'operatingCost')).toBe(0);
    expect(netIncome(flows)).toBe(200);
  });
});
