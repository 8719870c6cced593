import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listRuns, newestUnfinished } from '@kardashev/store/runs.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPlan } from './plan-input.ts';
import { runPlan } from './simulation.ts';
import { need } from './stop.ts';
import { smallPlan } from './testing/command.ts';

let runs: string;
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'kardashev-simulation-'));
});
afterEach(() => rmSync(runs, { recursive: true }));

/** Runs the small plan until its first month, where something is thrown. */
async function runInto(trouble: Error): Promise<void> {
  const nothing = () => {};
  const stop = () => {
    throw trouble;
  };
  const view = { preparing: nothing, months: stop, say: nothing, close: nothing };
  const plan = need(loadPlan(smallPlan, [], new Map()));
  const session = { workers: 1, view, signal: new AbortController().signal };
  await expect(runPlan({ plan, seed: 1, runs }, session)).rejects.toBe(trouble);
}

it('leaves no run that would end in the same defect each time it is resumed', async () => {
  await runInto(new Error('a ledger leaks'));
  expect(listRuns(runs)).toEqual([]);
});

it('leaves a run that only the disk stopped', async () => {
  await runInto(Object.assign(new Error('the disk is full'), { code: 'ENOSPC', errno: -28 }));
  expect(newestUnfinished(runs)).toBeDefined();
});
