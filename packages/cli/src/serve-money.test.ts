import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { booksSchema } from '@kardashev/contracts/books.ts';
import { compareSchema } from '@kardashev/contracts/compare.ts';
import { costSchema } from '@kardashev/contracts/cost.ts';
import { valueSchema } from '@kardashev/contracts/value.ts';
import { verdictSchema } from '@kardashev/contracts/verdict.ts';
import { whenSchema } from '@kardashev/contracts/when.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kardashev, type Serving, serving, smallPlan } from './testing/command.ts';

let runs: string;
let server: Serving;
beforeAll(async () => {
  runs = mkdtempSync(join(tmpdir(), 'kardashev-money-'));
  for (const more of [[], ['--set', 'capital.costOfCapital=5 %/yr']]) {
    expect(await kardashev(['run', smallPlan, '--out', runs, ...more])).toMatchObject({ code: 0 });
  }
  server = await serving(['serve', 'small-s1-001', '--out', runs, '--port', '0']);
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(runs, { recursive: true });
});

const get = async (path: string, method = 'GET') =>
  (await fetch(new URL(path, server.address), { method })).json();
const run = '/api/runs/small-s1-001';
const patience = { timeout: 90_000, interval: 300 };

describe('the money of a run', { timeout: 120_000 }, () => {
  it('costs at the end of the plan what the verdict says, and its parts are shares of it', async () => {
    const { capital } = verdictSchema.parse(await get(run));
    const { orbit, ground, months, crossover } = costSchema.parse(await get(`${run}/cost`));
    expect(months).toEqual(['2026-01', '2026-02']);
    expect(orbit!.USDperPFLOPday.at(-1)! / capital.orbit_USDperPFLOPday!).toBeCloseTo(1, 5);
    expect(ground!.USDperPFLOPday.at(-1)! / capital.ground_USDperPFLOPday!).toBeCloseTo(1, 5);
    expect(crossover).toBe(capital.crossover);
    for (const side of [orbit, ground]) {
      expect(side?.parts.reduce((sum, { share }) => sum + share[0]!, 0)).toBeCloseTo(1, 5);
    }
  });

  it('has balanced books of either pass, and a value', async () => {
    for (const funding of ['as-needed', 'books']) {
      const { years, checks } = booksSchema.parse(await get(`${run}/books?funding=${funding}`));
      expect(years.map(({ period }) => period)).toEqual(['2025', '2026']);
      expect(checks).toMatchObject({ balanced: true, cents: true });
    }
    expect(valueSchema.parse(await get(`${run}/value`))).toMatchObject({ funding: 'books', samples: 4000 });
    expect(await get(`${run}/books?funding=apart`)).toMatchObject({ error: { code: 'server/no-such-run' } });
  });

  it('tells what would have to be true once it is asked to work that out', async () => {
    const path = `${run}/when?month=2026-02`;
    expect(whenSchema.parse(await get(path)).work.state).toBe('none');
    await get(path, 'POST');
    await expect.poll(async () => whenSchema.parse(await get(path)).work.state, patience).toBe('finished');
    const { answer } = whenSchema.parse(await get(path));
    expect(answer?.thresholds.map(({ assumption }) => assumption)).toContain('cost of capital');
  });

  it('explains the difference of two runs by what differs, and nothing else', async () => {
    const path = '/api/compare?a=small-s1-001&b=small-s1-002';
    const before = compareSchema.parse(await get(path));
    expect(before.assumptions.map(({ assumption }) => assumption)).toEqual(['capital.costOfCapital']);
    expect(before).toMatchObject({ sameCode: true, explained: null });
    await get(path, 'POST');
    await expect.poll(async () => compareSchema.parse(await get(path)).work.state, patience).toBe('finished');
    const { explained } = compareSchema.parse(await get(path));
    const orbit = explained?.find(({ headline }) => headline === 'capital.orbit_USDperPFLOPday');
    const verdict = verdictSchema.parse(await get('/api/runs/small-s1-002'));
    expect(orbit!.b! / verdict.capital.orbit_USDperPFLOPday!).toBeCloseTo(1, 9);
    expect(orbit!.a! + orbit!.parts[0]!.part).toBeCloseTo(orbit!.b!, 6);
  });
});
