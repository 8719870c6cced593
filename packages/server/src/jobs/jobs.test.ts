import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Job, jobSchema, type StateHeader, stateHeaderSchema } from '@kardashev/contracts/job.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createServer, listen } from '../server.ts';
import type { Carrier, Ending, Task, Watcher } from './carrier.ts';

const header: StateHeader = {
  run: 'small-s1-001',
  labels: ['2026-01', '2026-02'],
  passes: ['as-needed'],
  shells: ['low'],
  columns: [{ port: 'inService', row: 'low', unit: '1', doc: 'Units in service' }],
};

/** A run in the hands of the test. */
interface Held {
  readonly task: Task;
  readonly watcher: Watcher;
  end(ending: Ending): void;
  stopped: boolean;
}

let held: Held[];
let server: FastifyInstance;
let address: string;
let page: string;

/** Hands runs to the test, which says what becomes of them. */
const carrier: Carrier = {
  start(task, watcher) {
    const { promise, resolve } = Promise.withResolvers<Ending>();
    const mine: Held = { task, watcher, end: resolve, stopped: false };
    held.push(mine);
    const stop = (): void => {
      mine.stopped = true;
      resolve({ state: 'cancelled' });
    };
    return { ended: promise, stop };
  },
  stored: (run) => {
    if (run === 'gone') return undefined;
    return { plan: 'small', title: 'Small', seed: 1, finished: run === 'whole' };
  },
};

const noRuns = {
  list: async () => [],
  verdict: async () => undefined,
  months: async () => undefined,
  shells: async () => undefined,
};

async function serve(anybody = false): Promise<void> {
  const plans = async () => [{ name: 'million', title: 'A million', about: 'As announced.' }];
  server = await createServer({
    runs: noRuns,
    lineage: async () => undefined,
    jobs: { carrier, plans, anybody },
    page,
  });
  address = await listen(server);
}

beforeEach(async () => {
  held = [];
  page = mkdtempSync(join(tmpdir(), 'kardashev-page-'));
  await serve();
});
afterEach(async () => {
  await server.close();
  rmSync(page, { recursive: true });
});

const post = (path: string, body: unknown = {}, headers = {}) =>
  fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const ask = async (body: object = { plan: 'million' }): Promise<Job> =>
  jobSchema.parse(await (await post('/api/runs', body)).json());
const look = async (job: string): Promise<Job> =>
  jobSchema.parse(await (await fetch(`${address}/api/jobs/${job}`)).json());
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

describe('runs asked for', () => {
  it('wait for one another, and tell how they are and how they ended', async () => {
    const answer = await post('/api/runs', { plan: 'million', seed: 7, set: { 'capital.x': '5 USD' } });
    expect(answer.status).toBe(202);
    const first = jobSchema.parse(await answer.json());
    expect(answer.headers.get('location')).toBe(`/api/jobs/${first.job}`);
    expect(first).toMatchObject({ state: 'running', seed: 7, set: { 'capital.x': '5 USD' } });
    const second = await ask();
    expect(second.state).toBe('queued');
    held[0]!.watcher.plan('million', 'A million');
    held[0]!.watcher.run('million-s7-001');
    held[0]!.watcher.progress({ stage: 'months', done: 3, total: 12, month: '2026-03' });
    expect(await look(first.job)).toMatchObject({ run: 'million-s7-001', progress: { done: 3 } });
    held[0]!.end({ state: 'done' });
    await expect.poll(async () => (await look(second.job)).state).toBe('running');
    const fault = { code: 'plan/unknown-key', message: 'm', at: { line: 3 }, cause: 'c', fix: 'f' };
    held[1]!.end({ state: 'failed', faults: [fault] });
    await expect.poll(async () => (await look(second.job)).faults).toEqual([fault]);
    const { jobs, mayStart } = (await (await fetch(`${address}/api/jobs`)).json()) as {
      jobs: Job[];
      mayStart: boolean;
    };
    expect(jobs.map(({ state }) => state)).toEqual(['failed', 'done']);
    expect(mayStart).toBe(true);
  });

  it('are cancelled, waiting or running, and the next begins', async () => {
    const [first, second, third] = [await ask(), await ask(), await ask()];
    const cancel = (job: string) => fetch(`${address}/api/jobs/${job}`, { method: 'DELETE' });
    expect((await cancel(second.job)).status).toBe(200);
    expect((await look(second.job)).state).toBe('cancelled');
    await cancel(first.job);
    expect(held[0]!.stopped).toBe(true);
    await expect.poll(async () => (await look(third.job)).state).toBe('running');
    expect(await codeOf(await cancel('00000000'))).toBe('job/not-found');
  });

  it('are resumed once, and only where something is left', async () => {
    expect((await post('/api/runs/half/resume')).status).toBe(202);
    expect(held[0]!.task).toEqual({ kind: 'resume', run: 'half' });
    expect(await codeOf(await post('/api/runs/half/resume'))).toBe('job/already-asked');
    expect(await codeOf(await post('/api/runs/whole/resume'))).toBe('job/nothing-to-resume');
    expect(await codeOf(await post('/api/runs/gone/resume'))).toBe('server/no-such-run');
  });

  it('are refused where the wish is no wish, or too many wait', async () => {
    for (const body of [
      {},
      { plan: '' },
      { plan: 'million', seed: -1 },
      { plan: 'a', set: { '../x': '1' } },
    ]) {
      expect(await codeOf(await post('/api/runs', body)), JSON.stringify(body)).toBe('server/bad-request');
    }
    const large = await post('/api/runs', { plan: 'x'.repeat(1 << 19) });
    expect([large.status, await codeOf(large)]).toEqual([413, 'server/too-large']);
    for (let index = 0; index < 21; index++) await ask();
    expect(await codeOf(await post('/api/runs', { plan: 'million' }))).toBe('job/queue-full');
  });

  it('stop with the server', async () => {
    await ask();
    await server.close();
    expect(held[0]!.stopped).toBe(true);
  });
});

