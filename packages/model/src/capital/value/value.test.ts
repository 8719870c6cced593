import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossHoldings } from './cross-holdings.ts';
import { type Holder, multipleAt, stakeOf } from './holders.ts';
import {
  cashFlowValue_USD,
  multipleValue_USD,
  type SegmentSeries,
  segmentValue_USD,
  type View,
} from './segment-value.ts';
import { type Burn, distanceToDefault, runway_months, stabilityAt } from './stability.ts';

const level = (months: number, value: number): Float64Array => new Float64Array(months).fill(value);
const series = (months: number, revenue: number, earnings: number, spending: number): SegmentSeries => ({
  revenue_USD: level(months, revenue),
  earnings_USD: level(months, earnings),
  depreciation_USD: level(months, 0),
  spending_USD: level(months, spending),
});
const view: View = {
  rate_perMonth: 0.01,
  taxRate: 0.2,
  exitMultiple: 10,
  salesMultiple: 5,
  cashFlowWeight: 0.5,
  drift: 0,
};

describe('value of a segment', () => {
  it('is that of a perpetuity when the exit multiple is one', () => {
    // 8 a month after tax for ever at 1 % a month, paid in mid-month: 8/0.01. Exit: 12 months of 10 at 8/(0.01·120).
    const perpetual = { ...view, exitMultiple: 8 / (0.01 * 120) };
    expect(cashFlowValue_USD(series(240, 20, 10, 0), perpetual, 0)).toBeCloseTo(800, 1);
  });

  it('counts spending, and no terminal value for what loses money', () => {
    const losing = cashFlowValue_USD(series(120, 20, -1, 3), view, 0);
    expect(losing).toBeLessThan(0);
    expect(losing).toBeCloseTo((-4 * (1 - Math.exp(-1.2))) / 0.01, 0);
  });

  it('is between its two ways of looking', () => {
    const flows = series(60, 20, 10, 2);
    const both = [cashFlowValue_USD(flows, view, 0), multipleValue_USD(flows, view, 0)];
    const value = segmentValue_USD(flows, view, 0);
    expect(value).toBeGreaterThan(Math.min(...both));
    expect(value).toBeLessThan(Math.max(...both));
  });

  it('rises with fortune', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 2, noNaN: true }), (drift) => {
        const flows = series(60, 20, 10, 2);
        expect(segmentValue_USD(flows, { ...view, drift }, 0)).toBeGreaterThan(
          segmentValue_USD(flows, view, 0),
        );
      }),
    );
  });
});

const burn = (ai: number, connectivity: number, growth: number, value: number): Burn => ({
  value_USD: Float64Array.from({ length: 36 }, (_, month) => 1000 + value * month),
  ai_USD: level(36, ai),
  connectivity_USD: level(36, connectivity),
  earnings_USD: Float64Array.from({ length: 36 }, (_, month) => 1 + growth * month),
  gainToCash: 0.1,
  leverageLimit: 4,
});

describe('stability', () => {
  it('is the definition: what gain, business and new debt give over what AI takes', () => {
    // A year: need 120, given 24, new capacity 4 · (Σ of 12 months' rise of 0.5 over 12 months = 72), gain 0.1 · 12 · 50.
    const { S, regime } = stabilityAt(burn(-10, 2, 0.5, 50), 30);
    expect(S).toBeCloseTo((0.1 * 12 * 50 + 24 + 4 * 72) / 120, 10);
    expect(regime).toBe('speculative');
  });

  it('names who pays', () => {
    expect(stabilityAt(burn(-10, 20, 0, 0), 30)).toMatchObject({ S: 2, regime: 'hedge' });
    expect(stabilityAt(burn(-10, 2, 0, 500), 30).regime).toBe('ponzi');
    expect(stabilityAt(burn(5, 2, 0, 0), 30)).toEqual({ S: null, regime: 'hedge' });
  });

  it('counts no fall of value against it', () => {
    expect(stabilityAt(burn(-10, 10, 0, -20), 30).S).toBeCloseTo(1, 12);
  });

  it('lasts as long as liquidity over what is missing', () => {
    expect(runway_months(100, 12, 2, 5)).toBe(20);
    expect(runway_months(100, 5, 5, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is nearer to default with more debt and more volatility', () => {
    expect(distanceToDefault(100, 50, 0.5, 0)).toBeGreaterThan(distanceToDefault(100, 80, 0.5, 0));
    expect(distanceToDefault(100, 50, 0.3, 0)).toBeGreaterThan(distanceToDefault(100, 50, 0.6, 0));
  });
});

describe('holders and cross-holdings', () => {
  const terms = {
    acquiredValue_USD: 250e9,
    acquirerValue_USD: 1000e9,
    acquirerShare_USD: 526.59,
    splitPieces: 5,
  };
  const holder = (of: Holder['of'], invested_USD: number, valuation_USD: number, diluted = 0): Holder => ({
    name: 'somebody',
    of,
    invested_USD,
    valuation_USD,
    entered: 0,
    diluted,
    value_USD: 0,
  });

  it('pays a stake in shares by the terms of the exchange', () => {
    const stake = stakeOf(holder('acquired', 2e9, 250e9), terms);
    expect(stake.shares).toBeCloseTo((2e9 / (0.1433 * 526.59)) * 0.1433 * 5, -3);
    expect(multipleAt(stake, 526.59 / 5)).toBeCloseTo(1, 12);
    const early = stakeOf(holder('acquired', 6e9, 24e9, 0.5), terms);
    expect(multipleAt(early, 526.59 / 5)).toBeCloseTo((250 / 24) * 0.5, 10);
  });

  it('counts a stake twice in the gross and once in the net', () => {
    // B owns 10 % of A, and 50 outside.
    const { values_USD, gross_USD, net_USD } = crossHoldings(
      [100, 50],
      [
        [0, 0],
        [0.1, 0],
      ],
    );
    expect(values_USD).toEqual([100, 60]);
    expect(gross_USD - net_USD).toBeCloseTo(10, 12);
  });

  it('conserves what outside holders have, whatever holds whom', () => {
    const share = fc.double({ min: 0, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.array(share, { minLength: 9, maxLength: 9 }),
        (own, shares) => {
          const holdings = [0, 1, 2].map((i) =>
            [0, 1, 2].map((j) => (i === j ? 0 : (shares[3 * i + j] as number))),
          );
          const { values_USD, net_USD } = crossHoldings(own, holdings);
          const outside = values_USD.reduce(
            (sum, value, j) =>
              sum + value * (1 - holdings.reduce((held, row) => held + (row[j] as number), 0)),
            0,
          );
          expect(outside / net_USD).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('refuses a circle that owns itself', () => {
    expect(() =>
      crossHoldings(
        [1, 1],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toThrow('circle');
  });
});
