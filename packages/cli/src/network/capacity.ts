import { availableParallelism } from 'node:os';
import { capacityDocument } from '@kardashev/model/study/network/document.ts';
import { networkMonth } from '@kardashev/model/study/network/month.ts';
import type { Command } from 'commander';
import { type PlanOptions, whole, withAssumptions, withRuns } from '../options.ts';
import { refuse } from '../orbit/faults.ts';
import { print, printJson } from '../output.ts';
import { loadPlan } from '../plan-input.ts';
import { inSession } from '../session.ts';
import { tablesOf } from '../simulation.ts';
import { need } from '../stop.ts';
import { capacityScreen } from './capacity-screen.ts';

type CapacityOptions = Pick<PlanOptions, 'set' | 'seed' | 'out' | 'workers' | 'json'> & {
  readonly month: string;
};

const examples = `
Examples:
  kardashev network capacity plans/million.yaml --month 2032-06
  kardashev network capacity plans/million.yaml --month 2040-12 --set network.failedLinks=10% --json`;

/** `network capacity PLAN`: offered and delivered bits by kind, bottlenecks, users' latency by region. */
export function prepare(command: Command): void {
  withRuns(withAssumptions(command))
    .requiredOption('--month <month>', 'month of the plan, such as 2032-06', monthOf)
    .option('--workers <n>', 'threads for the fast models', whole(1, 1024), availableParallelism())
    .option('--json', 'print one JSON document instead of text')
    .addHelpText('after', examples)
    .action((file: string, options: CapacityOptions) => tell(file, options));
}

function monthOf(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  return refuse(
    'plan/no-such-month',
    '--month',
    `--month cannot be ${text}.`,
    'A month is written as year and number.',
    'Write --month 2032-06.',
  );
}

async function tell(file: string, options: CapacityOptions): Promise<void> {
  const texts = new Map<string, string>();
  const plan = need(loadPlan(file, options.set, texts), texts);
  const document = await inSession(options.workers, async (session) => {
    const tables = await tablesOf(plan, options.out, session);
    return capacityDocument(
      need(networkMonth(plan, options.month, options.seed, tables), texts),
      options.seed,
    );
  });
  if (options.json) printJson(document);
  else print(capacityScreen(document));
}
