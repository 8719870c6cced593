import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Track } from '@kardashev/contracts/ground.ts';
import type { AlertFeed } from '@kardashev/server/alerts.ts';
import { createServer, listen } from '@kardashev/server/server.ts';
import type { Sensed } from '@kardashev/server/world.ts';
import { openPage } from './desktop.ts';
import { codeHash, pageFolder } from './house.ts';
import { runCarrier } from './jobs/carrier.ts';
import { shippedPlans } from './jobs/plan-text.ts';
import { servedCompare } from './served-compare.ts';
import { servedFleet } from './served-fleet.ts';
import { servedImagers } from './served-imagers.ts';
import { servedLineage } from './served-lineage.ts';
import { servedMoney } from './served-money.ts';
import { servedNumbers } from './served-numbers.ts';
import { servedPlans } from './served-plans.ts';
import { servedRuns } from './served-runs.ts';
import { servedStudies } from './served-studies.ts';
import { BadInput } from './stop.ts';
import { workBook } from './work-book.ts';

export interface ServingOptions {
  /** Folder under which runs are kept. */
  readonly runs: string;
  /** Run that the page opens first. */
  readonly first?: string;
  /** Port to listen on; by default the first free one from 4173 on. */
  readonly port?: number;
  readonly host?: string;
  /** Lets anybody who reaches the page start runs, not only this machine. */
  readonly allowRuns?: boolean;
  /** Open the page in a browser. */
  readonly open: boolean;
  /** Events on the ground. */
  readonly alerts?: AlertFeed | undefined;
  /** What was followed over the ground. */
  readonly tracks?: readonly Track[] | undefined;
  /** What was sensed on the ground. */
  readonly sensed?: Sensed | undefined;
}

const firstPort = 4173;
const tries = 50;
/** The port of a mail protocol, which no browser opens. */
const refusedByBrowsers = 4190;

/** Serves mission control until the process is asked to stop. */
export async function serveUntilStopped({
  runs,
  first,
  port,
  host,
  allowRuns = false,
  open,
  alerts,
  tracks,
  sensed,
}: ServingOptions): Promise<void> {
  const end = new AbortController();
  const { lineage, known } = servedLineage(runs, end.signal);
  const code = codeHash();
  const book = workBook(end.signal);
  const options = {
    runs: servedRuns(runs, first),
    fleet: servedFleet(runs),
    lineage,
    numbers: servedNumbers(runs, known),
    studies: servedStudies(runs),
    plans: servedPlans(runs),
    jobs: { carrier: runCarrier(runs), plans: async () => shippedPlans(), anybody: allowRuns },
    money: servedMoney(runs, code, book, end.signal),
    compare: servedCompare(runs, code, book),
    page: pageFolder,
    imagers: servedImagers(runs),
    ...(alerts ? { alerts } : {}),
    ...(tracks ? { tracks } : {}),
    ...(sensed ? { sensed } : {}),
  };
  const stopped = stopAsked();
  const { server, address } = await listenOn(() => createServer(options), port, host);
  process.stdout.write(`Mission control: ${address}\n`);
  if (!existsSync(join(pageFolder, 'index.html'))) {
    process.stderr.write(
      'The page is not built; only the API answers. Build it: npm run build -w @kardashev/web\n',
    );
  }
  process.stderr.write('Ctrl-C ends it.\n');
  if (open) await openPage(address);
  await stopped;
  end.abort();
  await server.close();
}

type Server = Awaited<ReturnType<typeof createServer>>;

async function listenOn(make: () => Promise<Server>, port: number | undefined, host?: string) {
  for (let at = port ?? firstPort; ; at++) {
    if (at === refusedByBrowsers && port === undefined) continue;
    const server = await make();
    try {
      return { server, address: await listen(server, at, host) };
    } catch (error) {
      await server.close();
      const { code } = error as NodeJS.ErrnoException;
      const taken = code === 'EADDRINUSE' || code === 'EACCES';
      if (!taken || port !== undefined || at >= firstPort + tries) throw cannotListen(at, error as Error);
    }
  }
}

function cannotListen(port: number, error: Error): BadInput {
  return new BadInput([
    {
      code: 'serve/port',
      message: `Mission control cannot listen on port ${port}.`,
      at: {},
      cause: error.message,
      fix: 'Leave --port out to take the first free one, or name another.',
    },
  ]);
}

async function stopAsked(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
