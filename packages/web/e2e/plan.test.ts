import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lineage } from '@kardashev/contracts/lineage.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedFleet } from '../../cli/src/served-fleet.ts';
import { servedPlans } from '../../cli/src/served-plans.ts';
import { servedRuns } from '../../cli/src/served-runs.ts';
import { executablePath, openStage, patience, real, type Stage, type Visit } from './browser.ts';

const command = join(import.meta.dirname, '..', '..', 'cli', 'bin', 'kardashev.mjs');
/** A plan with one orbit and four years: tables and months take a second. */
const small = `name: few
title: A few satellites, for four years
extends: suncatcher
period: {from: 2026-01, to: 2029-12}
`;

/** What a server finds out in minutes, told at once. */
const decided = (headline: string): Lineage => ({
  headline,
  value: 1,
  unit: '1',
  formula: 'made up',
  assumptions: [
    {
      path: 'capital.chipCost',
      text: '28 USD/W',
      value: 28,
      unit: 'USD/W',
      source: '',
      asOf: '',
      kind: 'assumed',
      elasticity: 0.7,
      conflicts: [],
    },
  ],
});

let stage: Stage;
let folder: string;

function kardashev(...args: string[]): string {
  const done = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  expect(done.stderr).not.toContain('"error"');
  expect(done.status).toBe(0);
  return done.stdout;
}

const open = (more = '', wishes = {}): Promise<Visit> =>
  stage.visit(`#view=plan&run=few-s1-001${more}`, { waitFor: '.group', ...wishes });

/** Types a value and waits until the last panel is drawn from it. */
async function change(page: Page, path: string, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(path);
  const field = page.locator(`[data-path="${path}"] input[type=text]`);
  await field.fill(text);
  await field.press('Enter');
}
const computed = (page: Page) => page.waitForSelector('[data-taken-ms]', patience);

const figures = (page: Page) =>
  page
    .locator('[data-figure]')
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [
          (cell as HTMLElement).dataset.figure ?? '',
          Number((cell as HTMLElement).dataset.value),
        ]),
      ),
    );

async function taken(page: Page, what: string): Promise<{ name: string; content: Buffer }> {
  const arriving = page.waitForEvent('download', patience);
  await page.locator(`[data-export="${what}"]`).click();
  const download = await arriving;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

const rows = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));

/** The largest number of each unit: what the differences of a table are differences of. */
function largest(head: readonly string[], table: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [column, name] of head.entries()) {
    const unit = unitOf(name);
    const most = Math.max(...table.map((cells) => Math.abs(Number(cells[column])) || 0));
    found.set(unit, Math.max(found.get(unit) ?? 0, most));
  }
  return found;
}
const unitOf = (name: string) => /_([^/]+)/.exec(name)?.[1] ?? '';

/**
 * Cells that differ by more than a billionth, with what they are. What is left of two nearly equal flows is held to a
 * trillionth of these, and a share to a trillionth of the whole.
 */
function apart(left: string, right: string): string[] {
  const [head = [], ...a] = rows(left);
  const [other, ...b] = rows(right);
  expect(other).toEqual(head);
  expect(b.length).toBe(a.length);
  const flows = largest(head, b);
  return a.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const there = b[row]![column]!;
      if (cell === there) return [];
      const [x, y] = [Number(cell), Number(there)];
      const unit = unitOf(head[column]!);
      const slack = 1e-12 * (unit === '' ? 1 : flows.get(unit)!);
      const near = Math.abs(x - y) <= Math.max(1e-9 * Math.max(Math.abs(x), Math.abs(y)), slack);
      return near ? [] : [`${head[column]} ${cells[1]}: ${cell} and ${there}`];
    }),
  );
}

