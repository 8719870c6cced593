import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** One `--set path.to.key="value with unit"`. */
export interface Setting {
  readonly path: string;
  readonly text: string;
}

export interface OutputOptions {
  readonly json?: boolean;
  readonly csv?: string;
}

export interface RunOptions extends OutputOptions {
  /** Folder under which runs are kept. */
  readonly out: string;
  readonly workers: number;
  readonly require: readonly string[];
}

export interface PlanOptions extends RunOptions {
  readonly set: readonly Setting[];
  readonly seed: number;
}

const collected =
  <T>(parse: (text: string) => T) =>
  (text: string, before: readonly T[]) => [...before, parse(text)];

export function setting(text: string): Setting {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write --set path.to.key="value with unit".');
  return { path: text.slice(0, at).trim(), text: text.slice(at + 1).trim() };
}

/** Reads a whole number between two bounds, both included. */
export function whole(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };
}

export const portNumber = whole(0, 65_535);

/** `--json` and, for tables, `--csv FILE`. */
export function withOutput(command: Command, table: string): Command {
  return command
    .option('--json', 'print one JSON document instead of text')
    .option('--csv <file>', `also write ${table} as CSV; - is standard output`);
}

/** Where runs are kept. */
export function withRuns(command: Command): Command {
  return command.addOption(
    new Option('--out <dir>', 'folder in which runs are kept').default('runs').env('KARDASHEV_RUNS'),
  );
}

/** What every command has that carries out a run. */
export function withRun(command: Command, table: string): Command {
  return withRuns(withOutput(command, table))
    .option('--workers <n>', 'threads for the fast models', whole(1, 1024), availableParallelism())
    .option('--require <claim>', 'exit with 1 unless this claim holds; repeatable', collected(String), []);
}

/** What every command has that takes a plan. */
export function withPlan(command: Command, table: string): Command {
  return withAssumptions(withRun(command, table));
}

/** What may be changed in a plan, and the seed of its chance. */
export function withAssumptions(command: Command): Command {
  return withSettings(command).option('--seed <n>', 'seed of all chance', whole(0, 2 ** 32 - 1), 1);
}

/** What may be changed in a plan. */
export function withSettings(command: Command): Command {
  return command.option(
    '--set <path=value>',
    'change any assumption, as in --set capital.x="5 USD"; repeatable',
    collected(setting),
    [],
  );
}
