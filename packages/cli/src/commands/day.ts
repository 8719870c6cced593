import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { DayOptions } from '../day/options.ts';
import { runDayOfPlan } from '../day/run.ts';
import { whole, withAssumptions } from '../options.ts';
import { BadInput } from '../stop.ts';
import { checkQueue, redisOption } from '../study/on-bullmq.ts';

const examples = `
Examples:
  kardashev day plans/million.yaml --date 2032-06-21
  kardashev day plans/suncatcher.yaml --date 2030-12-21 --jobs my-jobs.csv --json
  kardashev day plans/million.yaml --date 2032-06-21 --policy coolest-first.mjs
  kardashev day plans/million.yaml --date 2032-06-21 --fleet my-fleet.json --out runs/my-day
  kardashev day plans/million.yaml --date 2032-06-21 --power --full

Fleet and jobs are those of the plan's month unless given: --fleet takes TLE, or OMM as .json, .xml or .kvn, and flies
the plan's first design; --jobs takes .csv or .yaml. A policy is a short module: see docs/how-to/run-a-day.md.
--power asks every satellite for full load and runs no jobs. Shells are kept under --out (default runs): give the same
command again after a kill, and it goes on. With --on bullmq machines that run kardashev worker step them.`;

/** `day PLAN --date D`: one day of the whole fleet minute by minute, with its jobs. */
export function prepare(command: Command): void {
  withAssumptions(command)
    .requiredOption('--date <day>', 'day of the plan, YYYY-MM-DD')
    .option('--fleet <file>', "element sets of one's own satellites instead of the plan's")
    .option('--full', "every slot of the plan's shells filled, whatever the month has")
    .option('--jobs <file>', "one's own jobs instead of the plan's, CSV or YAML")
    .option('--policy <file>', "one's own way of placing jobs, a module (.mjs)")
    .option('--keep-going', 'report jobs that can never be placed and run the others')
    .option('--power', 'power and heat at full load only, shell by shell')
    .addOption(
      new Option('--on <where>', 'with --power, where shells are stepped: threads here, or machines')
        .choices(['local', 'bullmq'])
        .default('local'),
    )
    .addOption(redisOption())
    .option('--workers <n>', 'threads', whole(1, 1024), availableParallelism())
    .option('--out <dir>', 'folder for the document, the minutes and the jobs')
    .option('--json', 'print one JSON document instead of text')
    .addHelpText('after', examples)
    .action(async (plan: string, options: DayOptions) => {
      check(options);
      if (!options.power) return runDayOfPlan(plan, options);
      const { runPowerDay } = await import('../day/power.ts');
      await runPowerDay(plan, options);
    });
}

/** Refuses options that mean nothing together. Faults: `command/usage`, `cluster/redis-url`. */
function check(options: DayOptions): void {
  checkQueue(options);
  const { power, on, jobs, policy, keepGoing } = options;
  if (!power && on === 'bullmq') {
    throw misused(
      '--on',
      'Who places jobs sees all shells at once, every minute.',
      'Add --power, or leave --on out.',
    );
  }
  const needless = Object.entries({ '--jobs': jobs, '--policy': policy, '--keep-going': keepGoing });
  const given = power ? needless.find(([, value]) => value !== undefined) : undefined;
  if (given) throw misused(given[0], 'With --power no jobs run.', `Leave ${given[0]} out, or --power.`);
}

const misused = (path: string, cause: string, fix: string) =>
  new BadInput([
    { code: 'command/usage', message: `${path} does not apply here.`, at: { path }, cause, fix },
  ]);
