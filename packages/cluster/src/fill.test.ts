import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tableRequests } from '@kardashev/model/energy/compile.ts';
import { energy } from '@kardashev/model/energy/step.ts';
import { hostsOf } from '@kardashev/model/engine/hosts.ts';
import { fillTable } from '@kardashev/model/engine/tables.ts';
import { readCatalogue } from '@kardashev/model/evidence/catalogue.ts';
import type { TableRequest } from '@kardashev/model/flows/table.ts';
import { readPlan } from '@kardashev/model/plan/read.ts';
import { composeSchema } from '@kardashev/model/plan/schema.ts';
import { viewOf } from '@kardashev/model/plan/view.ts';
import { calendar } from '@kardashev/model/time/calendar.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { cut } from './chunks.ts';
import { fillTables } from './fill.ts';
import { kernels } from './kernels.ts';

const folder = fileURLToPath(new URL('../../../catalogue/', import.meta.url));
const text = `
satellites: [ai1]
shells:
  low: {altitude: 559 km, inclination: 29 deg, planes: 3, perPlane: 3, satellite: ai1, begin: 2027-01, formation: 0 m}
  high: {altitude: 984.5 km, inclination: 99.4 deg, planes: 2, perPlane: 3, satellite: ai1, begin: 2027-01, formation: 0 m}
`;

/** Tables that two shells of a small plan ask for. */
function smallRequests(): readonly TableRequest[] {
  const paths = ['energy.yaml', ...readdirSync(`${folder}satellites`).map((name) => `satellites/${name}`)];
  const files = paths.map((path) => ({ path, text: readFileSync(folder + path, 'utf8') }));
  const catalogue = readCatalogue(files);
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.faults));
  const plan = readPlan({
    file: 'small.yaml',
    readText: (file) => ({ ok: true, value: { file, text } }),
    catalogue: catalogue.value,
    schema: composeSchema([energy]),
    overrides: [],
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
  return tableRequests(
    viewOf(plan.value, 'energy', energy.schema),
    hostsOf(plan.value),
    calendar(plan.value.from, plan.value.to),
  );
}

let requests: readonly TableRequest[];
beforeAll(() => {
  requests = smallRequests();
});

describe('cutting tables into chunks', () => {
  it('covers every point once, in order', () => {
    for (const table of requests.keys()) {
      const chunks = cut(requests).filter((chunk) => chunk.table === table);
      expect(chunks.length).toBeGreaterThan(1);
      expect(chunks[0]!.from).toBe(0);
      for (const [index, { to }] of chunks.entries()) expect(chunks[index + 1]?.from ?? to).toBe(to);
    }
  });
});

describe('filling tables', () => {
  it('gives the same numbers here, on one worker and on three', async () => {
    const alone = requests.map((request) => fillTable(request, kernels));
    for (const options of [{ workers: 1 }, { workers: 2 }, { workers: 3 }]) {
      expect(await fillTables(requests, { ...options, pointsPerWorker: 1 })).toEqual(alone);
    }
  });

  it('says how far it is', async () => {
    const steps: number[][] = [];
    await fillTables(requests, { workers: 1, onProgress: (...step) => steps.push(step) });
    expect(steps.at(-1)![0]).toBe(steps.at(-1)![1]);
    expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).sort((a, b) => a! - b!));
  });

  it.each([1, 2])('stops when asked to, with %i workers', async (workers) => {
    const stop = new AbortController();
    const enough = new Error('enough');
    const filling = fillTables(requests, {
      workers,
      pointsPerWorker: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(enough),
    });
    await expect(filling).rejects.toBe(enough);
  });
});
