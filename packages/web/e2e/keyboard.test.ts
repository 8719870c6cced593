import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewNames } from '../src/app/views.ts';
import { executablePath, openStage, patience, real, type Stage } from './browser.ts';

let stage: Stage;

/** What has the focus: how it is called, whether one sees that it has it, and whether the time line hides it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    // The focus of a choice is drawn around its label, as the choice itself is not drawn.
    const drawn = element.matches('[type=radio]') ? (element.closest('label') ?? element) : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    const timeline = document.querySelector('.timeline');
    const { top, bottom } = drawn.getBoundingClientRect();
    const edge = timeline?.contains(element)
      ? innerHeight
      : (timeline?.getBoundingClientRect().top ?? innerHeight);
    return {
      name: `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.trim(),
      element: element === document.body ? 'body' : element.tagName.toLowerCase(),
      switch: element.dataset.switch ?? '',
      seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      inSight: bottom > 0 && top < edge,
    };
  });

/** Goes on with the Tab key until something answers to the test. */
async function tabTo(
  page: Page,
  found: (element: Awaited<ReturnType<typeof focused>>) => boolean,
): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if (found(await focused(page))) return;
  }
  throw new Error('The Tab key does not lead there.');
}

const says = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    ([at, wanted]) => document.querySelector(at!)?.textContent === wanted,
    [selector, text] as const,
    patience,
  );

describe.skipIf(!executablePath)('the page by keyboard alone', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);

  afterAll(() => stage?.close());

  it('leads past the header, and shows at every stop where one is', async () => {
    const { page } = await stage.visit('#month=2028-01');
    await page.waitForSelector('.globe canvas', patience);
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toBe('a Skip to the content');
    await page.keyboard.press('Enter');
    expect((await focused(page)).element).toBe('main');

    const stops: string[] = [];
    for (let presses = 0; presses < 300; presses++) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop.element === 'body') break;
      expect(stop, stop.name).toMatchObject({ seen: true, inSight: true });
      stops.push(stop.name);
    }
    expect(stops).toContain('button Play the years');
    expect(stops.length).toBeLessThan(300);
    await page.close();
  });

  it('plays, picks a month, opens where a number comes from and comes back to it', async () => {
    const { page, complaints } = await stage.visit('#month=2027-06', { withoutGlobe: true });
    await page.keyboard.press(' ');
    await page.waitForFunction(
      () => document.querySelector('.now strong')?.textContent !== 'Jun 2027',
      null,
      patience,
    );
    await page.keyboard.press(' ');
    await page.waitForSelector('[data-playing="false"]', patience);

    await tabTo(page, ({ name }) => name === 'input Month');
    await page.keyboard.press('Home');
    await says(page, '.now strong', 'Jan 2026');
    await page.keyboard.press('PageUp');
    await says(page, '.now strong', 'Jan 2027');
    await page.keyboard.press('ArrowRight');
    await says(page, '.now strong', 'Feb 2027');

    await page.keyboard.press('Tab');
    await tabTo(page, ({ name }) => name.startsWith('button Power to compute'));
    const door = (await focused(page)).name;
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]', patience);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { ...patience, state: 'detached' });
    expect((await focused(page)).name).toBe(door);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('changes theme and language, and both stay when the page is loaded anew', async () => {
    const { page, complaints } = await stage.visit('#month=2028-01', { withoutGlobe: true });
    await tabTo(page, (element) => element.switch === 'language');
    await page.keyboard.press('Enter');
    await says(page, '.now strong', 'Jan. 2028');
    expect(await page.title()).toContain('Kardashev');
    await tabTo(page, (element) => element.switch === 'theme');
    await page.keyboard.press('Enter');
    await page.reload();
    await page.waitForSelector('.panel', patience);
    expect(
      await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]),
    ).toEqual(['de', 'light']);
    await says(page, '.now strong', 'Jan. 2028');
    await page.keyboard.press('l');
    await says(page, '.now strong', 'Jan 2028');
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('lists its keys, and lets those of one character be switched off', async () => {
    const { page } = await stage.visit('#month=2028-01', { withoutGlobe: true });
    await page.keyboard.press('?');
    await page.waitForSelector('.keys-help[open]', patience);
    await tabTo(page, ({ name }) => name.startsWith('input'));
    await page.keyboard.press(' ');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.keys-help[open]', { ...patience, state: 'detached' });
    await page.keyboard.press('l');
    await page.keyboard.press('?');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.locator('.keys-help[open]').count()).toBe(0);
    await page.close();
  });

  it('opens every view by its tab and by its number, and the way back leads through them', async () => {
    const { page, complaints } = await stage.visit('#month=2028-01', { withoutGlobe: true });
    const views = viewNames;
    for (const [index, view] of views.entries()) {
      await page.keyboard.press(String(index + 1));
      await page.waitForSelector(`main[data-view="${view}"]`, patience);
      if (index > 0)
        await page.waitForFunction(() => document.activeElement?.id === 'content', null, patience);
    }
    for (const view of views.toReversed().slice(1)) {
      await page.goBack();
      await page.waitForSelector(`main[data-view="${view}"]`, patience);
    }
    expect(real(complaints)).toEqual([]);
    await page.close();
  });
});
