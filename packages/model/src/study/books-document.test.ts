import { describe, expect, it } from 'vitest';
import { expectValue, housePlan, houseTables } from '../../testing/house.ts';
import { prepareRun, simulateAtOnce } from '../engine/run.ts';
import type { Override } from '../plan/load.ts';
import { booksOf } from './books-document.ts';
import { Reading } from './reading.ts';

const months: Override[] = [
  { path: 'period.from', text: '2026-01' },
  { path: 'period.to', text: '2027-12' },
];

function books(overrides: readonly Override[] = []) {
  const plan = housePlan('as-flown', [...months, ...overrides]);
  const before = housePlan('as-flown', overrides, { from: -12, to: -1 });
  const result = simulateAtOnce(expectValue(prepareRun(plan, { seed: 1, tables: houseTables(plan) })));
  const pass = result.passes[0];
  if (!pass) throw new Error('a run has a pass');
  return booksOf(new Reading(plan, result, pass), before);
}

describe('the books of a plan', () => {
  const document = books();
  const millions = (value: number | null | undefined): number => Math.round((value ?? Number.NaN) / 1e6);

  it('have 2025 by segment as filed, to the million', () => {
    const [filed] = document.years;
    expect(filed?.year).toBe(2025);
    expect(millions(filed?.segments.space.revenue_USD)).toBe(4086);
    expect(millions(filed?.segments.connectivity.revenue_USD)).toBe(11_387);
    expect(millions(filed?.segments.ai.revenue_USD)).toBe(3201);
    expect(millions(filed?.segments.space.operatingIncome_USD)).toBe(-657);
    expect(millions(filed?.segments.connectivity.operatingIncome_USD)).toBe(4423);
    expect(millions(filed?.segments.ai.operatingIncome_USD)).toBe(-6355);
    expect(millions(filed?.cash.investing_USD)).toBe(-20_737);
    expect(millions(filed?.cash.closing_USD)).toBe(24_747);
  });

  it('have the cash flow of the first quarter of 2026, with what is not explained apart', () => {
    const quarter = document.quarters.find(({ quarter: name }) => name === '2026-Q1');
    expect(millions(quarter?.cash.opening_USD)).toBe(24_747);
    expect(millions(quarter?.cash.operating_USD)).toBe(1047);
    expect(millions(quarter?.cash.investing_USD)).toBe(-10_107);
    expect(millions(quarter?.cash.unexplained_USD)).toBe(165);
    expect(millions(quarter?.cash.closing_USD)).toBe(15_852);
    expect(quarter?.basis).toBe('filed');
  });

  it('balance in every month, in whole cents, and say what is assumed', () => {
    expect(document.checks).toMatchObject({ balanced: true, cents: true, months: 24 });
    expect(document.assumed.map(({ path }) => path)).toContain('capital.openingDebt');
    for (const { balance } of document.years) {
      const owed = balance.debt_USD + balance.unexplained_USD + balance.equity_USD;
      expect(Math.abs(balance.assets_USD - owed)).toBeLessThan(0.02);
    }
  });

  it('carry a year from the one before', () => {
    const [filed, first, second] = document.years;
    expect(first?.cash.opening_USD).toBe(filed?.cash.closing_USD);
    expect(second?.cash.opening_USD).toBe(first?.cash.closing_USD);
  });

  it.each([
    ['capital.openingDebt', '5 GUSD'],
    ['capital.taxRate', '0.4'],
    ['capital.assetLifeAi', '2 yr'],
    ['funding', 'books'],
  ])('balance with %s at %s', (path, text) => {
    expect(books([{ path, text }]).checks).toMatchObject({ balanced: true, cents: true });
  });
});
