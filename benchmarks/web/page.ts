import type { Page } from 'playwright-core';
import { bundle, initial_B, initialBudget_B } from '../../packages/web/dev/bundle.ts';
import { executablePath, openStage, type Stage } from '../../packages/web/e2e/browser.ts';
import { launch, renderer } from './chromium.ts';

const starts = 5;

/** Milliseconds from the beginning of the navigation. */
interface Marks {
  /** Anything at all is painted. */
  readonly paint: number;
  /** The headline numbers stand there. */
  readonly figures: number;
  /** The first panel has its chart. */
  readonly panel: number;
  /** The slider was moved at once, and the page shows the other month. */
  readonly answered: number;
  /** By how much longer than 50 ms tasks kept the main thread, until the slider answered. */
  readonly blocked: number;
}

/** Size of the page against its budget, and how soon it shows and answers, each time in a browser just started. */
export async function run(): Promise<void> {
  await sizes();
  if (!executablePath) return console.log('  no Chromium on this machine: the page is not opened');
  const stage = await openStage();
  const runs: Marks[] = [];
  let drawnBy = '';
  for (let start = 0; start < starts; start++) {
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1440, height: 960 }, reducedMotion: 'reduce' });
    runs.push(await open(page, stage));
    drawnBy ||= await renderer(page);
    await browser.close();
  }
  await stage.close();
  console.log(
    `  ${starts} cold starts at 1440 × 960 over loopback, synthetic run of 240 months; WebGL by ${drawnBy}`,
  );
  tell('first contentful paint', runs, 'paint');
  tell('headline numbers', runs, 'figures');
  tell('first panel drawn', runs, 'panel');
  tell('slider answers', runs, 'answered');
  tell('main thread blocked until then', runs, 'blocked');
}

async function sizes(): Promise<void> {
  const files = await bundle();
  for (const { name, gzip_B, initial } of files) {
    console.log(
      `  ${(gzip_B / 1000).toFixed(1).padStart(6)} kB  ${initial ? 'at once' : 'later  '}  ${name}`,
    );
  }
  const sum_B = initial_B(files);
  console.log(
    `  ${(sum_B / 1000).toFixed(1)} kB of scripts and styles at once (gzip), ${((100 * sum_B) / initialBudget_B).toFixed(0)} % of the budget`,
  );
}

async function open(page: Page, { address }: Stage): Promise<Marks> {
  await page.addInitScript(watch);
  await page.goto(`${address}/#month=2034-05`, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'marks' in globalThis, null, { timeout: 120_000, polling: 250 });
  return page.evaluate(() => (globalThis as unknown as { marks: Marks }).marks);
}

/** Runs in the page: looks every frame what is there by now, and moves the slider as soon as it is. */
function watch(): void {
  const seen = { paint: 0, figures: 0, panel: 0, answered: 0, blocked: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      if (!seen.answered) seen.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  const month = () => document.querySelector('.now strong')?.textContent ?? '';
  let before = '';
  const look = () => {
    const now = performance.now();
    if (!seen.figures && document.querySelector('.headline-figure')) seen.figures = now;
    if (!seen.panel && document.querySelector('.panel canvas')) seen.panel = now;
    const slider = document.querySelector<HTMLInputElement>('.track input');
    if (!before && seen.panel && slider) {
      before = month();
      slider.value = '7';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (before && month() !== before) {
      seen.answered ||= now;
      seen.paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      if (seen.paint) {
        Object.assign(globalThis, { marks: seen });
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function tell(what: string, runs: readonly Marks[], mark: keyof Marks): void {
  const sorted = runs.map((each) => each[mark]).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const [least = Number.NaN] = sorted;
  console.log(
    `  ${what}: ${median.toFixed(0)} ms (best ${least.toFixed(0)}, worst ${sorted.at(-1)?.toFixed(0)})`,
  );
}
