import type { Page } from 'playwright-core';
import { executablePath, openStage } from '../../packages/web/e2e/browser.ts';
import { launch, renderer } from './chromium.ts';

const satellites = 1_198_120;
const month = '2045-12';
const frames = 24;
const modes = ['shell', 'sunlight', 'age'] as const;

/** One million points moved by others, on one core of the machine that the design was tried on. */
const others = [
  ['Cesium, one million points', 105],
  ['deck.gl, one million points', 41],
] as const;

/**
 * How long the main thread is kept for one frame of the globe with 1,198,120 satellites that move: from the begin of the
 * frame to the end of the renderer's call, by the page's own marks. What a graphics card then does is another's time,
 * and a software renderer's another process's; where it cannot follow, calls wait for it, so the best frames tell.
 */
export async function run(): Promise<void> {
  if (!executablePath) return console.log('  no Chromium on this machine: the globe is not drawn');
  const stage = await openStage();
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.addInitScript(collect);
  for (const mode of modes) {
    await page.goto(`${stage.address}/?${mode}#month=${month}&colour=${mode}`);
    await page.waitForSelector(`[data-satellites-drawn="${satellites}"]`, {
      state: 'attached',
      timeout: 180_000,
    });
    const durations = await drawn(page);
    if (mode === modes[0])
      console.log(`  1,198,120 satellites at 1280 × 860; WebGL by ${await renderer(page)}`);
    tell(mode, durations);
  }
  await browser.close();
  await stage.close();
  for (const [name, median_ms] of others) console.log(`  ${name}: ${median_ms} ms (design, stack)`);
}

/** Runs in the page: keeps how long each frame took this thread. */
function collect(): void {
  const kept: number[] = [];
  Object.assign(globalThis, { frames_ms: kept });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'globe-frame') kept.push(duration);
  }).observe({ type: 'measure', buffered: true });
}

/** Turns the globe by the keyboard until enough frames are drawn; the first ones compile shaders and do not count. */
async function drawn(page: Page): Promise<readonly number[]> {
  const skipped = 4;
  const kept = () =>
    page.evaluate(() => (globalThis as unknown as { frames_ms: readonly number[] }).frames_ms);
  await page.locator('.globe canvas').focus();
  const until = performance.now() + 120_000;
  while ((await kept()).length < frames + skipped && performance.now() < until) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(200);
  }
  return (await kept()).slice(skipped);
}

function tell(mode: string, durations: readonly number[]): void {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
  console.log(
    `  coloured by ${mode}: main thread ${at(0.5)} ms a frame (best ${at(0)}, 95 % ${at(0.95)}, ${sorted.length} frames)`,
  );
}
