import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, openStage, patience, phone, real, type Stage } from './browser.ts';

let stage: Stage;
const waitFor = '#money-value';

describe.skipIf(!executablePath)('money in Chromium', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  it('tells the cost of the month on show part by part, and by another basis when asked', async () => {
    const { page, complaints } = await stage.visit('#view=money&month=2030-01', { waitFor });
    const cost = page.locator('section[aria-labelledby="money-cost"]');
    expect(await cost.textContent()).toContain('Orbit does not come down to the ground by Dec 2045.');
    expect(await cost.textContent()).toContain('By part, asked for in Jan 2030');
    const all = () => cost.locator('tr.sum td').first().textContent();
    const perDay = Number(await all());
    expect(perDay).toBeCloseTo(66 * (0.2 + Math.exp(-48 / 40)), 1);
    await cost.getByLabel('Cost of').selectOption('USDperW');
    expect(Number(await all()) / perDay).toBeCloseTo(2, 1);

    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('says of a month in which a satellite would deliver nothing that its cost has no end', async () => {
    const { page } = await stage.visit('#view=money&month=2026-03', { waitFor });
    const cost = page.locator('section[aria-labelledby="money-cost"]');
    expect(await cost.textContent()).toContain('its cost has no end');
    expect(await cost.locator('tr.sum td').first().textContent()).toBe('delivers nothing');
    await page.close();
  });

  it('works out what would have to be true, and keeps it as a file', async () => {
    const { page, complaints } = await stage.visit('#view=money&month=2030-01', { waitFor });
    const when = page.locator('section[aria-labelledby="money-when"]');
    await when.getByRole('button', { name: 'Work it out' }).click();
    await when.getByRole('table').waitFor(patience);
    expect(await when.textContent()).toContain('From Feb 2029 on orbit is up to 3.1 times as dear.');
    expect(await when.textContent()).toContain('× 0.05 does it, outside its range');
    const [file] = await Promise.all([
      page.waitForEvent('download', patience),
      when.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/-when-2029-02\.csv$/);
    expect(readFileSync(await file.path(), 'utf8').split('\r\n')[1]).toMatch(
      /^chips,synthetic\.chips,USD\/W,28,,/,
    );
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('has books by year and by quarter, what was filed beside what was modelled', async () => {
    const { page, complaints } = await stage.visit('#view=money', { waitFor });
    const books = page.locator('section[aria-labelledby="money-books"]');
    expect(await books.locator('thead th').allTextContents()).toContain('2025filed');
    await books.getByText('Quarters', { exact: true }).click();
    expect(await books.locator('thead th').allTextContents()).toEqual([
      'million $, nominal',
      '2026-Q1filed',
      '2026-Q2modelled',
      '2026-Q2as filed since',
    ]);
    const space = books.locator('tbody tr', { has: page.getByRole('rowheader', { name: 'Space' }) }).first();
    expect(await space.locator('td').allTextContents()).toEqual(['200', '250', '300']);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });

  it('is German on a phone, without scrolling sideways', async () => {
    const { page, complaints } = await stage.visit('#view=money', {
      waitFor,
      viewport: phone,
      locale: 'de-DE',
    });
    expect(await page.getByRole('heading', { name: 'Orbit gegen Boden' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    const sheet = page.locator('section[aria-labelledby="money-books"] .table');
    await sheet.evaluate((element) => element.scrollTo({ left: 400 }));
    const left = await sheet
      .locator('tbody th')
      .nth(1)
      .evaluate((cell) => cell.getBoundingClientRect().left);
    const edge = await sheet.evaluate((element) => element.getBoundingClientRect().left);
    expect(Math.abs(left - edge)).toBeLessThan(3);
    expect(real(complaints)).toEqual([]);
    await page.close();
  });
});
