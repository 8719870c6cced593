import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readinessSchema } from '@kardashev/contracts/problem.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunCatalogue } from './runs.ts';
import { createServer } from './server.ts';

let server: FastifyInstance;
let made: number;
let stamp: string | undefined;
let trouble: Error | undefined;
const labels = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
const column = (name: string) => ({
  name,
  room: 'transport',
  unit: '1',
  doc: 'Units in service at the end of the interval, of all hosts together and by the hundred'.repeat(9),
  rows: ['a'],
  values: [labels.map((_, month) => month + made)],
});
const runs: RunCatalogue = {
  list: async () => {
    if (trouble) throw trouble;
    return [];
  },
  stamp: () => stamp,
  verdict: async () => undefined,
  months: async () => {
    made++;
    return { labels, columns: [column('inService'), column('launches')] };
  },
  shells: async (): Promise<ShellRow[]> => [],
};

beforeEach(async () => {
  made = 0;
  stamp = 'one';
  trouble = undefined;
  server = await createServer({ runs, lineage: async () => undefined, page: join(tmpdir(), 'no-page') });
});
afterEach(() => server.close());

const get = (url: string, headers = {}) => server.inject({ url, headers });

describe('documents of a finished run', () => {
  const path = '/api/runs/secret-run/months';

  it('are made once, and sent anew only to those who have others', async () => {
    const first = await get(path);
    const again = await get(path, { 'if-none-match': first.headers.etag });
    expect([first.statusCode, again.statusCode, again.body, made]).toEqual([200, 304, '', 1]);
    expect((await get(`${path}?columns=launches`)).json().columns).toHaveLength(1);
    expect(made).toBe(2);
  });

  it('are packed once for those who understand it, and the same for all', async () => {
    const packed = await get(path, { 'accept-encoding': 'gzip' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    const plain = await get(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
    const unpacked = new Response(new Uint8Array(packed.rawPayload)).body!.pipeThrough(
      new DecompressionStream('gzip'),
    );
    expect(await new Response(unpacked).text()).toBe(plain.body);
    expect(made).toBe(1);
  });

  it('are made anew when the run is another, and never kept of one that is not finished', async () => {
    const first = await get(path);
    stamp = 'two';
    const second = await get(path, { 'if-none-match': first.headers.etag });
    expect([second.statusCode, made]).toEqual([200, 2]);
    stamp = undefined;
    expect((await get(path)).headers.etag).toBeUndefined();
    await get(path);
    expect(made).toBe(4);
  });
});

describe('what the server tells of itself', () => {
  it('is whether it lives and whether it can work', async () => {
    expect((await get('/api/health')).json()).toMatchObject({ status: 'ok', version: expect.any(String) });
    expect((await get('/api/health/live')).json().uptime_s).toBeGreaterThanOrEqual(0);
    const ready = await get('/api/health/ready');
    expect(ready.statusCode).toBe(200);
    const { checks } = readinessSchema.parse(ready.json());
    expect(checks.map(({ name, passes }) => [name, passes])).toEqual([
      ['runs', true],
      ['page', false],
      ['open', true],
    ]);
    trouble = new Error('the folder cannot be read');
    const lame = await get('/api/health/ready');
    expect(lame.statusCode).toBe(503);
    expect(lame.json()).toMatchObject({ status: 'unavailable', checks: [{ note: trouble.message }, {}, {}] });
  });

  it('is counted for Prometheus by route, without the name of any run', async () => {
    await get('/api/runs/secret-run/months');
    await get('/api/nothing');
    const { body, headers } = await get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(
      /kardashev_http_request_duration_seconds_count\{method="GET",route="\/api\/runs\/:run\/months",status="200"\} 1/,
    );
    expect(body).toContain('route="none",status="404"');
    expect(body).toContain('kardashev_jobs{state="running"} 0');
    expect(body).toContain('process_resident_memory_bytes');
    expect(body).not.toContain('secret-run');
  });
});
