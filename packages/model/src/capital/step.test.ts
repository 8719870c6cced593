import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../evidence/catalogue.ts';
import type { Dimension } from '../flows/port.ts';
import { type PortName, ports } from '../flows/ports.ts';
import type { Host, Setting } from '../flows/subsystem.ts';
import { success } from '../outcome/outcome.ts';
import { readPlan } from '../plan/read.ts';
import { composeSchema } from '../plan/schema.ts';
import { viewOf } from '../plan/view.ts';
import { calendar } from '../time/calendar.ts';
import type { CapitalParams } from './params.ts';
import { type CapitalState, capitalReads, type Now, type Out } from './state.ts';
import { capital } from './step.ts';

const folder = new URL('../../../../catalogue/', import.meta.url);
const files = (readdirSync(folder, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));

const planText = `
period: {from: 2026-01, to: 2035-12}
satellites: {ai1: {imagerShare: 10 %}}
sites: {memphis: {begin: 2026-01, latitude: 35 deg, longitude: -90 deg}}
shells:
  low: {altitude: 700 km, inclination: 30 deg, planes: 10, perPlane: 10, satellite: ai1, begin: 2027-01}
workloads: {serving: {}}
`;

function unwrap<T>(outcome: { ok: true; value: T } | { ok: false; faults: readonly unknown[] }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults, null, 1));
  return outcome.value;
}

const hosts: Host[] = [
  {
    index: 0,
    name: 'low',
    kind: 'orbit',
    satellite: 'ai1',
    target: 100,
    begin: 12,
    unitPower_W: 120e3,
    unitMass_kg: 2000,
    unitLife_s: 1.58e8,
  },
  {
    index: 1,
    name: 'memphis',
    kind: 'ground',
    target: 0,
    begin: 0,
    unitPower_W: 1e8,
    unitMass_kg: 0,
    unitLife_s: 1.58e8,
  },
];
const sizes: Record<Dimension, number> = {
  one: 1,
  host: 2,
  cohort: 2,
  vehicle: 1,
  segment: 3,
  workload: 1,
  constraint: 18,
};

function arrays<N extends PortName>(names: readonly N[]): { [K in N]: Float64Array } {
  return Object.fromEntries(names.map((name) => [name, new Float64Array(sizes[ports[name].of])])) as {
    [K in N]: Float64Array;
  };
}

interface Run {
  readonly params: CapitalParams;
  readonly months: { [K in keyof Out]: Float64Array }[];
}

/** Writes what the other rooms would have written; `before` is what capital wrote a month ago. */
type Fill = (
  now: { [K in keyof Now]: Float64Array },
  month: number,
  before: { readonly [K in keyof Out]: Float64Array },
) => void;

