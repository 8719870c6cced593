import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlertBoard } from '../../server/src/alerts.ts';
import { syntheticAlerts, syntheticImagers, syntheticSensed, syntheticTracks } from '../dev/ground.ts';
import { executablePath, openStage, patience, phone, real, type Stage } from './browser.ts';

describe.skipIf(!executablePath)('the ground in Chromium', { timeout: 120_000 }, () => {
  const board = new AlertBoard();
  let stage: Stage;

  beforeAll(async () => {
    for (const alert of syntheticAlerts) board.post(alert);
    board.live = true;
    stage = await openStage({
      alerts: board,
      tracks: syntheticTracks,
      sensed: syntheticSensed,
      imagers: syntheticImagers,
    });
  }, 120_000);
  afterAll(() => stage?.close());

  const visit = (wishes = {}) =>
    stage.visit('#view=ground', { waitFor: '.alert', withoutGlobe: true, ...wishes });

  it('tells what was told, what it rests on, and which of the plan’s satellites can look', async () => {
    const { page, complaints } = await visit();
    const event = syntheticAlerts[2]?.event ?? '';
    expect(await page.locator('.alert').count()).toBe(2);
    expect(await page.locator('.alert').first().getAttribute('data-event')).toBe(event);
    await page.waitForSelector('[data-pass]', patience);
    expect(await page.locator('[data-pass]').count()).toBe(12);
    expect(await page.locator('.event').textContent()).toContain('quake/made-up-1');
    const cap = await page.getByRole('link', { name: 'As CAP' }).getAttribute('href');
    expect((await page.request.get(`${stage.address}${cap}`)).headers()['content-type']).toContain('cap+xml');
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('goes back to when the place was not known, and sets the two times apart', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '12:01:30' }).click();
    await page.waitForSelector('text=place not known');
    expect(await page.locator('[data-mark]').count()).toBe(0);
    expect(await page.locator('.passes-of').textContent()).toContain('nobody knows where to look');
    await page.getByRole('checkbox', { name: 'The world of the same moment' }).uncheck();
    const known = page.getByRole('slider', { name: 'What was known' });
    await known.press('End');
    const was = page.getByRole('slider', { name: 'What was so' });
    expect(await was.getAttribute('aria-valuetext')).toMatch(/12:01:30 UTC$/);
    // Known now of then: the quake, with its place.
    expect(await page.locator('[data-mark]').count()).toBe(1);
    await page.close();
  });

  it('replays, and takes what is told meanwhile', async () => {
    const { page } = await visit();
    await page.getByRole('combobox', { name: 'Pace' }).selectOption('3600');
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.waitForSelector('button:has-text("Pause")');
    await page.getByRole('button', { name: 'Live' }).click();
    board.post({
      ...(syntheticAlerts[0] as (typeof syntheticAlerts)[number]),
      event: 'event-20300101T123000Z',
      at: '2030-01-01T12:30:00Z',
      decidedAt: '2030-01-01T12:31:00Z',
    });
    await page.waitForSelector('.alert[data-event="event-20300101T123000Z"]', patience);
    await page.close();
  });

  it('is moved by keys, and fits a phone in German and light', async () => {
    const { page, complaints } = await visit({ viewport: phone, locale: 'de-DE', colorScheme: 'light' });
    expect(await page.getByRole('heading', { name: 'Der Boden' }).count()).toBe(1);
    const map = page.locator('.map-frame');
    await map.focus();
    const mark = page.locator('[data-mark]').first();
    const before = await mark.boundingBox();
    for (const key of ['+', '+', 'ArrowLeft']) await page.keyboard.press(key);
    await page.waitForFunction(
      (x) => document.querySelector('[data-mark]')?.getBoundingClientRect().x !== x,
      before?.x,
    );
    await page.keyboard.press('0');
    const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBe(0);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('says how it is fed where nothing is', async () => {
    const page = await stage.browser.newPage({ locale: 'en-US' });
    await page.route('**/api/alerts', (route) =>
      route.fulfill({ json: { alerts: [], lasts_s: 1, live: false, sensed: false, coverage: false } }),
    );
    await page.route('**/api/tracks', (route) => route.fulfill({ json: { tracks: [] } }));
    await page.route('**/api/events/stream', (route) => route.abort());
    await page.goto(`${stage.address}/#view=ground`);
    await page.waitForSelector('text=kardashev feed replay', patience);
    await page.close();
  });
});
