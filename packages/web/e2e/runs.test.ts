import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunSummary } from '@kardashev/contracts/run.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCarrier } from '../../cli/src/jobs/carrier.ts';
import { shippedPlans } from '../../cli/src/jobs/plan-text.ts';
import { servedRuns } from '../../cli/src/served-runs.ts';
import { executablePath, openStage, phone, real, type Stage } from './browser.ts';

const small = readFileSync(
  join(import.meta.dirname, '..', '..', 'cli', 'src', 'testing', 'small.yaml'),
  'utf8',
);
/** The same for twenty years: long enough to be watched and stopped. */
const long = small
  .replace('to: 2026-02', 'to: 2045-12')
  .replace('name: small', 'name: long\nreportApart: true');

/** Nothing here draws in three dimensions; a busy machine may still take its time. */
const patience = { timeout: 40_000 };

let runs: string;
let stage: Stage;

const summary = (index: number): RunSummary => ({
  run: `many-s${index}-001`,
  plan: 'many',
  title: 'One of many',
  seed: index,
  funding: 'as-needed',
  state: 'finished',
  begun: '2026-11-22T12:00:00.000Z',
  months: 240,
  hash: index.toString(16).padStart(64, '0'),
  satellites_end: 1000 * index,
});

const visit = (waitFor = '.start form') => stage.visit('#view=runs', { waitFor });

/** Fills in the form as a person would, with a plan of one's own. */
async function start(page: Page, plan: string, seed: string): Promise<void> {
  await page
    .getByLabel('Plan', { exact: false })
    .first()
    .selectOption({ label: 'A plan of your own (YAML)' });
  await page.getByLabel('Text of the plan').fill(plan);
  await page.getByRole('textbox', { name: /^Seed/ }).fill(seed);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

describe.skipIf(!executablePath)('runs, in Chromium with the real server', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    runs = mkdtempSync(join(tmpdir(), 'kardashev-runs-'));
    stage = await openStage({
      runs: servedRuns(runs),
      jobs: { carrier: runCarrier(runs), plans: async () => shippedPlans() },
    });
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    if (runs) rmSync(runs, { recursive: true });
  });

  it('are started where there is none yet, drawn as they are computed, and opened', async () => {
    const { page, complaints } = await visit();
    await start(page, small, '5');
    const row = page.locator('[data-run="small-s5-001"]');
    await row.locator('.state.finished').waitFor(patience);
    await page.locator('[data-state="done"]').getByRole('link', { name: 'Open' }).click();
    await page.waitForSelector('main[data-view="mission"]', patience);
    expect(new URL(page.url()).hash).toContain('run=small-s5-001');
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('are stopped and go on', async () => {
    const { page, complaints } = await visit();
    await start(page, long, '6');
    const line = page.locator('.job [data-line="units"] path').first();
    await line.waitFor({ ...patience, state: 'attached' });
    const early = (await line.getAttribute('d'))!.length;
    await page.waitForFunction(
      (length) =>
        (document.querySelector('[data-line="units"] path')?.getAttribute('d')?.length ?? 0) > length,
      early,
      patience,
    );
    expect(await page.locator('.job [data-line="units"] svg').getAttribute('aria-label')).toMatch(
      /^Satellites in service, as announced: \d/,
    );
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('.ended[data-state="cancelled"] .state.cancelled').waitFor(patience);
    const row = page.locator('[data-run="long-s6-001"]');
    await row.locator('.state.unfinished').waitFor(patience);
    await row.getByRole('button', { name: 'Go on long-s6-001' }).click();
    await row.getByRole('link', { name: 'Open long-s6-001' }).waitFor(patience);
    expect(await row.textContent()).toContain('240');
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('tell what is wrong, where, and what to do', async () => {
    const { page } = await visit();
    await page.getByLabel('Other assumptions').fill('capital.costOfCapital = 5 %/yr\nnonsense');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    expect(await page.locator('.start .faults').textContent()).toContain('overrides/no-value');
    expect(await page.locator('.start .faults').textContent()).toContain('line 2');
    await page.getByLabel('Other assumptions').fill('');
    await page.getByRole('textbox', { name: /^Seed/ }).fill('-1');
    expect(await page.locator('#seed-hint').textContent()).toContain('from 0 to 4294967295');
    await start(page, small.replace('planes: 2', 'plains: 2'), '1');
    const faults = page.locator('.ended[data-state="failed"] .faults');
    await faults.waitFor(patience);
    expect(await faults.textContent()).toMatch(/plan\/unknown-key.*plan:8:/s);
    await page.close();
  });

  it('are compared two by two', async () => {
    const { page } = await visit('[data-run="small-s5-001"]');
    await page.getByLabel('Choose small-s5-001 to compare').check();
    await page.getByLabel('Choose long-s6-001 to compare').check();
    const link = page.getByRole('link', { name: 'Compare these two' });
    expect(await link.getAttribute('href')).toBe(
      '#view=compare&run=small-s5-001&a=small-s5-001&b=long-s6-001',
    );
    await page.close();
  });

  it('are found among hundreds, on a phone too', async () => {
    const { page } = await stage.visit('#view=runs', { waitFor: '[data-run]', viewport: phone });
    const many = Array.from({ length: 300 }, (_, index) => summary(index + 1));
    await page.route('**/api/runs', (route) => route.fulfill({ json: { runs: many } }));
    await page.waitForSelector('[data-run="many-s1-001"]', patience);
    expect(await page.locator('[data-run]').count()).toBe(50);
    const before_ms = Date.now();
    await page.getByRole('searchbox').fill('s299');
    await page.waitForFunction(() => document.querySelectorAll('[data-run]').length === 1, null, patience);
    expect(Date.now() - before_ms).toBeLessThan(2000);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Show 200 more' }).click();
    expect(await page.locator('[data-run]').count()).toBe(250);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await page.close();
  });

  it('cannot be started from elsewhere, and the page says why', async () => {
    const { page } = await visit('.start');
    await page.route('**/api/jobs', (route) => route.fulfill({ json: { jobs: [], mayStart: false } }));
    await page.getByText('kardashev serve --allow-runs').waitFor(patience);
    expect(await page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0);
    await page.close();
  });
});
