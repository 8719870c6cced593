import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewNames } from '../src/app/views.ts';
import { desktop, executablePath, openStage, patience, phone, type Stage } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const looks = [
  { name: 'dark, desktop', colorScheme: 'dark', viewport: desktop },
  { name: 'light, desktop', colorScheme: 'light', viewport: desktop },
  { name: 'light, phone', colorScheme: 'light', viewport: phone },
  { name: 'dark, phone', colorScheme: 'dark', viewport: phone },
] as const;

let stage: Stage;

/** Each fault with the element it was found at, so that the message says where to look. */
async function faults(page: Page): Promise<string[]> {
  const results = (await page.evaluate(
    (values) => (globalThis as unknown as Axe).axe.run({ runOnly: { type: 'tag', values } }),
    rules,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
interface Axe {
  readonly axe: { run(options: unknown): Promise<unknown> };
}

/** The heart of the page as it stands when nothing is on its way any more. */
async function settled(page: Page, view: string): Promise<void> {
  await page.waitForSelector(`main[data-view="${view}"]`, patience);
  await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'), null, patience);
}

describe.skipIf(!executablePath)('axe-core finds no fault', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);

  afterAll(() => stage?.close());

  it.each(viewNames)('in the view %s, in both themes, large and small', async (view) => {
    const { page } = await stage.visit(`#view=${view}&month=2028-01`, {
      waitFor: 'main[data-view]',
      bypassCSP: true,
    });
    await page.addScriptTag({ content: axe });
    for (const { name, colorScheme, viewport } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.waitForFunction(
        (theme) => document.documentElement.dataset.theme === theme,
        colorScheme,
        patience,
      );
      await settled(page, view);
      expect(await faults(page), name).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `${name}: nothing sticks out sideways`).toBeLessThanOrEqual(viewport.width);
    }
    await page.close();
  });

  it('but would find one: grey on grey, and a picture without words', async () => {
    const { page } = await stage.visit('#month=2028-01', { bypassCSP: true, withoutGlobe: true });
    await page.addScriptTag({ content: axe });
    await page.evaluate(() => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML('afterbegin', '<p id="grey">grey on grey</p><img src="/icon.svg">');
      document.getElementById('grey')?.style.setProperty('color', 'var(--line-strong)');
    });
    const found = await faults(page);
    expect(found.map((fault) => fault.split(' ')[0]).sort()).toEqual(['color-contrast', 'image-alt']);
    await page.close();
  });

  it('in the list of keys, in German', async () => {
    const { page } = await stage.visit('#month=2028-01', {
      bypassCSP: true,
      locale: 'de-DE',
      withoutGlobe: true,
    });
    await page.addScriptTag({ content: axe });
    await page.getByRole('button', { name: 'Tasten' }).click();
    await page.waitForSelector('.keys-help[open]');
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it('when there is no run, and when the server is gone', async () => {
    const page = await stage.browser.newPage({ bypassCSP: true, locale: 'en-US', viewport: phone });
    await page.route('**/api/runs', (route) => route.fulfill({ json: { runs: [] } }));
    await page.goto(stage.address);
    await page.waitForSelector('main.trouble', patience);
    await page.addScriptTag({ content: axe });
    expect(await faults(page)).toEqual([]);
    await page.unroute('**/api/runs');
    await page.route('**/api/runs', (route) => route.abort());
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.waitForSelector('[role=alert]', patience);
    expect(await faults(page)).toEqual([]);
    await page.close();
  });
});
