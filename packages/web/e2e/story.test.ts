import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, openStage, patience, phone, real, type Stage } from './browser.ts';

let stage: Stage;

/** The story is told by the page around the globe: without it a test takes seconds. */
const visit = (hash: string, wishes: object = {}) => stage.visit(hash, { withoutGlobe: true, ...wishes });

describe.skipIf(!executablePath)('the story in Chromium', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);

  afterAll(() => stage?.close());

  it('opens a panel to its depth by key, and Esc leads back to where one went in', async () => {
    const { page, complaints } = await visit('#month=2033-06');
    await page.locator('[data-room="energy"] .panel-open').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-depth="energy"] .multiple', patience);
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('panel')).toBe('energy');
    expect(await page.locator('.multiple').count()).toBeGreaterThanOrEqual(2);
    expect(await page.locator('.limit').allTextContents()).toEqual([
      expect.stringMatching(/^Power.*30\s%/),
      expect.stringMatching(/^Heat.*90\s% held back|^Heat.*at most 90\s%/),
    ]);
    expect(await page.locator('[data-claim-of="sun-always"]').textContent()).toContain('Holds in futures');
    expect(await page.locator('[data-spread="fleet.powerToCompute_W"]').count()).toBe(1);
    expect(await page.locator('[data-column="powerToCompute_W"]').textContent()).toContain(
      'Synthetic powerToCompute_W.',
    );
    await page.keyboard.press('Escape');
    await page.waitForSelector('.depth', { ...patience, state: 'detached' });
    await page.waitForSelector('[data-room="energy"] .panel-open:focus', patience);
    expect(page.url()).not.toContain('panel=');
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('saves the columns of a panel, and shows a chart as a table', async () => {
    const { page } = await visit('#month=2033-06&panel=energy', { waitFor: '.multiple' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.depth-numbers .save-csv').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-energy\.csv$/);
    await page.getByRole('button', { name: 'Power to chips as table' }).click();
    expect(await page.locator('.multiple-table tbody tr').count()).toBe(20);
    await page.goBack();
    await page.close();
  });

  it('draws the fan of the newest study behind the lines, and not when it is switched off', async () => {
    const { page } = await visit('#month=2040-01');
    await page.waitForSelector('[data-room="energy"][data-fan="powerToCompute_W"]', patience);
    expect(await page.locator('.futures').textContent()).toContain('Study of 512 samples');
    expect(await page.locator('[data-room="energy"] .plot').getAttribute('aria-label')).toContain(
      'nine tenths of the futures end between',
    );
    await page.getByLabel('Show futures').uncheck();
    expect(await page.locator('[data-fan]').count()).toBe(0);
    await page.getByLabel('Show futures').check();
    await page.getByText('From its own books', { exact: true }).click();
    await page.waitForSelector('.futures >> text=nothing is drawn', patience);
    expect(await page.locator('[data-fan]').count()).toBe(0);
    await page.close();
  });

  it('says which command makes a study where there is none', async () => {
    const { page } = await visit('#run=synthetic-as-flown-7');
    await page.waitForSelector('.futures >> text=npx kardashev study', patience);
    await page.close();
  });

  it('tells the plan in steps by keyboard alone, each on the page itself, once invited', async () => {
    const { page, complaints } = await visit('');
    await page.getByRole('button', { name: 'Show me' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.tour[data-step="start"]', patience);
    await page.waitForSelector('.tour:focus', patience);
    const months = new Set<string | null>();
    const steps = Number(/of (\d+)/.exec((await page.locator('.tour-place').textContent()) ?? '')?.[1]);
    expect(steps).toBeGreaterThanOrEqual(8);
    for (let step = 1; step < steps; step++) {
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector(`.tour-place >> text=${step + 1} of ${steps}`, patience);
      await page.waitForSelector('.tour-target', patience);
      months.add(await page.locator('.now strong').textContent());
    }
    expect(months.size).toBeGreaterThan(3);
    await page.waitForSelector('.tour[data-step="yours"]', patience);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.tour', { ...patience, state: 'detached' });
    await page.reload();
    await page.waitForSelector('.tour-again', patience);
    expect(await page.locator('.invitation').count()).toBe(0);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('marks milestones that one reaches by arrows, and tells them all in its key', async () => {
    const { page } = await visit('#month=2026-01');
    const million = page.locator('[data-milestone="million"] button');
    await million.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    expect(await million.evaluate((element) => element === document.activeElement)).toBe(true);
    const month = (await page.locator('.now strong').textContent()) ?? '';
    expect(await million.getAttribute('aria-label')).toBe(`One million satellites in service: ${month}`);
    await page.locator('.timeline-key-toggle').click();
    expect(await page.locator('.timeline-key tbody tr').count()).toBe(8);
    expect(await page.locator('.timeline-key').textContent()).toContain('never');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.timeline-key', { ...patience, state: 'detached' });
    await page.close();
  });

  it('fits a phone', async () => {
    const { page } = await visit('#month=2033-06&panel=transport', {
      viewport: phone,
      waitFor: '.multiple',
      locale: 'de-DE',
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await page.close();
  });
});
