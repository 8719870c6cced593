import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticRun, syntheticRuns } from '../dev/fixture.ts';
import { syntheticNumbers } from '../dev/numbers.ts';
import { executablePath, openStage, patience, real, type Stage } from './browser.ts';

let stage: Stage;

describe.skipIf(!executablePath)('the page in Chromium', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    stage = await openStage({ numbers: syntheticNumbers });
  }, 120_000);

  afterAll(() => stage?.close());

  it('opens, plays, and draws every satellite of the last month', async () => {
    const { page, complaints } = await stage.visit('#month=2030-01');
    const slider = page.getByRole('slider', { name: 'Month' });
    expect(await slider.getAttribute('aria-valuetext')).toMatch(
      /^Jan 2030: [\d,]+ satellites\. Bound by launch pads$/,
    );

    await page.getByRole('button', { name: 'Play the years' }).click();
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLInputElement>('.track input')?.value) > 50,
      null,
      patience,
    );
    await page.getByRole('button', { name: 'Pause' }).click();

    await slider.focus();
    await page.keyboard.press('End');
    await page.waitForSelector('[data-satellites-drawn="1198120"]', { ...patience, state: 'attached' });
    expect(await page.locator('.globe-frame').getAttribute('data-satellites')).toBe('1198120');
    expect(await page.locator('.now strong').textContent()).toBe('Dec 2045');
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('shows a plan without satellites: the Earth, and the numbers beside it', async () => {
    const grounded = await openStage({ runs: { ...syntheticRuns, shells: async () => [] } });
    const { page, complaints } = await grounded.visit('#month=2034-06');
    await page.waitForSelector('[data-satellites-drawn]', { ...patience, state: 'attached' });
    expect(await page.locator('.orbit-transport').count()).toBe(0);
    expect(await page.locator('.panel .answer').count()).toBeGreaterThan(3);
    expect(real(complaints)).toEqual([]);
    await grounded.close();
  });

  it('counts what it draws in any month', async () => {
    const { page } = await stage.visit('#month=2034-06');
    const months = await syntheticRuns.months(syntheticRun);
    const month = months!.labels.indexOf('2034-06');
    const shells = await syntheticRuns.shells(syntheticRun);
    const inService = months!.columns.find(({ name }) => name === 'inService')!;
    const expected = Math.round(shells!.reduce((sum, _, row) => sum + inService.values[row]![month]!, 0));
    expect(expected).toBeGreaterThan(10_000);
    await page.waitForSelector(`[data-satellites-drawn="${expected}"]`, { ...patience, state: 'attached' });
    await page.close();
  });

  it('walks a headline back to its assumptions, and every headline has a door', async () => {
    const { page, complaints } = await stage.visit('#month=2028-01', { withoutGlobe: true });
    const headlines = page.locator('[data-headline]');
    expect(await headlines.count()).toBe(9);
    for (let index = 0; index < 9; index++) {
      await headlines.nth(index).dispatchEvent('click');
      await page.waitForSelector('dialog .assumptions li', patience);
      await page.keyboard.press('Escape');
      // Closed, and told to the page: the event comes after the attribute has gone.
      await page.waitForSelector('.drawer-body', { ...patience, state: 'detached' });
    }
    await page.locator('[data-headline="fleet.powerToCompute_W"]').click();
    const first = page.locator('.assumptions > li').first();
    expect(await first.textContent()).toContain('satellites.ai1.arrayArea');
    expect(await first.textContent()).toContain('840 m²');
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('shows every claim with its verdict', async () => {
    const { page } = await stage.visit('#month=2028-01');
    const claims = (await syntheticRuns.verdict(syntheticRun))!.claims;
    expect(await page.locator('[data-claim]').count()).toBe(claims.length);
    for (const { id, verdict } of claims) {
      expect(await page.locator(`[data-claim="${id}"] .chip`).textContent()).toContain(verdict);
    }
    await page.close();
  });

  it('shows the plan as its own books pay for it', async () => {
    const { page, complaints } = await stage.visit('#month=2040-01');
    const satellites = page.locator('[data-headline="fleet.satellites_end"] .headline-figure');
    const before = await satellites.textContent();
    await page.getByText('From its own books', { exact: true }).click();
    await page.waitForFunction(
      (text) => document.querySelector('.headline-figure')?.textContent !== text,
      before,
      patience,
    );
    expect(await page.locator('.now strong').textContent()).toBe('Jan 2040');
    expect(await page.locator('.now-binds').textContent()).toBe('Bound by cash');
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('fits a phone and works by keyboard alone', async () => {
    const { page, complaints } = await stage.visit('#month=2028-01', {
      viewport: { width: 360, height: 740 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => document.querySelector('.now strong')?.textContent === 'Feb 2028',
      null,
      patience,
    );
    await page.keyboard.press('Shift+ArrowLeft');
    await page.waitForFunction(
      () => document.querySelector('.now strong')?.textContent === 'Feb 2027',
      null,
      patience,
    );
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('says what to do when there is no run and when the server is gone', async () => {
    const page = await stage.browser.newPage({ locale: 'en-US' });
    await page.route('**/api/runs', (route) => route.fulfill({ json: { runs: [] } }));
    await page.goto(stage.address);
    await page.waitForSelector('text=npx kardashev run plans/million.yaml', patience);
    await page.unroute('**/api/runs');
    await page.route('**/api/runs', (route) => route.abort());
    await page.reload();
    await page.waitForSelector('[role=alert] >> text=npx kardashev serve', patience);
    await page.close();
  });
});
