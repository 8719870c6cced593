import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lineage } from '@kardashev/contracts/lineage.ts';
import type { Months } from '@kardashev/contracts/months.ts';
import { problemSchema } from '@kardashev/contracts/problem.ts';
import type { RunSummary } from '@kardashev/contracts/run.ts';
import { constraintNames, type Verdict, verdictSchema } from '@kardashev/contracts/verdict.ts';
import { constraints } from '@kardashev/model/flows/constraint.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunCatalogue } from './runs.ts';
import { createServer, listen } from './server.ts';

const labels = Array.from({ length: 240 }, (_, month) => {
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});
const column = (name: string) => ({
  name,
  room: 'transport',
  unit: '1',
  doc: name,
  rows: ['a'],
  values: [labels.map((_, month) => month * 1.5)],
});
const months: Months = { labels, columns: [column('inService'), column('launches'), column('wanted')] };
const summary: RunSummary = {
  run: 'million-7',
  plan: 'million',
  title: 'A million satellites',
  begun: '2026-11-22T12:00:00.000Z',
  seed: 7,
  funding: 'as-needed',
  state: 'finished',
  months: 240,
  hash: 'abc',
  satellites_end: 10,
};
const verdict: Verdict = {
  plan: 'million',
  title: 'A million satellites',
  version: '0.1.0',
  seed: 7,
  run: 'million-7',
  hash: 'abc',
  months: 240,
  funding: 'as-needed',
  fleet: { satellites_peak: 12, satellites_end: 10, massInOrbit_kg: 1e4, powerToCompute_W: 1e6 },
  compute: { delivered_FLOPperS: 1e18, tokensPerSecond: 1e6, trainingRun: { days: null } },
  capital: {
    orbit_USDperPFLOPday: 60,
    ground_USDperPFLOPday: 40,
    crossover: null,
    why: null,
    cashLowest_USD: 1e9,
    insolvent: false,
    insolventFrom: null,
    capitalNeeded_USD: 0,
  },
  kardashev: { fleet: 0.1, mankind: 0.73 },
  binding: [{ from: '2026-01', to: '2045-12', constraint: 'pads' }],
  claims: [],
  wall_s: 1,
};
const lineage: Lineage = {
  headline: 'fleet.powerToCompute_W',
  value: 1e6,
  unit: 'W',
  formula: 'Σ in service × power',
  assumptions: [],
};

/** Runs kept in memory; `broken` is a run whose verdict does not follow the contract. */
const runs: RunCatalogue = {
  list: async () => [summary],
  verdict: async (run) => {
    if (run === 'lost') throw new Error('disk full');
    if (run === 'broken') return { ...verdict, seed: 'seven' } as unknown as Verdict;
    return run === summary.run ? verdict : undefined;
  },
  months: async (run, wish) => {
    if (run !== summary.run) return undefined;
    return wish?.funding === 'books' ? { labels, columns: [column('cash_USD')] } : months;
  },
  shells: async (run) => (run === summary.run ? [] : undefined),
};

let server: FastifyInstance;
let address: string;
let page: string;

beforeAll(async () => {
  page = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(page, 'assets'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Kardashev</title>');
  writeFileSync(join(page, 'assets', 'page-1234.js'), 'export {};');
  server = await createServer({
    runs,
    page,
    lineage: async (_run, headline) => (headline === lineage.headline ? lineage : undefined),
  });
  address = await listen(server);
});

afterAll(async () => {
  await server.close();
  rmSync(page, { recursive: true });
});

async function problemAt(path: string): Promise<{ status: number; code: string }> {
  const answer = await fetch(address + path);
  const problem = problemSchema.parse(await answer.json());
  expect(problem.error.cause).not.toBe('');
  expect(problem.error.fix).not.toBe('');
  return { status: answer.status, code: problem.error.code };
}

describe('the server', () => {
  it('listens on this machine only, unless told otherwise', () => {
    expect(new URL(address).hostname).toBe('127.0.0.1');
  });

  it('lists runs and hands out the verdict as it is', async () => {
    expect(await (await fetch(`${address}/api/runs`)).json()).toEqual({ runs: [summary] });
    const document = await (await fetch(`${address}/api/runs/million-7`)).json();
    expect(verdictSchema.parse(document)).toEqual(verdict);
  });

  it('sends the columns that were asked for, and all without a question', async () => {
    const few = (await (
      await fetch(`${address}/api/runs/million-7/months?columns=launches,nothing`)
    ).json()) as Months;
    expect(few.columns.map(({ name }) => name)).toEqual(['launches']);
    const all = (await (await fetch(`${address}/api/runs/million-7/months`)).json()) as Months;
    expect(all).toEqual(months);
  });

  it('sends the months of the pass that was asked for', async () => {
    const own = (await (await fetch(`${address}/api/runs/million-7/months?funding=books`)).json()) as Months;
    expect(own.columns.map(({ name }) => name)).toEqual(['cash_USD']);
    expect(await problemAt('/api/runs/million-7/months?funding=luck')).toMatchObject({
      code: 'server/bad-request',
    });
  });

  it('compresses what is large for those who understand it', async () => {
    const packed = await fetch(`${address}/api/runs/million-7/months`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(((await packed.json()) as Months).labels).toHaveLength(240);
    const plain = await fetch(`${address}/api/runs/million-7/months`, {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(((await plain.json()) as Months).labels).toHaveLength(240);
  });

  it('walks a headline back to its assumptions', async () => {
    const answer = await fetch(`${address}/api/runs/million-7/lineage/fleet.powerToCompute_W`);
    expect(await answer.json()).toEqual(lineage);
    expect(await problemAt('/api/runs/million-7/lineage/luck')).toEqual({
      status: 404,
      code: 'server/no-lineage',
    });
  });

  it('answers every failure with code, cause and fix', async () => {
    expect(await problemAt('/api/runs/nobody')).toEqual({ status: 404, code: 'server/no-such-run' });
    expect(await problemAt('/api/runs/nobody/months')).toEqual({ status: 404, code: 'server/no-such-run' });
    expect(await problemAt('/api/nothing')).toEqual({ status: 404, code: 'server/no-such-address' });
    expect(await problemAt('/api/runs/..%2Fetc')).toEqual({ status: 400, code: 'server/bad-request' });
    expect(await problemAt('/api/runs/lost')).toEqual({ status: 500, code: 'server/failed' });
    expect(await problemAt('/api/runs/broken')).toEqual({ status: 500, code: 'server/broken-document' });
  });

  it('serves the page, isolated and closed to other origins', async () => {
    for (const path of ['/', '/api/runs', '/api/nothing']) {
      const { headers } = await fetch(address + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    }
    const home = await fetch(`${address}/`);
    expect(await home.text()).toContain('Kardashev');
    expect(home.headers.get('cache-control')).toBe('no-cache');
    const asset = await fetch(`${address}/assets/page-1234.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  it('does not leave the folder of the page', async () => {
    expect((await fetch(`${address}/..%2f..%2fetc%2fpasswd`)).status).not.toBe(200);
  });

  it('says how to build a page that is missing, and answers the API all the same', async () => {
    const bare = await createServer({ runs, page: join(page, 'missing'), lineage: async () => undefined });
    const home = await bare.inject('/');
    expect(home.statusCode).toBe(503);
    expect(problemSchema.parse(home.json()).error.code).toBe('server/page-not-built');
    expect((await bare.inject('/api/health')).json()).toMatchObject({ status: 'ok' });
    await bare.close();
  });
});

it('the contract names the constraints of the model, in their order', () => {
  expect(constraintNames).toEqual(constraints);
});
