import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { servedPlans } from '../../packages/cli/src/served-plans.ts';
import { servedRuns } from '../../packages/cli/src/served-runs.ts';
import { executablePath, openStage } from '../../packages/web/e2e/browser.ts';

const command = fileURLToPath(new URL('../../packages/cli/bin/kardashev.mjs', import.meta.url));
const times = 7;

/** An assumption that no response table depends on, and one that those of every shell do. */
const changes = [
  ['no table', 'capital.chipCost', (turn: number) => `${20 + turn} USD/W`],
  ['tables of one orbit', 'shells.low-sso.altitude', (turn: number) => `${570 + turn} km`],
] as const;

/**
 * Time from a changed assumption to the last panel drawn, on the announced plan in Chromium: the pass on show, then all
 * passes with the claims. The median of seven, after one that warms the model up.
 */
export async function run(): Promise<void> {
  if (!executablePath || !existsSync(executablePath)) {
    console.log('There is no Chromium here: set CHROMIUM to its path.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rerun-'));
  const done = spawnSync(process.execPath, [command, 'run', 'plans/million.yaml', '--json', '--out', folder]);
  if (done.status !== 0) throw new Error(done.stderr.toString());
  const stage = await openStage({
    runs: servedRuns(folder),
    plans: servedPlans(folder),
    lineage: async () => undefined,
  });
  try {
    console.log(`  ${await machine(stage.browser)}`);
    const { page } = await stage.visit('#view=plan', { waitFor: '.group' });
    for (const [what, path, textOf] of changes) await measure(page, what, path, textOf);
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true });
  }
}

async function machine(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const renderer = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return info ? String(gl?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'no WebGL';
  });
  await page.close();
  return `Chromium ${browser.version()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${renderer}`;
}

async function measure(
  page: Page,
  what: string,
  path: string,
  textOf: (turn: number) => string,
): Promise<void> {
  const first: number[] = [];
  const last: number[] = [];
  for (let turn = 0; turn <= (what === 'no table' ? times : 1); turn++) {
    const taken = await changeOnce(page, path, textOf(turn));
    if (turn === 0 && what === 'no table') continue;
    first.push(taken.first_ms);
    last.push(taken.last_ms);
  }
  console.log(
    `  ${what}: pass on show ${median(first).toFixed(0)} ms, all passes and claims ${median(last).toFixed(0)} ms, slowest ${Math.max(...last).toFixed(0)} ms`,
  );
}

/** Changes one value in its field; times run from the key pressed to the frame after the figures were swapped. */
async function changeOnce(page: Page, path: string, text: string) {
  await page.getByRole('searchbox').fill(path);
  const field = page.locator(`[data-path="${path}"] input[type=text]`);
  await field.fill(text);
  const watched = page.evaluate(
    () =>
      new Promise<{ first_ms: number; last_ms: number }>((resolve) => {
        let begun = 0;
        let first_ms = 0;
        const drawn = (then: (now: number) => void) =>
          requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));
        addEventListener(
          'keydown',
          () => {
            begun = performance.now();
          },
          { capture: true, once: true },
        );
        const look = new MutationObserver(() => {
          const status = document.querySelector('.plan-progress .plan-status');
          if (begun === 0 || !status) return;
          if (status.textContent?.includes('passes') && first_ms === 0) {
            drawn((now) => {
              first_ms ||= now - begun;
            });
          }
          if (!(status as HTMLElement).dataset.takenMs) return;
          look.disconnect();
          drawn((now) => resolve({ first_ms: first_ms || now - begun, last_ms: now - begun }));
        });
        look.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      }),
  );
  await field.press('Enter');
  return watched;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
