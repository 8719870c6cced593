import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticNumbers } from '../dev/numbers.ts';
import { executablePath, openStage, phone, real, type Stage } from './browser.ts';

describe.skipIf(!executablePath)('where numbers come from, in Chromium', { timeout: 120_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ numbers: syntheticNumbers });
  }, 120_000);
  afterAll(() => stage?.close());

  const headline = '[data-headline="fleet.powerToCompute_W"]';

  it('is walked from a headline down to a column and its inputs, and back', async () => {
    const { page, complaints } = await stage.visit('', { waitFor: headline, withoutGlobe: true });
    await page.locator(headline).click();
    await page.waitForSelector('[data-lineage="fleet.powerToCompute_W"]');
    await page.locator('[data-deeper="powerToCompute_W"]').click();
    await page.waitForSelector('[data-lineage="powerToCompute_W"]');
    expect(await page.locator('dialog h2').textContent()).toBe('Power to compute');
    expect(await page.locator('.months-line').getAttribute('aria-label')).toMatch(
      /from Jan 2026 .* to Dec 2045/,
    );
    await page.locator('[data-deeper="inService"]').click();
    await page.waitForSelector('[data-lineage="inService"]');
    expect(await page.locator('.way li').count()).toBe(2);
    await page.locator('.way button').first().click();
    await page.waitForSelector('[data-lineage="fleet.powerToCompute_W"]');
    expect(await page.locator('.way').count()).toBe(0);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('names assumptions with range, source, who says otherwise, and finds them by a word', async () => {
    const { page } = await stage.visit('', { waitFor: headline, withoutGlobe: true, viewport: phone });
    await page.locator(headline).click();
    await page.locator('[data-deeper="powerToCompute_W"]').click();
    const area = page.locator('[data-assumption="satellites.ai1.arrayArea"]');
    await area.waitFor();
    const text = await area.textContent();
    for (const part of ['605 m2', 'range', 'press', '840 m2', 'moves “Power to compute” by +0.97']) {
      expect(text).toContain(part);
    }
    expect(await page.locator('.assumptions > li').count()).toBe(20);
    await page.getByRole('button', { name: 'Show 11 more' }).click();
    expect(await page.locator('.assumptions > li').count()).toBe(31);
    await page.getByRole('searchbox').fill('part29');
    expect(await page.locator('.assumptions > li').count()).toBe(1);
    const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBe(0);
    await page.close();
  });

  it('is opened and closed by keyboard alone, and the focus comes back', async () => {
    const { page } = await stage.visit('', { waitFor: headline, withoutGlobe: true });
    await page.locator(headline).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-lineage="fleet.powerToCompute_W"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('drawer-title');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog.drawer[open]', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-headline'))).toBe(
      'fleet.powerToCompute_W',
    );
    await page.close();
  });
});
