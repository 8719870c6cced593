import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticNumbers } from '../dev/numbers.ts';
import { executablePath, openStage, phone, real, type Stage } from './browser.ts';

describe.skipIf(!executablePath)('the claims in Chromium', { timeout: 120_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ numbers: syntheticNumbers });
  }, 120_000);
  afterAll(() => stage?.close());

  const visit = (wishes = {}) =>
    stage.visit('#view=claims', { waitFor: '.claim', withoutGlobe: true, ...wishes });

  it('are told one by one with verdict, scale and reason, and filtered by both', async () => {
    const { page, complaints } = await visit();
    const claims = page.locator('.claim');
    const all = await claims.count();
    expect(all).toBeGreaterThan(15);
    const first = page.locator('[data-claim="launch-hourly"]');
    expect(await first.textContent()).toContain('fails');
    expect(await first.textContent()).toContain('2 February 2026');
    expect(await first.getByRole('img').getAttribute('aria-label')).toBe(
      'claimed 8,760, computed 5,210; holds from here up',
    );
    await page.getByRole('radio', { name: 'holds' }).check();
    const holding = await claims.count();
    expect(holding).toBeLessThan(all);
    expect(await page.locator('.claim:not([data-verdict="holds"])').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Subsystem' }).selectOption('energy');
    expect(await claims.count()).toBeLessThan(holding);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('lead to where their figures come from', async () => {
    const { page } = await visit();
    await page.locator('[data-claim="power-100gw-a-year"] .figure').click();
    await page.waitForSelector('[data-lineage="claim:power-100gw-a-year"]');
    expect(await page.locator('dialog [data-deeper]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog.drawer[open]', { state: 'detached' });
    await page.close();
  });

  it('are told in German, and fit a phone', async () => {
    const { page } = await visit({ viewport: phone, locale: 'de-DE', colorScheme: 'light' });
    const first = page.locator('[data-claim="launch-hourly"]');
    expect(await first.textContent()).toContain('Ein Start jede Stunde');
    expect(await first.textContent()).toContain('trifft nicht zu');
    const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBe(0);
    await page.close();
  });
});
