import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { type Funding, passesOf, type ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { writeJson } from './atomic.ts';

/** Raised when older programs could not read what newer ones write. */
export const manifestFormat = 1;

/** What a run depends on, each by a SHA-256 in hex. Equal inputs and seed give an equal result hash. */
export interface Inputs {
  /** The resolved plan. */
  readonly plan: string;
  /** The program's models and kernels. */
  readonly code: string;
  /** Response tables by the name of their request. */
  readonly tables: { readonly [name: string]: string };
}

/** What is known of a run before it begins. */
export interface RunInputs {
  readonly plan: ResolvedPlan;
  readonly seed: number;
  /** Version of the program. */
  readonly version: string;
  readonly inputs: Inputs;
  /** The plan's file, as another plan can extend it; missing where the plan came from no file. */
  readonly file?: string;
}

/** `manifest.json` of a run. It says `complete` only when everything else of the run is on disk. */
export interface Manifest extends RunInputs {
  readonly format: typeof manifestFormat;
  readonly run: string;
  readonly status: 'running' | 'complete';
  /** Months of one pass. */
  readonly months: number;
  /** Ways of funding, in the order of the passes. */
  readonly passes: readonly Funding[];
  /** ISO 8601, UTC. */
  readonly begun: string;
  readonly ended?: string;
  /** Time that the process which finished the run spent on it. */
  readonly wall_s?: number;
  /** Of the result. */
  readonly hash?: string;
}

/** The manifest of a run that begins now. */
export function newManifest(run: string, inputs: RunInputs): Manifest {
  return {
    format: manifestFormat,
    run,
    status: 'running',
    seed: inputs.seed,
    version: inputs.version,
    inputs: inputs.inputs,
    ...(inputs.file === undefined ? {} : { file: inputs.file }),
    months: inputs.plan.to - inputs.plan.from + 1,
    passes: passesOf(inputs.plan),
    begun: new Date().toISOString(),
    plan: inputs.plan,
  };
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeJson(join(folder, 'manifest.json'), manifest);
}

/** Reads a run's manifest. Fails with `run/not-found` or `run/unreadable`. */
export function readManifest(folder: string): Outcome<Manifest> {
  const file = join(folder, 'manifest.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return failure(notFound(folder, file));
  }
  try {
    const manifest = JSON.parse(text) as Manifest;
    return isManifest(manifest) ? success(manifest) : failure(unreadable(file, 'it is of another format'));
  } catch {
    return failure(unreadable(file, 'it is not JSON'));
  }
}

function isManifest(value: Partial<Manifest>): value is Manifest {
  return (
    value.format === manifestFormat &&
    typeof value.run === 'string' &&
    typeof value.seed === 'number' &&
    typeof value.plan?.values === 'object' &&
    (value.status === 'running' || (value.status === 'complete' && typeof value.hash === 'string'))
  );
}

function notFound(folder: string, file: string): Fault {
  return {
    code: 'run/not-found',
    message: `There is no run in ${folder}.`,
    at: { file },
    cause: 'A run is a folder with a manifest.json.',
    fix: 'Name a run by its id, or by the path of its folder.',
  };
}

function unreadable(file: string, why: string): Fault {
  return {
    code: 'run/unreadable',
    message: `The manifest of this run cannot be used: ${why}.`,
    at: { file },
    cause: 'The file was written by another version of the program, or changed by hand.',
    fix: 'Run the plan again, and remove this folder when you no longer need it.',
  };
}
