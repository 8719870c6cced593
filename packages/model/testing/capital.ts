import { readdirSync, readFileSync } from 'node:fs';
import type { CapitalParams } from '../src/capital/params.ts';
import { capitalReads, type Now, type Out } from '../src/capital/state.ts';
import { capital } from '../src/capital/step.ts';
import { readCatalogue } from '../src/evidence/catalogue.ts';
import type { Dimension } from '../src/flows/port.ts';
import { type PortName, ports } from '../src/flows/ports.ts';
import type { Host, Setting } from '../src/flows/subsystem.ts';
import { success } from '../src/outcome/outcome.ts';
import { readPlan } from '../src/plan/read.ts';
import { composeSchema } from '../src/plan/schema.ts';
import { viewOf } from '../src/plan/view.ts';
import { calendar } from '../src/time/calendar.ts';

const folder = new URL('../../../catalogue/', import.meta.url);
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

/** Columns of ports, empty. */
export function arrays<N extends PortName>(names: readonly N[]): { [K in N]: Float64Array } {
  return Object.fromEntries(names.map((name) => [name, new Float64Array(sizes[ports[name].of])])) as {
    [K in N]: Float64Array;
  };
}

export interface Run {
  readonly params: CapitalParams;
  readonly months: { [K in keyof Out]: Float64Array }[];
}

/** Writes what the other rooms would have written; `before` is what capital wrote a month ago. */
export type Fill = (
  now: { [K in keyof Now]: Float64Array },
  month: number,
  before: { readonly [K in keyof Out]: Float64Array },
) => void;

/** Steps the room alone; `set` fills what the other rooms would have written. */
export function run(funding: Setting['funding'], set: Fill, months = 120): Run {
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

export const idle = (): void => {};

/** A fleet that is built at a steady pace and sells all it delivers. */
export const build =
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
