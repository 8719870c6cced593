import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticRuns } from '../dev/fixture.ts';
import { executablePath, openStage, patience, real, type Stage } from './browser.ts';

let stage: Stage;
const waitFor = '#compare-headlines';
let one: string;
let other: string;

describe.skipIf(!executablePath)('two runs in Chromium', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const [first, second] = await syntheticRuns.list();
    one = first!.run;
    other = second!.run;
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  it('stand side by side as the address says, and the other way round', async () => {
    const { page, complaints } = await stage.visit(`#view=compare&a=${one}&b=${other}`, { waitFor });
    const row = page
      .locator('tr', { has: page.getByRole('rowheader', { name: 'Satellites in service' }) })
      .last();
    const [a, b, difference] = await row.locator('td').allTextContents();
    expect(a).toBe('1,198,120');
    expect(difference).toMatch(/^−1,186/);
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await page.waitForFunction((run) => location.hash.includes(`a=${run}`), other, patience);
    await expect.poll(async () => (await row.locator('td').allTextContents())[0]).toBe(b);
    expect(await page.locator('.small-charts .plot').count()).toBeGreaterThan(3);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('have their difference explained, step by step, when one asks', async () => {
    const { page, complaints } = await stage.visit(`#view=compare&a=${one}&b=${other}`, { waitFor });
    await page.getByRole('button', { name: 'Work it out' }).click();
    await page.waitForSelector('.waterfall', patience);
    expect(await page.locator('.waterfall .step-name').allTextContents()).toEqual([
      'Run A',
      'structure: entries, period, funding',
      'pads.starbase.permits',
      'Run B',
    ]);
    expect(await page.locator('section[aria-labelledby="compare-assumptions"] tbody tr').count()).toBe(2);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('are two: with one run alone the page says how to make another', async () => {
    const page = await stage.browser.newPage({ locale: 'en-US' });
    const runs = (await syntheticRuns.list()).slice(0, 1);
    await page.route('**/api/runs', (route) => route.fulfill({ json: { runs } }));
    await page.goto(`${stage.address}/#view=compare`);
    await page.waitForSelector('.compare', patience);
    expect(await page.locator('.compare').textContent()).toContain('There is only one finished run');
    expect(await page.locator('.compare code').first().textContent()).toMatch(/^npx kardashev run/);
    await page.close();
  });
});
