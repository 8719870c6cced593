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
satellites: {ai1: {}}
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

/** Steps the room alone; `set` fills what the other rooms would have written. */
function run(
  funding: Setting['funding'],
  set: (now: { [K in keyof Now]: Float64Array }, month: number) => void,
  months = 120,
): Run {
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
    now.powerPerNewUnit_W.set([120e3, 1e8]);
    now.deliverableShare.fill(1);
    now.launches.fill(12);
    set(now, interval.index);
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
  (perMonth: number) =>
  (now: { [K in keyof Now]: Float64Array }, month: number): void => {
    const units = month < 12 ? 0 : perMonth * (month - 11);
    now.begun[0] = month < 12 ? 0 : perMonth;
    now.wanted[0] = now.begun[0];
    now.inService[0] = units;
    const work = units * 120e3 * 6e11;
    now.installed_FLOP[0] = 2.6e6 * work * 2;
    now.idle_FLOP[0] = 2.6e6 * work;
    now.useful_FLOP[0] = 2.6e6 * work * 0.4;
    now.chipEnergy_J[0] = units * 120e3 * 2.6e6;
    now.work_FLOPperS[0] = work * 0.4;
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

describe('a step', () => {
  it('keeps every column of its state within the arrays it was given', () => {
    const catalogueRun = run('as-needed', build(10), 1);
    const out = arrays(capital.writes);
    const state = capital.initial(catalogueRun.params, out) as CapitalState;
    expect(Object.values(state).every((column) => column instanceof Float64Array)).toBe(true);
    expect(out.cash_USD[0]).toBe(24_747e6);
    expect(out.demand_FLOPperS[0]).toBeGreaterThan(0);
    expect(out.unitCost_USD2026[0]).toBeGreaterThan(0);
  });
});
