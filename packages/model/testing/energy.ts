import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { orbitModel } from '../src/energy/orbit-model.ts';
import type { EnergyParams } from '../src/energy/params.ts';
import { energy } from '../src/energy/step.ts';
import { type EnergyIn, type EnergyOut, energyReads, energyWrites } from '../src/energy/wires.ts';
import { readCatalogue } from '../src/evidence/catalogue.ts';
import { type Host, stepAlone } from '../src/flows/subsystem.ts';
import type { ResponseTable, TableRequest } from '../src/flows/table.ts';
import { readPlan } from '../src/plan/read.ts';
import { composeSchema } from '../src/plan/schema.ts';
import { viewOf } from '../src/plan/view.ts';
import { calendar } from '../src/time/calendar.ts';

/** The room of energy at work without an engine: four shells and a site, from the catalogue. */

export const kernels = { fleet: referenceFleet };
const folder = fileURLToPath(new URL('../../../catalogue', import.meta.url));
const text = `
period: {from: 2026-01, to: 2033-12}
satellites: {ai1: {}, v2-mini: {}}
shells:
  dawn: {altitude: 984.5 km, inclination: 99.4 deg, planes: 2, perPlane: 5770, nodes: dawn-dusk, satellite: ai1, begin: 2027-01, formation: 0 m}
  tilted: {altitude: 702 km, inclination: 30 deg, planes: 30, perPlane: 333, nodes: spread, satellite: ai1, begin: 2027-01, formation: 0 m}
  drifting: {altitude: 725.5 km, inclination: 97.2 deg, planes: 2, perPlane: 5565, nodes: dawn-dusk, satellite: ai1, begin: 2027-01, formation: 0 m}
  free: {altitude: 1450 km, inclination: 101.7 deg, planes: 2, perPlane: 10, nodes: dawn-dusk, satellite: v2-mini, begin: 2026-01, formation: 0 m}
sites:
  memphis: {begin: 2026-01, halls: 10}
`;

const shellOf = (
  name: string,
  altitude_km: number,
  inclination_deg: number,
  nodes: 'spread' | 'dawn-dusk',
) => ({
  name,
  altitude_m: altitude_km * 1e3,
  inclination_rad: (inclination_deg * Math.PI) / 180,
  planes: 2,
  perPlane: 10,
  nodes,
});

function hostsFor(power_W: (satellite: string) => number): Host[] {
  const orbit = [
    { shell: shellOf('dawn', 984.5, 99.4, 'dawn-dusk'), satellite: 'ai1' },
    { shell: shellOf('tilted', 702, 30, 'spread'), satellite: 'ai1' },
    { shell: shellOf('drifting', 725.5, 97.2, 'dawn-dusk'), satellite: 'ai1' },
    { shell: shellOf('free', 1450, 101.7, 'dawn-dusk'), satellite: 'v2-mini' },
  ].map(
    ({ shell, satellite }, index): Host => ({
      index,
      name: shell.name,
      kind: 'orbit',
      satellite,
      shell,
      target: 1000,
      begin: index === 3 ? 0 : 12,
      unitPower_W: power_W(satellite),
      unitMass_kg: 2000,
      unitLife_s: 5 * 365.25 * 86_400,
    }),
  );
  const unitLife_s = 5 * 365.25 * 86_400;
  return [
    ...orbit,
    {
      index: 4,
      name: 'memphis',
      kind: 'ground',
      target: 10,
      begin: 0,
      unitPower_W: 100e6,
      unitMass_kg: 0,
      unitLife_s,
    },
  ];
}

/** Fills a table as the engine does, without the engine. */
export function fill(request: TableRequest): ResponseTable {
  let points: number[][] = [[]];
  for (const axis of request.axes) {
    points = points.flatMap((point) => Array.from(axis.points, (value) => [...point, value]));
  }
  const values = new Float64Array(points.length * request.outputs.length);
  orbitModel.evaluate(request, Float64Array.from(points.flat()), values, kernels);
  return { request, key: '', values, error: new Float64Array(request.outputs.length) };
}

export interface Compiled {
  readonly params: EnergyParams;
  readonly tables: ReadonlyMap<string, ResponseTable>;
  readonly intervals: ReturnType<typeof calendar>['intervals'];
}

export function compiled(...overrides: readonly { path: string; text: string }[]): Compiled {
  const paths = ['satellites', 'sites'].flatMap((name) =>
    readdirSync(`${folder}/${name}`).map((file) => `${name}/${file}`),
  );
  const catalogue = readCatalogue(
    ['energy.yaml', ...paths].map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') })),
  );
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.faults));
  const plan = readPlan({
    file: 'test.yaml',
    readText: () => ({ ok: true, value: { file: 'test.yaml', text } }),
    catalogue: catalogue.value,
    schema: composeSchema([energy]),
    overrides,
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
  const view = viewOf(plan.value, 'energy', energy.schema);
  const hosts = hostsFor((name) => view.satellites.find((entry) => entry.name === name)!.powerToCompute_W);
  const months = calendar(plan.value.from, plan.value.to);
  const base = { calendar: months, hosts, vehicles: [], workloads: [], funding: 'as-needed' } as const;
  const tables = new Map(energy.tables!(view, base).map((request) => [request.name, fill(request)]));
  const params = energy.compile(view, { ...base, tables });
  if (!params.ok) throw new Error(params.faults[0]!.code);
  return { params: params.value, tables, intervals: months.intervals };
}

export type Loose = { [port: string]: Float64Array };

function wires({ params }: Compiled): { now: EnergyIn; out: EnergyOut } {
  const hosts = params.hosts.length;
  const length = (port: string) =>
    port === 'cohortUnits' ? hosts * params.months : port === 'energyLimits' ? 18 : hosts;
  const made = (names: readonly string[]): Loose =>
    Object.fromEntries(names.map((name) => [name, new Float64Array(length(name))]));
  return { now: made(energyReads) as EnergyIn, out: made(energyWrites) as unknown as EnergyOut };
}

/** Steps one month with the consumers' heat as they take what they are granted. */
export function month(
  subject: Compiled,
  index: number,
  set: (now: Loose) => void,
): { now: Loose; out: EnergyOut } {
  const { now, out } = wires(subject);
  const loose = now as unknown as Loose;
  set(loose);
  const state = energy.initial(subject.params, out);
  const interval = subject.intervals[index]!;
  const keyed = { uniform: () => 0.5, normal: () => 0 };
  const run = () => stepAlone(energy, subject.params, state, { now, before: {} }, out, interval, keyed);
  run();
  for (let host = 0; host < subject.params.hosts.length; host++) {
    loose.chipHeat_J![host] = out.powerToCompute_W[host]! * interval.seconds;
    loose.linkHeat_J![host] = loose.linkDemand_W![host]! * out.serviceShare[host]! * interval.seconds;
    loose.sensingHeat_J![host] = loose.sensingDemand_W![host]! * out.serviceShare[host]! * interval.seconds;
  }
  run();
  return { now: loose, out };
}
