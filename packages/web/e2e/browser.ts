import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { createServer, listen, type ServerOptions } from '../../server/src/server.ts';
import { syntheticCompare } from '../dev/compare.ts';
import { syntheticFleet, syntheticLineage, syntheticRuns } from '../dev/fixture.ts';
import { syntheticMoney } from '../dev/money.ts';
import { syntheticPlans } from '../dev/plan.ts';
import { syntheticStudies } from '../dev/studies.ts';

export const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
/** A software renderer needs seconds for a million points, more when the machine is busy. */
export const patience = { timeout: 120_000 };
export const desktop = { width: 1280, height: 860 };
export const phone = { width: 390, height: 844 };

export interface Visit {
  readonly page: Page;
  /** Errors on the console, failed requests and requests to anybody else. */
  readonly complaints: string[];
}

export interface Wishes extends BrowserContextOptions {
  /** What must be there before the visit begins; a panel of the mission by default. */
  readonly waitFor?: string;
  /** A browser without WebGL, for what is not about the globe: a software renderer keeps a machine busy for seconds. */
  readonly withoutGlobe?: boolean;
}

/** The built page on a server of its own, and a browser to visit it with. */
export interface Stage {
  readonly address: string;
  readonly browser: Browser;
  /** Opens the page at `#view=…&month=…`, in English, dark and with little motion unless wished otherwise. */
  visit(hash?: string, wishes?: Wishes): Promise<Visit>;
  close(): Promise<void>;
}

/** Builds the page once, serves synthetic runs (or what is given) and starts Chromium. For `beforeAll`, 120 s. */
export async function openStage(options: Partial<ServerOptions> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'mission-'));
  await build({
    root: join(import.meta.dirname, '..'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  const server = await createServer({
    runs: syntheticRuns,
    fleet: syntheticFleet,
    lineage: syntheticLineage,
    plans: syntheticPlans,
    studies: syntheticStudies,
    money: syntheticMoney(),
    compare: syntheticCompare(),
    page: folder,
    ...options,
  });
  const address = await listen(server);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  return {
    address,
    browser,
    visit: (hash, wishes) => visit(browser, address, hash, wishes),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function visit(
  browser: Browser,
  address: string,
  hash = '',
  { waitFor = '.panel', withoutGlobe = false, ...wishes }: Wishes = {},
): Promise<Visit> {
  const page = await browser.newPage({
    viewport: desktop,
    reducedMotion: 'reduce',
    colorScheme: 'dark',
    locale: 'en-US',
    ...wishes,
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) complaints.push(`asked ${url}`);
  });
  if (withoutGlobe) await page.addInitScript(refuseWebGL);
  await page.goto(`${address}/${hash}`);
  await page.waitForSelector(waitFor, patience);
  return { page, complaints };
}

function refuseWebGL(): void {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    kind: string,
    ...more: unknown[]
  ) {
    return kind.startsWith('webgl')
      ? null
      : (getContext as (...all: unknown[]) => unknown).call(this, kind, ...more);
  } as typeof getContext;
}

/** SwiftShader says that it is slow; that is no fault of the page. */
export const real = (complaints: readonly string[]) =>
  complaints.filter(
    (text) =>
      !/GPU stall|swiftshader|software WebGL|GroupMarkerNotSet|creating WebGL context|WebGL context could/i.test(
        text,
      ),
  );