describe('other sites', () => {
  it('start nothing', async () => {
    const body = { plan: 'million' };
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const answer = await post('/api/runs', body, headers);
      expect([answer.status, await codeOf(answer)], JSON.stringify(headers)).toEqual([
        403,
        'job/foreign-origin',
      ]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await post('/api/runs', body, { 'content-type': type });
      expect([answer.status, await codeOf(answer)], type).toEqual([415, 'server/media-type']);
    }
    const own = await post('/api/runs', body, { origin: address, 'sec-fetch-site': 'same-origin' });
    expect(own.status).toBe(202);
    expect(held).toHaveLength(1);
  });

  it('start nothing under a name that they have pointed here', async () => {
    // `fetch` sets the host itself.
    const status = await new Promise((resolve) => {
      const headers = { host: 'evil.example', 'content-type': 'application/json' };
      const asking = request(`${address}/api/runs`, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asking.end('{"plan":"million"}');
    });
    expect(status).toBe(403);
    expect(held).toHaveLength(0);
  });

  it('see no state', async () => {
    const { job } = await ask();
    const socket = new WebSocket(stateOf(job), { origin: 'https://evil.example' });
    const [error] = await new Promise<Error[]>((resolve) => socket.on('error', (...all) => resolve(all)));
    expect(error?.message).toContain('403');
  });

  it('and other machines start runs where the server was told so', async () => {
    await server.close();
    await serve(true);
    expect((await post('/api/runs', { plan: 'million' })).status).toBe(202);
    expect((await post('/api/runs', { plan: 'million' }, { origin: 'https://evil.example' })).status).toBe(
      403,
    );
  });
});

const stateOf = (job: string) => `${address.replace('http', 'ws')}/api/jobs/${job}/state`;

interface Heard {
  readonly header: StateHeader | undefined;
  readonly months: number[][];
  readonly code: number;
}

/** Listens until the server closes. */
function listenTo(job: string): Promise<Heard> {
  const socket = new WebSocket(stateOf(job));
  const months: number[][] = [];
  let first: StateHeader | undefined;
  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) first = stateHeaderSchema.parse(JSON.parse(data.toString()));
    else months.push(Array.from({ length: data.length / 8 }, (_, index) => data.readDoubleLE(8 * index)));
  });
  return new Promise((resolve) => {
    socket.on('close', (code) => resolve({ header: first, months, code }));
  });
}

describe('the state of a run', () => {
  it('comes month by month, and whole to who comes late', async () => {
    const { job } = await ask();
    const early = listenTo(job);
    const { watcher, end } = held[0]!;
    watcher.header(header);
    watcher.month(Float64Array.of(0, 10));
    const late = listenTo(job);
    watcher.month(Float64Array.of(1, 20.5));
    end({ state: 'done' });
    const whole = {
      header,
      months: [
        [0, 10],
        [1, 20.5],
      ],
      code: 1000,
    };
    expect(await early).toEqual(whole);
    expect(await late).toEqual(whole);
    expect(await listenTo(job)).toEqual(whole);
    expect((await listenTo('00000000')).code).toBe(4404);
  });

  it('waits for a reader that does not read, and loses nothing', async () => {
    const { job } = await ask();
    const { watcher, end } = held[0]!;
    watcher.header(header);
    const socket = new WebSocket(stateOf(job));
    await new Promise((resolve) => socket.on('open', resolve));
    socket.pause();
    const wide = 100_000;
    for (let month = 0; month < 100; month++) watcher.month(new Float64Array(wide).fill(month));
    end({ state: 'done' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await gauge('kardashev_streams_open{kind="state"}')).toBe(1);
    let bytes = 0;
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) bytes += data.length;
    });
    socket.resume();
    await new Promise((resolve) => socket.on('close', resolve));
    expect(bytes).toBe(100 * 8 * wide);
    expect(await gauge('kardashev_streams_open{kind="state"}')).toBe(0);
  });
});

async function gauge(name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.split(' ')[1],
  );
}

describe('progress', () => {
  it('is told as it comes, and the stream ends with the job', async () => {
    const { job } = await ask();
    const answer = await fetch(`${address}/api/jobs/${job}/events`);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const text = answer.text();
    held[0]!.watcher.progress({ stage: 'preparing', done: 1, total: 2, month: null });
    await expect.poll(async () => gauge('kardashev_jobs{state="running"}')).toBe(1);
    held[0]!.end({ state: 'done' });
    const events = [...(await text).matchAll(/^event: job\ndata: (.*)$/gm)].map(([, data]) =>
      jobSchema.parse(JSON.parse(data!)),
    );
    expect(events[0]?.state).toBe('running');
    expect(events.at(-1)?.state).toBe('done');
    expect((await fetch(`${address}/api/jobs/00000000/events`)).status).toBe(404);
  });
});
