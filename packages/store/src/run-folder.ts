import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessName, thisProcess } from './alive.ts';
import { syncFolder } from './atomic.ts';
import { makeFolder } from './make-folder.ts';
import { type Manifest, newManifest, type RunInputs, writeManifest } from './manifest.ts';

/** A run on disk. */
export interface StoredRun {
  readonly folder: string;
  readonly manifest: Manifest;
}

const draft = '.new-';

/**
 * Makes the folder `<runs>/<plan>-s<seed>-<nnn>` of a run that begins now, with its manifest. The folder appears
 * under its name with the manifest in it, or not at all, and no two processes get the same.
 */
export function createRun(runs: string, inputs: RunInputs): StoredRun {
  makeFolder(runs);
  removeDrafts(runs);
  // A plan's name is a user's text, and must stay a name of one folder.
  const plan = inputs.plan.name.replaceAll(/[^A-Za-z0-9._]+/g, '-').replace(/^[.-]+/, '') || 'plan';
  const prefix = `${plan}-s${inputs.seed}-`;
  for (let number = lastNumber(runs, prefix) + 1; ; number++) {
    const name = prefix + String(number).padStart(3, '0');
    const manifest = newManifest(name, inputs);
    const folder = join(runs, name);
    if (publish(runs, folder, manifest)) return { folder, manifest };
  }
}

/** Takes away a run that can never be finished: what stopped it would stop it again. */
export function discardRun({ folder }: StoredRun): void {
  rmSync(folder, { recursive: true, force: true });
}

function publish(runs: string, folder: string, manifest: Manifest): boolean {
  const temporary = join(runs, `${draft}${manifest.run}-${nameOf(thisProcess())}`);
  mkdirSync(temporary);
  writeManifest(temporary, manifest);
  try {
    // A folder that has something in it is never replaced.
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true });
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code)) return false;
    throw error;
  }
  syncFolder(runs);
  return true;
}

function lastNumber(runs: string, prefix: string): number {
  const numbers = readdirSync(runs)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter(Number.isInteger);
  return Math.max(0, ...numbers);
}

const nameOf = ({ host, pid, started }: ProcessName) =>
  [started ?? '', pid, encodeURIComponent(host)].join('@');

/** Removes what processes left that were killed while they made a folder. */
function removeDrafts(runs: string): void {
  for (const name of readdirSync(runs)) {
    if (!name.startsWith(draft)) continue;
    const [started, pid, host] = name.slice(name.lastIndexOf('-', name.indexOf('@')) + 1).split('@');
    const maker = { host: decodeURIComponent(host ?? ''), pid: Number(pid), started: started || undefined };
    if (!isAlive(maker)) rmSync(join(runs, name), { recursive: true, force: true });
  }
}
