import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/*
 * Pictures of mission control for docs/mission-control.md: each view in both themes, and some on a phone.
 *
 *   kardashev serve --port 4173 …
 *   node tools/pictures/views.ts http://127.0.0.1:4173 million-s1-001 [view …]
 */

interface Shot {
  readonly name: string;
  /** What stands after # in the address. */
  readonly at: string;
  /** Milliseconds that a software renderer, or a computation, is given before the picture is taken. */
  readonly wait?: number;
}

const shots: readonly Shot[] = [
  { name: 'mission', at: 'view=mission', wait: 12_000 },
  { name: 'panel', at: 'view=mission&panel=compute', wait: 3000 },
  { name: 'claims', at: 'view=claims', wait: 2000 },
  { name: 'money', at: 'view=money', wait: 6000 },
  { name: 'plan', at: 'view=plan', wait: 4000 },
  { name: 'compare', at: 'view=compare&a=million-s1-001&b=as-flown-s1-001', wait: 6000 },
  { name: 'ground', at: 'view=ground', wait: 4000 },
  { name: 'runs', at: 'view=runs', wait: 2000 },
];
const desktop = { width: 1440, height: 960 };
const phone = { width: 390, height: 844 };
const folder = 'docs/mission-control';

const [address, run, ...wanted] = process.argv.slice(2);
if (!address || !run) throw new Error('Name the address of a running mission control, and a run.');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for (const theme of ['dark', 'light'] as const) await take(browser, shot, theme, desktop, theme);
  await take(browser, shot, 'dark', phone, 'phone');
}
await browser.close();

async function take(
  on: Browser,
  { name, at, wait = 1000 }: Shot,
  colorScheme: 'dark' | 'light',
  viewport: typeof desktop,
  suffix: string,
): Promise<void> {
  const page = await on.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  await page.addInitScript(() => localStorage.setItem('kardashev.tour', 'seen'));
  await page.goto(`${address}/#${at}&run=${run}`);
  await page.waitForTimeout(wait);
  const path = join(folder, `${name}-${suffix}.png`);
  await page.screenshot({ path, timeout: 120_000 });
  console.log(path);
  await page.close();
}
