import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { type Manifest, readManifest } from './manifest.ts';
import type { StoredRun } from './run-folder.ts';

/** All runs under a folder, those begun last first. What is no run, or cannot be read, is left out. */
export function listRuns(runs: string): StoredRun[] {
  return namesIn(runs)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(runs, name))
    .flatMap((folder) => {
      const manifest = readManifest(folder);
      return manifest.ok ? [{ folder, manifest: manifest.value }] : [];
    })
    .sort((a, b) => order(b.manifest, a.manifest));
}

/** By begin, and by name where two began in the same millisecond. */
function order(a: Manifest, b: Manifest): number {
  return a.begun.localeCompare(b.begun) || a.run.localeCompare(b.run);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A run by its id under `runs`, or by the path of its folder. Fails with `run/not-found` or `run/unreadable`. */
export function findRun(runs: string, name: string): Outcome<StoredRun> {
  const byId = join(runs, name);
  const isId = basename(name) === name && isFolder(byId);
  const folder = isId ? byId : resolve(name);
  const manifest = readManifest(folder);
  if (manifest.ok) return success({ folder, manifest: manifest.value });
  if (isFolder(folder)) return manifest;
  const known = listRuns(runs).slice(0, 3);
  return failure({
    code: 'run/not-found',
    message: `There is no run ${name}.`,
    at: {},
    cause: `Neither ${byId} nor ${folder} is the folder of a run.`,
    fix:
      known.length > 0
        ? `The latest runs are ${known.map(({ manifest: { run } }) => run).join(', ')}.`
        : `No run is in ${runs} yet: make one with "kardashev run PLAN", or name the folder with --out.`,
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Latest run that was not finished. */
export function newestUnfinished(runs: string): StoredRun | undefined {
  return listRuns(runs).find(({ manifest }) => manifest.status === 'running');
}

/** Latest finished run of the same plan, seed, code and tables. */
export function finishedTwin(
  runs: string,
  { seed, inputs }: Pick<Manifest, 'seed' | 'inputs'>,
): StoredRun | undefined {
  return listRuns(runs).find(
    ({ manifest }) =>
      manifest.status === 'complete' &&
      manifest.seed === seed &&
      manifest.inputs.plan === inputs.plan &&
      manifest.inputs.code === inputs.code,
  );
}

/** `verdict.json` of a finished run. */
export function readVerdict(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'verdict.json'), 'utf8'));
}

/** Folder in which a run's folder lies. */
export const runsOf = (run: StoredRun) => dirname(run.folder);
