import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Job, jobSchema, planListSchema } from '@kardashev/contracts/job.ts';
import type { Months } from '@kardashev/contracts/months.ts';
import { runListSchema } from '@kardashev/contracts/run.ts';
import { createServer, listen } from '@kardashev/server/server.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedRuns } from '../served-runs.ts';
import { smallPlan } from '../testing/command.ts';
import { runCarrier } from './carrier.ts';
import { shippedPlans } from './plan-text.ts';

const small = readFileSync(smallPlan, 'utf8');
/** The same for twelve years: long enough to be stopped on the way. */
const long = small.replace('to: 2026-02', 'to: 2037-12').replace('name: small', 'name: long');

let runs: string;
let server: FastifyInstance;
let address: string;

async function serve(): Promise<void> {
  server = await createServer({
    runs: servedRuns(runs),
    lineage: async () => undefined,
    jobs: { carrier: runCarrier(runs), plans: async () => shippedPlans() },
    page: join(runs, 'none'),
  });
  address = await listen(server);
}

beforeAll(async () => {
  runs = mkdtempSync(join(tmpdir(), 'kardashev-jobs-'));
  await serve();
});
afterAll(async () => {
  await server.close();
  rmSync(runs, { recursive: true });
});

const get = async (path: string): Promise<unknown> => (await fetch(address + path)).json();
const look = async (job: string) => jobSchema.parse(await get(`/api/jobs/${job}`));
async function post(path: string, body: object = {}): Promise<Job> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return jobSchema.parse(await answer.json());
}
async function endOf(job: string): Promise<Job> {
  const waits = { timeout: 120_000, interval: 50 };
  await expect.poll(async () => (await look(job)).ended, waits).not.toBeNull();
  return look(job);
}
async function hashOf(run: string): Promise<string> {
  return ((await get(`/api/runs/${run}`)) as { hash: string }).hash;
}

/** Frames of a job's state until the server closes. */
async function framesOf(job: string): Promise<Float64Array[]> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/jobs/${job}/state`);
  socket.binaryType = 'arraybuffer';
  const frames: Float64Array[] = [];
  socket.onmessage = ({ data }) => {
    if (typeof data !== 'string') frames.push(new Float64Array(data as ArrayBuffer));
  };
  await new Promise((resolve) => {
    socket.onclose = resolve;
  });
  return frames;
}

// The process of a run stands back behind everything else, so that a busy machine takes its time.
describe('a run asked for over the network', { timeout: 240_000 }, () => {
  it('is computed elsewhere and comes to what the command comes to, month by month', async () => {
    const { job } = await post('/api/runs', { plan: small, seed: 1 });
    const frames = await framesOf(job);
    const { state, run, title, progress } = await endOf(job);
    expect({ state, run, title }).toEqual({
      state: 'done',
      run: 'small-s1-001',
      title: 'A few satellites and one hall',
    });
    expect(progress).toMatchObject({ stage: 'months', done: 4, total: 4, month: '2026-02' });
    expect(frames.map(([index]) => index)).toEqual([0, 1, 2, 3]);
    const { columns } = (await get(`/api/runs/${run}/months?columns=inService`)) as Months;
    // The first column of the header is the first row of the first port.
    expect([frames[0]!.at(1), frames[1]!.at(1)]).toEqual(columns[0]!.values[0]);
  });

  it('is refused with the place of the mistake', async () => {
    const mistake = await post('/api/runs', { plan: small.replace('planes: 2', 'plains: 2') });
    const { state, faults } = await endOf(mistake.job);
    expect(state).toBe('failed');
    expect(faults[0]).toMatchObject({ code: 'plan/unknown-key', at: { file: 'plan', line: 8 } });
    const unknown = await post('/api/runs', { plan: 'million', set: { 'capital.luck': '1' } });
    expect((await endOf(unknown.job)).faults[0]?.code).toBe('plan/unknown-key');
  });

  it('reads plans that ship and no other file', async () => {
    for (const plan of ['/etc/hostname', '../package.json', 'extends: /etc/hostname\nname: x']) {
      const { job } = await post('/api/runs', { plan });
      expect((await endOf(job)).faults[0]?.code, plan).toBe('file/not-found');
    }
    const { plans } = planListSchema.parse(await get('/api/plans'));
    expect(plans[0]).toMatchObject({ name: 'million', title: 'A million compute satellites, as announced' });
    for (const { about } of plans) expect(about).toMatch(/[.!?]$/);
  });

  it('is stopped, goes on, and comes to the same', async () => {
    const whole = await endOf((await post('/api/runs', { plan: long, seed: 1 })).job);
    const { job } = await post('/api/runs', { plan: long, seed: 1 });
    await expect
      .poll(async () => (await look(job)).progress?.month, { timeout: 60_000, interval: 5 })
      .toBeTruthy();
    await fetch(`${address}/api/jobs/${job}`, { method: 'DELETE' });
    const { state, run } = await endOf(job);
    expect(state).toBe('cancelled');
    const { runs: list } = runListSchema.parse(await get('/api/runs'));
    expect(list.find((each) => each.run === run)).toMatchObject({ state: 'unfinished', hash: null });
    const rest = await post(`/api/runs/${run}/resume`);
    const frames = await framesOf(rest.job);
    // All months, those before the stop too, each once and in order.
    expect(frames.map(([index]) => index)).toEqual(Array.from({ length: 288 }, (_, index) => index));
    expect((await endOf(rest.job)).state).toBe('done');
    expect(await hashOf(run!)).toBe(await hashOf(whole.run!));
  });

  it('keeps nobody waiting, and stops with the server', async () => {
    const { job } = await post('/api/runs', { plan: long, seed: 2 });
    await expect
      .poll(async () => (await look(job)).progress?.month, { timeout: 60_000, interval: 5 })
      .toBeTruthy();
    await server.close();
    await serve();
    const { runs: list } = runListSchema.parse(await get('/api/runs'));
    expect(list[0]).toMatchObject({ seed: 2, state: 'unfinished' });
  });
});
