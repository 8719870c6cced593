import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticRun, syntheticRuns } from '../dev/fixture.ts';
import { executablePath, openStage, patience, real, type Stage } from './browser.ts';

let stage: Stage;

/** A month with some ten thousand satellites: a software renderer draws them in no time. */
const month = '2033-01';

async function satellitesOf(label: string): Promise<number> {
  const months = await syntheticRuns.months(syntheticRun);
  const shells = await syntheticRuns.shells(syntheticRun);
  const at = months!.labels.indexOf(label);
  const inService = months!.columns.find(({ name }) => name === 'inService')!;
  return Math.round(shells!.reduce((sum, _, row) => sum + inService.values[row]![at]!, 0));
}

const drawn = (page: Page, satellites: number) =>
  page.waitForSelector(`[data-satellites-drawn="${satellites}"]`, { ...patience, state: 'attached' });

/** The middle of the picture as bytes, once it has not changed from one look to the next. */
async function picture(page: Page): Promise<string> {
  await page.locator('.globe-frame').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const box = (await page.locator('.globe-frame').boundingBox())!;
  const clip = { x: box.x + box.width / 2 - 180, y: box.y + box.height / 2 - 100, width: 360, height: 200 };
  let before = '';
  for (let look = 0; look < 20; look++) {
    const now = (await page.screenshot({ clip, ...patience })).toString('base64');
    if (now === before) return now;
    before = now;
    await page.waitForTimeout(150);
  }
  throw new Error('The picture does not come to rest.');
}

const found = (page: Page) => page.locator('[data-satellite]').getAttribute('data-satellite', patience);

describe.skipIf(!executablePath)('the globe in Chromium', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);

  afterAll(() => stage?.close());

  it('draws as many satellites as are in service, and colours them in seven ways', async () => {
    const { page, complaints } = await stage.visit(`#month=${month}`, {
      viewport: { width: 900, height: 800 },
    });
    await drawn(page, await satellitesOf(month));
    const seen = new Set([await picture(page)]);
    for (const name of ['Sunlight', 'Power', 'Heat', 'Load', 'Age', 'Link']) {
      await page.getByRole('radio', { name, exact: true }).check({ ...patience, force: true });
      await page.waitForSelector(`.legend[data-colour="${name.toLowerCase()}"]`, patience);
      // The energy model answers from a worker of its own.
      if (name === 'Power' || name === 'Heat') await page.waitForTimeout(1500);
      seen.add(await picture(page));
      expect(new URL(page.url()).hash).toContain(`colour=${name.toLowerCase()}`);
      expect(await page.locator('.legend td').first().textContent()).toMatch(/\d/);
    }
    expect(seen.size).toBe(7);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('finds a satellite by its place, draws it where the elements say, and opens it at a press', async () => {
    const { page, complaints } = await stage.visit(`#month=${month}&colour=sunlight`, {
      viewport: { width: 900, height: 800 },
    });
    await drawn(page, await satellitesOf(month));
    // By keyboard: the form opens, and any satellite will do.
    await page.locator('.finder summary').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Any', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-revolution] svg', patience);
    const name = await found(page);
    expect(new URL(page.url()).hash).toContain(`satellite=${name}`);
    expect(await page.locator('.satellite').textContent()).toMatch(/Period\s*9\d\.?\d* min/);

    await page.waitForSelector('.globe-ring:not([hidden])', { ...patience, state: 'attached' });
    await picture(page);
    const ring = (await page.locator('.globe-ring').evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return { left, top };
    })) as { left: number; top: number };
    await page.keyboard.press('Escape');
    await page.waitForSelector('.satellite', { ...patience, state: 'detached' });
    expect(page.url()).not.toContain('satellite=');

    // The renderer put a point where the ring was, without the ring being there any more.
    const lit = await brightest(page, ring);
    expect(lit).toBeGreaterThan(140);

    await page.mouse.click(ring.left, ring.top);
    await page.waitForSelector('[data-satellite]', patience);
    expect(await found(page)).toBe(name);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('goes round one orbit by its slider, and says so when nobody is at a place', async () => {
    const { page, complaints } = await stage.visit(`#month=${month}`, {
      viewport: { width: 900, height: 800 },
    });
    await drawn(page, await satellitesOf(month));
    const before = await picture(page);
    await page.getByRole('slider', { name: 'Time on the orbit' }).focus();
    for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => /^4 of/.test(document.querySelector('.orbit-time')?.textContent ?? ''),
      null,
      patience,
    );
    expect(await picture(page)).not.toBe(before);
    await page.locator('.finder summary').click();
    await page.getByRole('spinbutton', { name: 'Plane' }).fill('299');
    await page.getByRole('spinbutton', { name: 'Slot' }).fill('2');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForFunction(
      () => document.querySelector('.finder output')?.textContent || document.querySelector('.satellite'),
      null,
      patience,
    );
    expect(real(complaints)).toEqual([]);
    await page.close();
  });
});

/** Most red or blue of the pixels about a point: satellites are orange in sunlight and blue in shadow, the Earth dark. */
async function brightest(page: Page, { left, top }: { left: number; top: number }): Promise<number> {
  const clip = { x: Math.round(left) - 3, y: Math.round(top) - 3, width: 7, height: 7 };
  const shot = (await page.screenshot({ clip, ...patience })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const bytes = context.getImageData(0, 0, image.width, image.height).data;
    let most = 0;
    for (let at = 0; at < bytes.length; at += 4) most = Math.max(most, bytes[at]!, bytes[at + 2]!);
    return most;
  }, shot);
}
