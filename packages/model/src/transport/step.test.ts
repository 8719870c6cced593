import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, readCatalogue } from '../evidence/catalogue.ts';
import { constraintIndex } from '../flows/constraint.ts';
import type { Host, Setting } from '../flows/subsystem.ts';
import { baseCollections } from '../plan/base.ts';
import { readPlan } from '../plan/read.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { composeSchema } from '../plan/schema.ts';
import { entriesOf, viewOf } from '../plan/view.ts';
import type { Shell } from '../sky/shell.ts';
import { calendar } from '../time/calendar.ts';
import { runCampaign } from './campaign/fluid.ts';
import { evenBudget } from './campaign/purse.ts';
import type { TransportPlan } from './entries.ts';
import { transport } from './step.ts';

const folder = fileURLToPath(new URL('../../../../catalogue', import.meta.url));
const starship = 'vehicles: [falcon-9, starship-flown, starship-v3]\n';
const pads = 'pads: [starbase, slc-37, lc-39a, slc-40, slc-4e, lc-39a-falcon]\n';
const orbit = `
satellites: [ai1]
shells:
  low: {altitude: 559 km, inclination: 30 deg, planes: 30, perPlane: 333, satellite: ai1, begin: 2028-01}
  dawn: {altitude: 725 km, inclination: 98.3 deg, planes: 2, perPlane: 5565, satellite: ai1, begin: 2028-01}
`;

let catalogue: Catalogue;
beforeAll(() => {
  const rooms = ['satellites', 'sites', 'shells', 'vehicles', 'pads'];
  const names = rooms.flatMap((room) => readdirSync(`${folder}/${room}`).map((name) => `${room}/${name}`));
  const read = readCatalogue(
    ['transport.yaml', ...names].map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') })),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  catalogue = read.value;
});

/** The plan's shells, then its sites, as the engine hands them to a room. */
function hostsOf(plan: ResolvedPlan, view: TransportPlan): Host[] {
  const shells = entriesOf(plan, 'shells', baseCollections.shells) as unknown as (Shell & {
    readonly satellite: string;
    readonly begin: number;
  })[];
  const orbit = shells.map((shell, index): Host => {
    const design = view.satellites.find((satellite) => satellite.name === shell.satellite)!;
    return {
      index,
      name: shell.name,
      kind: 'orbit',
      satellite: design.name,
      shell,
      target: shell.planes * shell.perPlane,
      begin: shell.begin - plan.from,
      unitPower_W: design.powerToCompute_W,
      unitMass_kg: design.mass_kg,
      unitLife_s: design.life_s,
    };
  });
  const ground = view.sites.map(
    (site, index): Host => ({
      index: orbit.length + index,
      name: site.name,
      kind: 'ground',
      target: site.halls,
      begin: site.begin - plan.from,
      unitPower_W: site.hallPower_W,
      unitMass_kg: 0,
      unitLife_s: site.hallLife_s,
    }),
  );
  return [...orbit, ...ground];
}

const known = new Map<string, ReturnType<typeof compile>>();
function compiled(text: string, funding: Setting['funding'] = 'as-needed') {
  const key = `${funding} ${text}`;
  const found = known.get(key) ?? compile(text, funding);
  known.set(key, found);
  return found;
}

function compile(text: string, funding: Setting['funding']) {
  const plan = readPlan({
    file: 'test.yaml',
    readText: () => ({ ok: true, value: { file: 'test.yaml', text } }),
    catalogue,
    schema: composeSchema([transport]),
    overrides: [],
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.faults, undefined, 1));
  const view = viewOf(plan.value, 'transport', transport.schema) as TransportPlan;
  const setting: Setting = {
    calendar: calendar(plan.value.from, plan.value.to),
    hosts: hostsOf(plan.value, view),
    vehicles: plan.value.entries.vehicles ?? [],
    workloads: [],
    funding,
    tables: new Map(),
  };
  return { plan: view, setting };
}

type Each = Parameters<typeof runCampaign>[3];
/** Money a month, and what a unit costs. */
type Purse = { readonly budget_USD2026: number; readonly unitCost_USD2026: number };
function run(text: string, seed: number, each: Each, purse?: Purse): void {
  const { plan, setting } = compiled(text, purse ? 'books' : 'as-needed');
  const { intervals } = setting.calendar;
  const budget =
    purse && evenBudget(intervals.length, setting.hosts.length, purse.budget_USD2026, purse.unitCost_USD2026);
  const ran = runCampaign(plan, setting, seed, each, budget);
  if (!ran.ok) throw new Error(JSON.stringify(ran.faults));
}
const sum = (values: Readonly<Float64Array>): number => values.reduce((total, value) => total + value, 0);

describe('a campaign', () => {
  it('flies 2026 as it was flown', () => {
    const flown: number[] = [];
    run(orbit + starship + pads, 1, (out, month) => {
      if (month < 9) flown.push(out.launches[1]!);
    });
    expect(flown).toEqual([0, 0, 0, 0, 1, 0, 1, 0, 1]);
  });

  it('keeps every kilogram and every unit, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const before = [0, 0];
        let units = 0;
        run(orbit + starship + pads, seed, (out) => {
          for (const h of [0, 1]) {
            const stock = out.massWaiting_kg[h]! + out.massInOrbit_kg[h]!;
            const leak =
              out.massBuilt_kg[h]! -
              out.massLostOnAscent_kg[h]! -
              out.massReentered_kg[h]! -
              (stock - before[h]!);
            expect(Math.abs(leak)).toBeLessThanOrEqual(1e-9 * Math.max(1, stock));
            before[h] = stock;
          }
          const cohorts = sum(out.cohortUnits);
          units = sum(out.inService);
          expect(Math.abs(cohorts - units)).toBeLessThanOrEqual(1e-9 * Math.max(1, units));
        });
        expect(units).toBeGreaterThan(1000);
      }),
      { numRuns: 8 },
    );
  });

  it('never launches more in a year than is permitted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const years = new Float64Array(20);
        run(orbit + starship + pads, seed, (out, month) => {
          const year = Math.floor(month / 12);
          years[year] = years[year]! + out.launches[1]! + out.launches[2]!;
        });
        // A leap year is a day longer than the year in which permits are counted.
        expect(Math.max(...years)).toBeLessThanOrEqual(145 * (366 / 365.25) + 1e-9);
        expect(Math.max(...years)).toBeGreaterThan(100);
      }),
      { numRuns: 8 },
    );
  });

  it('asks the mean price of all that flies for satellites, above that of one launch more of the cheapest', () => {
    const over: number[] = [];
    run(orbit + starship + pads, 1, (out, month) => {
      const flew = month > 0 && out.massInOrbit_kg[0]! + out.massInOrbit_kg[1]! > 0;
      const ratio = out.launchMean_USD2026perkg[0]! / out.launchCost_USD2026perkg[0]!;
      if (flew) over.push(ratio);
      else expect(ratio).toBe(1);
    });
    // The Starship of today flies beside its successor for a while; loads differ a little from shell to shell.
    expect(Math.max(...over)).toBeGreaterThan(3);
    expect(Math.min(...over)).toBeGreaterThan(0.9);
    expect(over.at(-1)).toBeLessThan(1.1);
  });

  it('gives the same months for the same seed and others for another', () => {
    const trace = (seed: number): number[] => {
      const launches: number[] = [];
      run(orbit + starship + pads, seed, (out) => launches.push(sum(out.launches)));
      return launches;
    };
    expect(trace(3)).toEqual(trace(3));
    expect(trace(3)).not.toEqual(trace(4));
  });

  it('lets nobody serve before the month in which a shell begins', () => {
    run(orbit + starship + pads, 5, (out, month) => {
      if (month < 24) expect(sum(out.placed.subarray(0, 2))).toBe(0);
    });
  });

  it('names a grounding of a whole month as what binds', () => {
    let groundedMonths = 0;
    for (let seed = 0; seed < 6; seed++) {
      run(orbit + starship + pads, seed, (out, month) => {
        if (month < 30 || out.grounded[2]! < 1) return;
        groundedMonths++;
        expect(out.transportLimits[constraintIndex.grounding]).toBe(1);
      });
    }
    expect(groundedMonths).toBeGreaterThan(0);
  });

  it('spends no more than the books allow', () => {
    const purse = { budget_USD2026: 50e6, unitCost_USD2026: 5e6 };
    let begun = 0;
    let cash = 0;
    run(
      orbit + starship + pads,
      1,
      (out) => {
        expect(sum(out.begun) * purse.unitCost_USD2026).toBeLessThanOrEqual(
          purse.budget_USD2026 * (1 + 1e-12),
        );
        begun += sum(out.begun);
        cash = Math.max(cash, out.transportLimits[constraintIndex.cash]!);
      },
      purse,
    );
    expect(begun).toBeGreaterThan(500);
    expect(cash).toBeGreaterThan(0.9);
  });

  it('fills shells in the order of the plan when asked to', () => {
    let lowFirst = 0;
    run(`transport: {fill: in-order}${orbit}${starship}${pads}`, 1, (out, month) => {
      if (month < 60) lowFirst += out.begun[1]!;
    });
    expect(lowFirst).toBe(0);
  });
});

