import { availableParallelism } from 'node:os';
import { claimIds, outputs } from '@kardashev/model/study/monte-carlo/outputs.ts';
import { samplings } from '@kardashev/model/study/monte-carlo/study.ts';
import { monthOf } from '@kardashev/model/time/calendar.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type OutputOptions,
  type Setting,
  whole,
  withAssumptions,
  withOutput,
  withRuns,
} from '../options.ts';
import { redisOption } from './on-bullmq.ts';

/** All options of `study`. */
export interface StudyOptions extends OutputOptions {
  readonly set: readonly Setting[];
  readonly seed: number;
  readonly out: string;
  readonly workers: number;
  readonly samples: number;
  readonly sampling: (typeof samplings)[number];
  readonly until?: number;
  readonly passes: 'own' | 'all';
  readonly on: 'local' | 'bullmq';
  readonly redis?: string;
  /** Part of the work to do: shard `part` of `of`, counted from 1. */
  readonly shard?: { readonly part: number; readonly of: number };
  readonly correlations?: string;
  readonly exact: number;
  readonly totals: number;
  readonly scenarios?: string;
  readonly asOf?: string;
  readonly for?: string;
  readonly pareto?: readonly Goal[];
  readonly vary?: readonly string[];
}

/** A number to make small or large. */
export interface Goal {
  readonly name: string;
  readonly want: 'least' | 'most';
}

const examples = `
Every value of the plan or the catalogue with a range or a distribution is drawn; a sample runs the plan's own funding. Shards
of samples are kept under --out: give the same command again after a kill, and it goes on.

Examples:
  kardashev study plans/million.yaml --samples 2000 --seed 1 --json
  kardashev study plans/million.yaml --until 2% --set capital.costOfCapital="{uniform: [5 %/yr, 12 %/yr]}"
  kardashev study plans/million.yaml --for cheapest-3y
  kardashev study plans/million.yaml --pareto capital.capitalNeeded_USD,+compute.tokensPerSecond
  kardashev study plans/million.yaml plans/as-flown.yaml --scenarios cases.yaml --samples 256
  kardashev study plans/million.yaml --as-of 2026-06
  kardashev study plans/million.yaml --samples 2000 --shard 1/2 --out shared
  kardashev study merge shared/studies`;

export function withStudy(command: Command): Command {
  return withRuns(withAssumptions(withOutput(command, 'the samples')))
    .option('--samples <n>', 'futures to draw', whole(2, 10_000_000), 500)
    .addOption(
      new Option('--sampling <how>', 'how points are spread').choices([...samplings]).default('sobol'),
    )
    .option(
      '--until <error>',
      'stop when every mean is known to this relative error, such as 2%; --samples is the most',
      error,
    )
    .addOption(
      new Option('--passes <which>', 'ways of funding to run: the plan’s own, or all that it reports')
        .choices(['own', 'all'])
        .default('own'),
    )
    .addOption(
      new Option(
        '--on <where>',
        'where samples are computed: threads here, or machines that run kardashev worker',
      )
        .choices(['local', 'bullmq'])
        .default('local'),
    )
    .addOption(redisOption())
    .option('--workers <n>', 'threads', whole(1, 1024), availableParallelism())
    .option('--shard <i/n>', 'compute one part of n only, to be merged with study merge', shard)
    .option('--correlations <file>', 'YAML of assumptions that move together, beside those of the catalogue')
    .option(
      '--exact <n>',
      'samples to run with exact tables too, to measure what following them leaves out',
      whole(0, 1000),
      0,
    )
    .option('--totals <n>', 'pairs of samples an assumption for exact total indices', whole(0, 100_000), 0)
    .option('--scenarios <file>', 'YAML of named overrides: each plan is studied under each')
    .option('--as-of <YYYY-MM>', 'leave out what the catalogue learned later', month)
    .option('--for <claim>', 'the nearest plan in which this claim holds', claim)
    .option(
      '--pareto <a,b>',
      'plans that trade these numbers best; + before a name for more, − for less',
      goals,
    )
    .option(
      '--vary <paths>',
      'assumptions that --for and --pareto may move; by default those that matter',
      list,
    )
    .addHelpText('after', examples);
}

function error(text: string): number {
  const match = /^(\d+(?:\.\d+)?(?:e-?\d+)?)\s*(%?)$/.exec(text.trim());
  const value = match ? Number(match[1]) / (match[2] === '%' ? 100 : 1) : Number.NaN;
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('Write a share between 0 and 1, such as 0.02 or 2%.');
}

function shard(text: string): { part: number; of: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [part, of] = [Number(match?.[1]), Number(match?.[2])];
  if (part >= 1 && part <= of) return { part, of };
  throw new InvalidArgumentError('Write i/n with 1 ≤ i ≤ n, such as 2/5.');
}

function month(text: string): string {
  if (monthOf(text) !== undefined) return text;
  throw new InvalidArgumentError('Write a month such as 2026-06.');
}

function claim(text: string): string {
  if (claimIds.includes(text)) return text;
  throw new InvalidArgumentError(`The announcement has ${claimIds.join(', ')}.`);
}

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

function goals(text: string): Goal[] {
  const found = list(text).map((part): Goal => {
    const name = part.replace(/^[+−-]/, '');
    return { name, want: part.startsWith('+') ? 'most' : 'least' };
  });
  const names = outputs.map(({ name }) => name);
  const unknown = found.find(({ name }) => !names.includes(name));
  if (unknown) throw new InvalidArgumentError(`There is no number ${unknown.name}: ${names.join(', ')}.`);
  if (found.length < 2)
    throw new InvalidArgumentError('Name two numbers at least, with a comma between them.');
  return found;
}
