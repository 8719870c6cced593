import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { DayOptions } from '../day/options.ts';
import { runDayOfPlan } from '../day/run.ts';
import { whole, withAssumptions } from '../options.ts';

const examples = `
Examples:
  kardashev day plans/million.yaml --date 2032-06-21
  kardashev day plans/suncatcher.yaml --date 2030-12-21 --jobs my-jobs.csv --json
  kardashev day plans/million.yaml --date 2032-06-21 --policy coolest-first.mjs
  kardashev day plans/million.yaml --date 2032-06-21 --fleet my-fleet.json --out runs/my-day

Fleet and jobs are those of the plan's month unless given: --fleet takes TLE, or OMM as .json, .xml or .kvn, and flies
the plan's first design; --jobs takes .csv or .yaml. A policy is a short module: see docs/how-to/run-a-day.md.`;

/** `day PLAN --date D`: one day of the whole fleet minute by minute, with its jobs. */
export function prepare(command: Command): void {
  withAssumptions(command)
    .requiredOption('--date <day>', 'day of the plan, YYYY-MM-DD')
    .option('--fleet <file>', "element sets of one's own satellites instead of the plan's")
    .option('--full', "every slot of the plan's shells filled, whatever the month has")
    .option('--jobs <file>', "one's own jobs instead of the plan's, CSV or YAML")
    .option('--policy <file>', "one's own way of placing jobs, a module (.mjs)")
    .option('--keep-going', 'report jobs that can never be placed and run the others')
    .option('--workers <n>', 'threads', whole(1, 1024), availableParallelism())
    .option('--out <dir>', 'folder for the document, the minutes and the jobs')
    .option('--json', 'print one JSON document instead of text')
    .addHelpText('after', examples)
    .action((plan: string, options: DayOptions) => runDayOfPlan(plan, options));
}
