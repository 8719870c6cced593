import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Books } from '@kardashev/contracts/books.ts';
import type { Compare } from '@kardashev/contracts/compare.ts';
import type { Cost } from '@kardashev/contracts/cost.ts';
import { problemSchema } from '@kardashev/contracts/problem.ts';
import type { Work } from '@kardashev/contracts/work.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MoneyOf } from './money.ts';
import { createServer, listen } from './server.ts';

const work = (state: Work['state']): Work => ({ state, done: 0, total: 0, trouble: null });
const cost: Cost = {
  run: 'a',
  funding: 'books',
  months: ['2026-01'],
  crossover: null,
  why: null,
  orbit: null,
  ground: null,
  each: [],
};
const compared: Compare = {
  a: 'a',
  b: 'b',
  seed: 1,
  sameCode: true,
  assumptions: [],
  work: work('none'),
  explained: null,
  runs: null,
};

const asked: string[] = [];
const when = (way: string) => async (run: string, month: string) => {
  asked.push(`${way} ${run} ${month}`);
  if (month !== '2029-02') return 'no-month' as const;
  return run === 'a' ? { run, month, work: work('waiting'), answer: null } : undefined;
};
const compare = (way: string) => async (a: string, b: string) => {
  asked.push(`${way} ${a} ${b}`);
  return a === 'a' ? { ...compared, a, b } : undefined;
};
const money: MoneyOf = {
  cost: async (run, funding) => (run === 'a' && funding !== 'apart' ? cost : undefined),
  books: async () => ({ years: 'none' }) as unknown as Books,
  value: async () => undefined,
  when: { look: when('look'), start: when('start'), cancel: when('cancel') },
};

let server: FastifyInstance;
let address: string;
let page: string;

beforeAll(async () => {
  page = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Kardashev</title>');
  server = await createServer({
    runs: {
      list: async () => [],
      verdict: async () => undefined,
      months: async () => undefined,
      shells: async () => undefined,
    },
    lineage: async () => undefined,
    money,
    compare: { look: compare('look'), start: compare('start'), cancel: compare('cancel') },
    page,
  });
  address = await listen(server);
});
afterAll(async () => {
  await server.close();
  rmSync(page, { recursive: true });
});

async function ask(path: string, method = 'GET') {
  const answer = await fetch(address + path, { method });
  return { status: answer.status, body: await answer.json() };
}
const codeOf = (body: unknown) => problemSchema.parse(body).error.code;

describe('money over the API', () => {
  it('sends the cost of a run, of the pass that is asked for', async () => {
    expect(await ask('/api/runs/a/cost?funding=books')).toEqual({ status: 200, body: cost });
    const { status, body } = await ask('/api/runs/a/cost?funding=apart');
    expect([status, codeOf(body)]).toEqual([404, 'server/no-such-run']);
    expect((await ask('/api/runs/a/cost?funding=luck')).status).toBe(400);
  });

  it('sends no books that do not follow the contract', async () => {
    const { status, body } = await ask('/api/runs/a/books');
    expect([status, codeOf(body)]).toEqual([500, 'server/broken-document']);
  });

  it('looks with GET, begins with POST, ends with DELETE', async () => {
    asked.length = 0;
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect((await ask('/api/runs/a/when?month=2029-02', method)).status).toBe(200);
      expect((await ask('/api/compare?a=a&b=b', method)).status).toBe(200);
    }
    expect(asked).toEqual(['look', 'start', 'cancel'].flatMap((way) => [`${way} a 2029-02`, `${way} a b`]));
  });

  it('says what is wrong with a month or a run', async () => {
    expect(codeOf((await ask('/api/runs/a/when?month=2099-01')).body)).toBe('server/bad-request');
    expect(codeOf((await ask('/api/runs/a/when?month=soon')).body)).toBe('server/bad-request');
    expect(codeOf((await ask('/api/runs/gone/when?month=2029-02')).body)).toBe('server/no-such-run');
    expect(codeOf((await ask('/api/compare?a=gone&b=b')).body)).toBe('server/no-such-run');
    expect((await ask('/api/compare?a=..&b=b')).status).toBe(400);
  });
});
