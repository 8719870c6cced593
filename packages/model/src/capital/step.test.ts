import { describe, expect, it } from 'vitest';
import { arrays, build, idle, run } from '../../testing/capital.ts';
import { calendar } from '../time/calendar.ts';
import { type CapitalState, capitalReads } from './state.ts';
import { capital } from './step.ts';

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('the books before the model', () => {
  const { months } = run('as-needed', idle, 7);
  const quarter = (key: 'revenue_USD' | 'capitalSpending_USD', from: number, segment: number): number =>
    months.slice(from, from + 3).reduce((total, month) => total + (month[key][segment] as number), 0);

  it('are those filed, to the million', () => {
    expect([0, 1, 2].map((segment) => quarter('revenue_USD', 3, segment) / 1e6)).toEqual(
      [962, 4291, 2561].map((value) => expect.closeTo(value, 6)),
    );
    expect(quarter('capitalSpending_USD', 3, 2) / 1e6).toBeCloseTo(15_828, 6);
    expect((months[2]?.cash_USD[0] as number) / 1e6).toBeCloseTo(15_852, 6);
    expect((months[5]?.debt_USD[0] as number) / 1e6).toBeCloseTo(39_364, 6);
    expect((months[5]?.cash_USD[0] as number) / 1e6).toBeCloseTo(100_000, 0);
  });

  it('lead into the model without a break in what is sold', () => {
    for (const segment of [0, 1]) {
      const step = (months[6]?.revenue_USD[segment] as number) / (months[5]?.revenue_USD[segment] as number);
      expect(step).toBeGreaterThan(0.85);
      expect(step).toBeLessThan(1.15);
    }
  });
});

describe('the books of the model', () => {
  it('balance to the cent, every month, under either funding', () => {
    for (const funding of ['as-needed', 'books'] as const) {
      let cash = 24_747e6;
      for (const month of run(funding, build(1000)).months) {
        const rise = (month.cash_USD[0] as number) - cash;
        const flow =
          sum(month.salesIn_USD) +
          sum(month.raisedIn_USD) -
          sum(month.operatingOut_USD) -
          sum(month.capitalOut_USD) -
          sum(month.otherOut_USD);
        expect(Math.abs(flow - rise)).toBeLessThan(1e-9 * Math.max(sum(month.salesIn_USD), Math.abs(cash)));
        cash = month.cash_USD[0] as number;
      }
    }
  });

  it('keep the least cash when funded as needed, and count what that took', () => {
    const { months, params } = run('as-needed', build(5000));
    for (const month of months.slice(6)) {
      expect(month.cash_USD[0]).toBeGreaterThanOrEqual(params.section.leastCash_USD * (1 - 1e-12));
      expect(month.buildBudget_USD2026[0]).toBe(Infinity);
      expect(month.insolvent[0]).toBe(0);
    }
    expect(months.at(-1)?.capitalNeeded_USD[0]).toBeGreaterThan(1e11);
  });

  it('run out of cash when more is begun than the books can pay, and go on', () => {
    const { months } = run('books', build(2000));
    const broke = months.findIndex((month) => month.insolvent[0] === 1);
    expect(broke).toBeGreaterThan(12);
    expect(months.slice(broke).every((month) => month.insolvent[0] === 1)).toBe(true);
    expect(months.at(-1)?.buildBudget_USD2026[0]).toBe(0);
    expect(months[broke]?.capitalNeeded_USD[0]).toBe(0);
    expect(months[broke]?.capitalLimits[12]).toBeGreaterThan(0);
    expect(months[broke]?.fundable[0]).toBe(0);
  });

  it('learn from what is begun, and charge it to AI', () => {
    const { months } = run('as-needed', build(1000));
    const first = months[11]?.unitCost_USD2026[0] as number;
    const last = months.at(-1)?.unitCost_USD2026[0] as number;
    expect(first / 120e3).toBeGreaterThan(22 + 28 + 50);
    expect(last).toBeLessThan(first);
    const begun = 1000 * (months[20]?.unitCost_USD2026[0] as number);
    const more =
      (months[20]?.capitalSpending_USD[2] as number) -
      (run('as-needed', idle, 21).months[20]?.capitalSpending_USD[2] as number);
    expect(more / begun).toBeGreaterThan(1);
    expect(more / begun).toBeLessThan(1.1);
  });

  it('sell along the demand curve: more supply, lower price, more work bought', () => {
    const few = run('as-needed', build(100)).months[119];
    const many = run('as-needed', build(100_000)).months[119];
    expect(many?.computePrice_USD2026perFLOP[0]).toBeLessThan(few?.computePrice_USD2026perFLOP[0] as number);
    expect(many?.demand_FLOPperS[0]).toBeGreaterThan(few?.demand_FLOPperS[0] as number);
  });
});

describe('the market in the run', () => {
  const asked = run('as-needed', idle, 1).params.marketDemand;

  it('is steady while power and not buyers limit what a fleet delivers', () => {
    // Ten times what is asked at the market's price, all of it powered: delivered is what last month's price sold.
    const { months, params } = run('as-needed', (now, month, before) => {
      const supply = 10 * (asked[month] as number);
      now.deliverable_FLOPperS[0] = supply;
      now.work_FLOPperS[0] = Math.min(supply, before.demand_FLOPperS[0] as number);
    });
    const price = months.map(
      (month, index) =>
        (month.computePrice_USD2026perFLOP[0] as number) /
        ((params.marketPrice[index] as number) * (params.workloads[0]?.priceFactor ?? 1)),
    );
    const after = price.slice(12, -1);
    // Demand that grows by a few per cent a month may move the price as much, and no more.
    for (const [index, value] of after.entries()) {
      expect(Math.abs(value / (after[index - 1] ?? value) - 1)).toBeLessThan(0.01);
    }
  });
});

describe('a step', () => {
  it('opens with the filed cash, a demand and the cost of a unit at the price of launch assumed before', () => {
    const { params } = run('as-needed', idle, 1);
    const out = arrays(capital.writes);
    capital.initial(params, out);
    expect(out.cash_USD[0]).toBe(24_747e6);
    expect(out.demand_FLOPperS[0]).toBe(params.marketDemand[0]);
    const opening = params.section.openingLaunchCost_USD2026perkg;
    const month = run('as-needed', (now) => now.launchCost_USD2026perkg.fill(opening), 1).months[0];
    expect(out.unitCost_USD2026[0]).toBe(month?.unitCost_USD2026[0]);
  });

  it('comes out the same when the engine rolls it back and steps again', () => {
    const { params } = run('as-needed', build(10), 1);
    const out = arrays(capital.writes);
    const now = arrays(capitalReads);
    const state = capital.initial(params, out) as CapitalState;
    const months = calendar(-12, 60).intervals.slice(0, 40);
    for (const interval of months) {
      now.launchCost_USD2026perkg.fill(3000);
      now.launchMean_USD2026perkg.fill(3100);
      now.newWork_FLOPperJ.fill(6e11);
      now.begun.set([20, 1]);
      now.stationsBuilt[0] = interval.index;
      const before = structuredClone(state);
      const chance = { uniform: () => 0.5, normal: () => 0 };
      capital.step(params, state, { now, before: {} }, out, interval, chance);
      const once = structuredClone(out);
      for (const [name, values] of Object.entries(before)) state[name]?.set(values);
      capital.step(params, state, { now, before: {} }, out, interval, chance);
      expect(out).toEqual(once);
    }
    expect(state.standing[1]).toBe(40);
  });
});