/** Steps the room alone; `set` fills what the other rooms would have written. */
function run(funding: Setting['funding'], set: Fill, months = 120): Run {
  const catalogue = unwrap(readCatalogue(files));
  const plan = unwrap(
    readPlan({
      file: 'plan.yaml',
      readText: () => success({ file: 'plan.yaml', text: planText }),
      catalogue,
      schema: composeSchema([{ name: 'capital', schema: capital.schema }]),
      overrides: [],
    }),
  );
  const time = calendar(plan.from, plan.to);
  const setting: Setting = {
    calendar: time,
    hosts,
    vehicles: ['falcon-9'],
    workloads: ['serving'],
    funding,
    tables: new Map(),
  };
  const params = unwrap(capital.compile(viewOf(plan, 'capital', capital.schema), setting));
  const out = arrays(capital.writes);
  const now = arrays(capitalReads);
  const state = capital.initial(params, out);
  const results: Run['months'] = [];
  for (const interval of time.intervals.slice(0, months)) {
    now.launchCost_USD2026perkg.fill(3000);
    now.launchMean_USD2026perkg.fill(3000);
    now.newWork_FLOPperJ.fill(6e11);
    now.powerPerNewUnit_W.set([120e3, 1e8]);
    now.deliverableShare.fill(1);
    now.launches.fill(12);
    set(now, interval.index, out);
    capital.step(params, state, { now, before: {} }, out, interval, { uniform: () => 0.5, normal: () => 0 });
    results.push(structuredClone(out));
  }
  return { params, months: results };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const idle = (): void => {};

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

/** A fleet that is built at a steady pace and sells all it delivers. */
const build =
  (perMonth: number): Fill =>
  (now, month) => {
    const units = month < 12 ? 0 : perMonth * (month - 11);
    now.begun[0] = month < 12 ? 0 : perMonth;
    now.wanted[0] = now.begun[0];
    now.inService[0] = units;
    const work = units * 120e3 * 6e11;
    now.work_FLOPperS[0] = work * 0.4;
    now.deliverable_FLOPperS[0] = work * 1.2;
  };

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

describe('levelised cost in the run', () => {
  it('exists for orbit and ground before anything is built', () => {
    const month = run('as-needed', idle, 1).months[0];
    for (const cost of month?.levelised_USD2026perFLOP ?? []) {
      // Between 1 and 10,000 USD a PFLOP-day.
      expect(cost * 8.64e19).toBeGreaterThan(1);
      expect(cost * 8.64e19).toBeLessThan(1e4);
    }
  });

  it('rises on the ground with the wait, and in orbit with the price of launch', () => {
    const base = run('as-needed', idle, 1).months[0]?.levelised_USD2026perFLOP;
    const slow = run('as-needed', (now) => now.wait_s.set([0, 1.6e8]), 1).months[0]?.levelised_USD2026perFLOP;
    const dear = run('as-needed', (now) => now.launchCost_USD2026perkg.fill(6000), 1).months[0]
      ?.levelised_USD2026perFLOP;
    expect(slow?.[1]).toBeGreaterThan(base?.[1] as number);
    expect(slow?.[0]).toBe(base?.[0]);
    expect(dear?.[0]).toBeGreaterThan(base?.[0] as number);
    expect(dear?.[1]).toBe(base?.[1]);
  });
});

describe('levelised cost of a site without halls', () => {
  const costs = (set: Fill) => run('as-needed', set, 30).months[29]?.levelised_USD2026perFLOP as Float64Array;

  it('does not move when the links in orbit get worse', () => {
    const links =
      (share: number): Fill =>
      (now, month, before) => {
        build(100)(now, month, before);
        now.deliverableShare[0] = share;
        now.work_FLOPperS[0] = share * (now.work_FLOPperS[0] as number);
        now.deliverable_FLOPperS[0] = share * (now.deliverable_FLOPperS[0] as number);
      };
    const [open, full] = [costs(links(1)), costs(links(0.1))];
    expect(full[1]).toBe(open[1]);
    expect((full[0] as number) / (open[0] as number)).toBeCloseTo(10, 9);
    const cut = costs((now) => now.deliverableShare.set([0, 1]));
    expect(cut[0]).toBe(Infinity);
    expect(cut[1]).toBe(open[1]);
  });

  it('does not move with how far the fleet in orbit is overbuilt', () => {
    expect(costs(build(10_000))[1]).toBe(costs(build(10))[1]);
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

describe('what is paid for units', () => {
  const spent = (set: Fill, months = 30): number[] =>
    run('as-needed', set, months).months.map((month) => month.capitalSpending_USD[2] as number);
  /** What `set` costs more than nothing, real, by month. */
  const more = (set: Fill): number[] => {
    const without = spent(idle);
    const { params } = run('as-needed', idle, 1);
    return spent(set).map(
      (value, index) => (value - (without[index] as number)) / (params.priceLevel[index] as number),
    );
  };

  it('is chips and building for a first hall, and chips alone for one in a building that stands', () => {
    const cost = more((now, month) => {
      now.begun[1] = month === 8 || month === 20 ? 3 : month === 26 ? 1 : 0;
      now.placed[1] = month === 14 || month === 26 ? 3 : 0;
      now.inService[1] = month >= 14 ? 3 : 0;
      // Begun ahead, while the halls they replace still run.
      now.leaving[1] = month >= 20 && month < 26 ? 3 : 0;
    });
    const host = run('as-needed', idle, 1).params.hosts[1];
    const chips = host?.chips_USD2026[8] as number;
    const building = host?.building_USD2026 as number;
    expect((cost[8] as number) / (3 * (chips + building))).toBeCloseTo(1, 9);
    expect(building).toBeGreaterThan(0.1 * chips);
    expect((cost[20] as number) / (3 * chips)).toBeCloseTo(1, 9);
    expect((cost[26] as number) / (chips + building)).toBeCloseTo(1, 9);
  });

  it('holds an imager for every replaced satellite that carries one', () => {
    const pay = (begun: number): number =>
      more((now, month) => {
        now.begun[0] = month === 20 ? begun : 0;
        now.inService[0] = month >= 12 ? 100 : 0;
      })[20] as number;
    const { params, months } = run('as-needed', idle, 21);
    const imagers = params.hosts[0]?.imagers_USD2026 as number;
    const unit = months[20]?.unitCost_USD2026[0] as number;
    expect(imagers).toBeGreaterThan(0);
    expect((pay(10) - 10 * unit) / (10 * imagers)).toBeCloseTo(1, 6);
  });

  it('holds launches at the mean of what flies, while one more costs the marginal price', () => {
    const fly =
      (mean: number): Fill =>
      (now, month) => {
        now.begun[0] = month === 20 ? 10 : 0;
        now.launchMean_USD2026perkg.fill(mean);
      };
    const insured = run('as-needed', idle, 1).params.hosts[0]?.insurance as number;
    const [cheap, dear] = [more(fly(3000))[20] as number, more(fly(5000))[20] as number];
    expect((dear - cheap) / (10 * 2000 * 2000 * insured)).toBeCloseTo(1, 6);
    const unit = (mean: number) => run('as-needed', fly(mean), 21).months[20]?.unitCost_USD2026[0];
    expect(unit(5000)).toBe(unit(3000));
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
