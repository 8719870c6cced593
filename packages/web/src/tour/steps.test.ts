import { expect, it } from 'vitest';
import { syntheticRun, syntheticRuns } from '../../dev/fixture.ts';
import { monthTable } from '../months/table.ts';
import { boundOf } from './facts.ts';
import { stepNames, stepsOf } from './steps.ts';

async function mission() {
  const verdict = (await syntheticRuns.verdict(syntheticRun))!;
  const shells = (await syntheticRuns.shells(syntheticRun))!;
  const table = monthTable((await syntheticRuns.months(syntheticRun))!);
  return { verdict, shells, table, funding: verdict.funding };
}

it('the tour says two sentences a step, in the numbers of the run', async () => {
  const shown = await mission();
  const shells = new Set(shown.shells.map(({ name }) => name));
  const steps = stepsOf(shown, (row) => shells.has(row));
  const names = steps.map(({ name }) => name);
  expect(names).toEqual(stepNames.filter((name) => names.includes(name)));
  expect(steps.length).toBeGreaterThanOrEqual(8);
  const said = steps.flatMap(({ sentences }) => sentences).join(' ');
  expect(said).toContain('1,198,120 satellites');
  expect(said).not.toMatch(/undefined|NaN|–/);
  for (const { month } of steps) expect(shown.table.labels[month]).toBeDefined();
});

it('leaves out what a run does not have', async () => {
  const shown = await mission();
  const bare = { ...shown, table: monthTable({ labels: [...shown.table.labels], columns: [] }) };
  const steps = stepsOf(bare, () => true);
  expect(steps.map(({ name }) => name)).toEqual(['start', 'binds', 'money', 'yours']);
});

it('names the constraint that binds longest in all, from its longest stretch on', () => {
  const spans = [
    { first: 0, last: 3, constraint: 'pads' },
    { first: 4, last: 10, constraint: 'cash' },
    { first: 11, last: 15, constraint: 'pads' },
  ] as const;
  expect(boundOf(spans)).toEqual({ constraint: 'pads', months: 9, changes: 2, first: 11 });
  expect(boundOf([])).toBeUndefined();
});