describe('a site on the ground', () => {
  const ground = (extra: string) =>
    `sites: {columbus: {begin: 2026-01, halls: 20${extra}}}\nvehicles: []\npads: []\n`;

  it('gets no hall before permit and grid, then one after the other', () => {
    let first = -1;
    let last = 0;
    run(ground(''), 1, (out, month) => {
      if (first < 0 && out.placed[0]! > 0) first = month;
      last = out.inService[0]!;
    });
    expect(first).toBeGreaterThanOrEqual(59);
    expect(first).toBeLessThanOrEqual(62);
    expect(last).toBeGreaterThan(18);
    expect(last).toBeLessThanOrEqual(20.5);
  });

  it('says permits while it waits', () => {
    run(ground(''), 1, (out, month) => {
      if (month < 40) expect(out.transportLimits[constraintIndex.permits]).toBe(1);
    });
  });
});

it('refuses a shell that no vehicle reaches', () => {
  const { plan, setting } = compiled(`${orbit}vehicles: [falcon-9]\n${pads}`);
  const result = transport.compile(plan, setting);
  expect(result.ok ? [] : result.faults.map((fault) => fault.code)).toEqual([
    'transport/unreachable',
    'transport/unreachable',
  ]);
});

it('says when a satellite is too big for every fairing', () => {
  const { plan, setting } = compiled(
    orbit.replace('satellites: [ai1]', 'satellites: {ai1: {stowedVolume: 2000 m3}}') + starship + pads,
  );
  const result = transport.compile(plan, setting);
  expect(result.ok ? [] : result.faults.map((fault) => [fault.code, fault.at.path])).toEqual([
    ['transport/too-big', 'satellites.ai1.stowedVolume'],
    ['transport/too-big', 'satellites.ai1.stowedVolume'],
  ]);
});
