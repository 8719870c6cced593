import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineageSchema } from '@kardashev/contracts/lineage.ts';
import { monthsSchema } from '@kardashev/contracts/months.ts';
import { runListSchema } from '@kardashev/contracts/run.ts';
import { shellsSchema } from '@kardashev/contracts/shell.ts';
import { verdictSchema } from '@kardashev/contracts/verdict.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kardashev, type Serving, serving, smallPlan } from './testing/command.ts';

let runs: string;
let server: Serving;
beforeAll(async () => {
  runs = mkdtempSync(join(tmpdir(), 'kardashev-serve-'));
  for (const seed of ['1', '2']) {
    expect(await kardashev(['run', smallPlan, '--seed', seed, '--out', runs])).toMatchObject({ code: 0 });
  }
  server = await serving(['serve', 'small-s1-001', '--out', runs, '--port', '0']);
});
afterAll(async () => {
  await server.stop();
  rmSync(runs, { recursive: true });
});

const get = async (path: string) => (await fetch(new URL(path, server.address))).json();

describe('mission control', () => {
  it('lists the runs, the chosen one first', async () => {
    const { runs } = runListSchema.parse(await get('/api/runs'));
    expect(runs.map(({ run }) => run)).toEqual(['small-s1-001', 'small-s2-001']);
    expect(runs[0]).toMatchObject({ plan: 'small', seed: 1, state: 'finished', months: 2 });
  });

  it('has the verdict, the months of both ways of funding, and the shells', async () => {
    const { claims } = verdictSchema.parse(await get('/api/runs/small-s1-001'));
    expect(claims.length).toBeGreaterThan(0);
    const months = monthsSchema.parse(await get('/api/runs/small-s1-001/months'));
    expect(months.labels).toEqual(['2026-01', '2026-02']);
    expect(months.columns.find(({ name }) => name === 'inService')?.rows).toEqual(['low', 'memphis']);
    const some = monthsSchema.parse(
      await get('/api/runs/small-s1-001/months?columns=cash_USD&funding=books'),
    );
    expect(some.columns).toMatchObject([{ name: 'cash_USD', rows: ['all'] }]);
    const { shells } = shellsSchema.parse(await get('/api/runs/small-s1-001/shells'));
    expect(shells).toMatchObject([{ name: 'low', altitude_m: 575e3, planes: 2, nodes: 'dawn-dusk' }]);
  });

  it('walks a headline number back to its assumptions, more of them as they are computed', async () => {
    const path = '/api/runs/small-s1-001/lineage/kardashev.mankind';
    const first = lineageSchema.parse(await get(path));
    expect(first.value).toBeGreaterThan(0);
    expect(first.assumptions.length).toBeGreaterThan(0);
    await expect
      .poll(async () => lineageSchema.parse(await get(path)).assumptions[0]?.elasticity, { timeout: 50_000 })
      .toBeTypeOf('number');
    const { assumptions } = lineageSchema.parse(await get(path));
    for (const { source } of assumptions) expect(source).not.toBe('');
  });

  it('ends with 0 when it is asked to stop', async () => {
    const another = await serving(['serve', '--out', runs]);
    expect(new URL(another.address).port).toMatch(/^4[12]\d\d$/);
    expect(await another.stop()).toBe(0);
  });
});