describe.skipIf(!executablePath)('the plan in Chromium', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
    mkdirSync(join(folder, 'runs'));
    writeFileSync(join(folder, 'few.yaml'), small);
    kardashev('run', 'few.yaml', '--json');
    const runs = join(folder, 'runs');
    stage = await openStage({
      runs: servedRuns(runs),
      plans: servedPlans(runs),
      fleet: servedFleet(runs),
      lineage: async (_run, headline) => decided(headline),
    });
  }, 240_000);

  afterAll(async () => {
    await stage?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('computes a changed plan as the command line does, tables and all, and saves a plan that it runs', async () => {
    const { page, complaints } = await open();
    const before = await figures(page);
    // One that no table depends on, then one that all of them do.
    await change(page, 'capital.chipCost', '14 USD/W');
    await computed(page);
    const cheaper = await figures(page);
    expect(cheaper.orbit).toBeLessThan(before.orbit!);
    expect(cheaper.ground).toBeLessThan(before.ground!);
    await change(page, 'satellites.suncatcher.arrayArea', '60 m2');
    await page.waitForFunction(
      () => /filled here$|cannot|could not/.test(document.querySelector('.plan-progress')?.textContent ?? ''),
      null,
      patience,
    );
    expect(await page.locator('.plan-progress').textContent()).toMatch(/1 response table filled here$/);
    const smaller = await figures(page);
    expect(smaller.power).not.toBe(before.power);

    const plan = await taken(page, 'plan');
    expect(plan.name).toBe('few-changed.yaml');
    writeFileSync(join(folder, plan.name), plan.content);
    const there = JSON.parse(kardashev('run', plan.name, '--json', '--csv', 'there.csv'));
    expect(there.plan).toBe('few-changed');
    const here = await taken(page, 'csv');
    expect(apart(here.content.toString(), readFileSync(join(folder, 'there.csv'), 'utf8'))).toEqual([]);
    expect(smaller.power! / there.fleet.powerToCompute_W).toBeCloseTo(1, 9);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('goes back and forth, and says that nothing is saved', async () => {
    const { page } = await open();
    const before = await figures(page);
    await change(page, 'capital.chipCost', '14 USD/W');
    await computed(page);
    const after = await figures(page);
    expect(await page.locator('.changed-note').textContent()).toContain('Changed here, not saved · 1 change');
    await page.getByRole('button', { name: /Undo/ }).click();
    expect(await figures(page)).toEqual(before);
    expect(await page.locator('.changed-note').count()).toBe(0);
    await page.getByRole('button', { name: /Redo/ }).click();
    await computed(page);
    expect(await figures(page)).toEqual(after);
    await page.getByRole('button', { name: 'Reset chip cost' }).click();
    expect(await figures(page)).toEqual(before);
    await page.close();
  });

  it('says at the field what a value cannot be, and keeps the last figures', async () => {
    const { page } = await open();
    const before = await figures(page);
    expect(await page.locator('.deciding [data-path]').getAttribute('data-path')).toBe('capital.chipCost');
    await change(page, 'capital.chipCost', '3 kg');
    const fault = page.locator('[data-path="capital.chipCost"] [role=alert]');
    expect(await fault.textContent()).toMatch(/wanted is .* plan\/wrong-unit$/s);
    expect(await figures(page)).toEqual(before);
    await page.close();
  });

  it('shows the same to whoever follows the link, in every view', async () => {
    const { page } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await change(page, 'capital.chipCost', '14 USD/W');
    await computed(page);
    const after = await figures(page);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.waitForSelector('text=Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).hash).toContain('set=capital.chipCost%3D14+USD%2FW');
    await page.close();

    const { page: other, complaints } = await stage.visit(new URL(link).hash, { waitFor: '.group' });
    await computed(other);
    expect(await figures(other)).toEqual(after);
    await other.getByRole('link', { name: 'Mission' }).click();
    await other.waitForSelector('.panel', patience);
    expect(await other.locator('.changed-note').count()).toBe(1);
    expect(await other.evaluate(() => location.hash)).toContain('set=');
    await other.getByRole('button', { name: 'Back to the run as kept' }).click();
    await other.waitForFunction(() => !location.hash.includes('set='), null, patience);
    expect(real(complaints)).toEqual([]);
    await other.close();
  });

  it('hands out the report, Parquet and pictures', async () => {
    const { page } = await open();
    const kept = await taken(page, 'parquet');
    expect(kept.content.subarray(0, 4).toString()).toBe('PAR1');
    await change(page, 'capital.chipCost', '14 USD/W');
    await computed(page);
    const changed = await taken(page, 'parquet');
    expect(changed.content.subarray(0, 4).toString()).toBe('PAR1');
    expect(changed.content.subarray(-4).toString()).toBe('PAR1');
    const report = await taken(page, 'report');
    const html = report.content.toString();
    expect(report.name).toBe('few-changed.html');
    expect(html).toContain('<html lang="en">');
    expect(html).toMatch(/capital\.chipCost.*28 USD\/W.*14 USD\/W/s);
    expect(html.match(/<svg /g)!.length).toBeGreaterThanOrEqual(8);
    expect(html).not.toMatch(/<script|<link|src=|url\(|@import/);
    const arriving = page.waitForEvent('download', patience);
    await page.locator('.plan-chart button').first().click();
    const picture = await arriving;
    expect(picture.suggestedFilename()).toMatch(/\.png$/);
    await page.close();
  });
});
