import type { Command } from 'commander';
import { lastingName } from '../files.ts';
import { checkGates } from '../gate.ts';
import { type PlanOptions, withPlan } from '../options.ts';
import { loadPlan } from '../plan-input.ts';
import { report } from '../report.ts';
import { inSession } from '../session.ts';
import { runPlan } from '../simulation.ts';
import { need } from '../stop.ts';

/** `run PLAN`: simulates a plan month by month and says what it comes to. */
export function prepare(command: Command): void {
  withPlan(command, 'all months').action(async (file: string, options: PlanOptions) => {
    checkGates(options.require);
    const texts = new Map<string, string>();
    const plan = need(loadPlan(file, options.set, texts), texts);
    const finished = await inSession(options.workers, (session) =>
      runPlan({ plan, seed: options.seed, file: lastingName(file), runs: options.out }, session),
    );
    process.exitCode = report(finished, options);
  });
}
