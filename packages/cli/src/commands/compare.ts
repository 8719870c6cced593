import { availableParallelism } from 'node:os';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { findRun } from '@kardashev/store/runs.ts';
import type { Command } from 'commander';
import { comparePlans } from '../compare/document.ts';
import { compareCsv, compareScreen } from '../compare/screen.ts';
import {
  type OutputOptions,
  type Setting,
  setting,
  whole,
  withAssumptions,
  withOutput,
  withRuns,
} from '../options.ts';
import { print, printJson, writeTo } from '../output.ts';
import { loadPlan } from '../plan-input.ts';
import { inSession } from '../session.ts';
import { need } from '../stop.ts';

interface CompareCommandOptions extends OutputOptions {
  readonly set: readonly Setting[];
  readonly setB: readonly Setting[];
  readonly seed: number;
  readonly out: string;
  readonly workers: number;
  readonly orders: number;
}

const examples = `
A and B are plans or runs. --set changes both, --set-b the second alone. The parts of a difference add up to it and do not
depend on the order of anything: each is a mean over orders of taking assumptions over, every order with its reverse.

Examples:
  kardashev compare plans/million.yaml plans/as-flown.yaml
  kardashev compare million million --set-b capital.costOfCapital="5 %/yr" --json
  kardashev compare plans/peers/mccalip.yaml plans/peers/starcloud.yaml`;

/** `compare A B`: explains the difference of every headline number assumption by assumption. */
export function prepare(command: Command): void {
  withRuns(withAssumptions(withOutput(command, 'all parts')))
    .option(
      '--set-b <path=value>',
      'change any assumption of B; repeatable',
      (text: string, before: Setting[]) => [...before, setting(text)],
      [],
    )
    .option('--orders <n>', 'orders of taking assumptions over', whole(2, 1000), 2)
    .option('--workers <n>', 'threads', whole(1, 1024), availableParallelism())
    .addHelpText('after', examples)
    .action(async (left: string, right: string, options: CompareCommandOptions) => {
      const a = planOf(left, options.set, options.out);
      const b = planOf(right, [...options.set, ...options.setB], options.out);
      const document = await inSession(options.workers, (session) => comparePlans(a, b, options, session));
      if (options.csv !== undefined) writeTo(options.csv, compareCsv(document));
      if (options.json) printJson(document);
      else if (options.csv !== '-') print(compareScreen(document, process.stdout.isTTY === true));
    });
}

/** A run's plan where the name is one's, else a plan. */
function planOf(name: string, overrides: readonly Setting[], runs: string): ResolvedPlan {
  const stored = findRun(runs, name);
  if (stored.ok && overrides.length === 0) return stored.value.manifest.plan;
  const texts = new Map<string, string>();
  return need(loadPlan(name, overrides, texts), texts);
}
