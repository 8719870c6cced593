import type { Command } from 'commander';
import { hasDesktop } from '../desktop.ts';
import { lastingName } from '../files.ts';
import { checkGates } from '../gate.ts';
import { type PlanOptions, withPlan } from '../options.ts';
import { loadPlan } from '../plan-input.ts';
import { report } from '../report.ts';
import { serveUntilStopped } from '../serving.ts';
import { inSession } from '../session.ts';
import { runPlan } from '../simulation.ts';
import { need } from '../stop.ts';

interface StartOptions extends PlanOptions {
  readonly once?: boolean;
  readonly open: boolean;
}

/** `start`: what `npm start` does once everything is installed. */
export function prepare(command: Command): void {
  withPlan(command, 'all months')
    .option('--once', 'end after the verdict')
    .option('--no-open', 'do not open a browser')
    .action(async (file: string | undefined, options: StartOptions) => {
      checkGates(options.require);
      const texts = new Map<string, string>();
      const named = file ?? 'plans/million.yaml';
      const plan = need(loadPlan(named, options.set, texts), texts);
      const lasting = lastingName(named);
      const finished = await inSession(options.workers, (session) =>
        runPlan({ plan, seed: options.seed, file: lasting, runs: options.out, reuse: true }, session),
      );
      const { run } = finished.stored.manifest;
      if (finished.reused) process.stderr.write(`Nothing has changed since ${run}, so it is shown again.\n`);
      process.exitCode = report(finished, options);
      if (options.once) return;
      await serveUntilStopped({ runs: options.out, first: run, open: options.open && hasDesktop() });
    });
}
