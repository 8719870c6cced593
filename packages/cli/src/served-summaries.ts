import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { RunSummary } from '@kardashev/contracts/run.ts';
import type { Headlines } from '@kardashev/model/study/verdict.ts';
import { readCheckpoint } from '@kardashev/store/checkpoint.ts';
import { type Glance, glanceAtManifest } from '@kardashev/store/manifest-glance.ts';
import { readVerdict } from '@kardashev/store/runs.ts';

/** What is known of a manifest that has not been written anew since. */
interface Known {
  readonly stamp: string;
  /** Undefined for what is no run. */
  readonly summary: RunSummary | undefined;
}

/**
 * The list of a folder's runs, those begun last first. Each is looked at again only when its
 * manifest has been written anew, so that hundreds of runs are listed in a moment.
 */
export function servedSummaries(runs: string): () => Promise<RunSummary[]> {
  const known = new Map<string, Known>();
  return async () => {
    const list: RunSummary[] = [];
    const names = namesIn(runs);
    for (const name of names) {
      const stamp = stampOf(runs, name);
      if (stamp === undefined) continue;
      let found = known.get(name);
      if (found?.stamp !== stamp) {
        // Others are answered between two runs.
        await setImmediate();
        found = { stamp, summary: read(join(runs, name)) };
        known.set(name, found);
      }
      if (found.summary) list.push(asOfNow(join(runs, name), found.summary));
    }
    forget(known, new Set(names));
    return list.sort((a, b) => b.begun.localeCompare(a.begun) || b.run.localeCompare(a.run));
  };
}

/** Something that is another whenever a run's documents could be: its manifest is written last of all. */
function stampOf(runs: string, name: string): string | undefined {
  const stat = statSync(join(runs, name, 'manifest.json'), { throwIfNoEntry: false });
  return stat && `${stat.ino}-${stat.mtimeMs}-${stat.size}`;
}

/** Within so short a time a run is not looked at again: thousands may ask for it in a second. */
const remembered_ms = 50;

/** The same, looked up at most twenty times a second for the run that was asked for last. */
export function rememberedStamps(runs: string): (name: string) => string | undefined {
  let last = { name: '', stamp: undefined as string | undefined, until_ms: 0 };
  return (name) => {
    const now_ms = performance.now();
    if (name !== last.name || now_ms > last.until_ms) {
      last = { name, stamp: stampOf(runs, name), until_ms: now_ms + remembered_ms };
    }
    return last.stamp;
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch (error) {
    // A folder that nothing was written to yet has no runs; one that may not be read is trouble.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function read(folder: string): RunSummary | undefined {
  const manifest = glanceAtManifest(folder);
  return manifest.ok ? summary(folder, manifest.value) : undefined;
}

function summary(folder: string, manifest: Glance): RunSummary {
  const done = manifest.status === 'complete';
  return {
    run: manifest.run,
    plan: manifest.plan.name,
    title: manifest.plan.title,
    seed: manifest.seed,
    funding: manifest.plan.funding,
    state: done ? 'finished' : 'unfinished',
    begun: manifest.begun,
    months: manifest.months,
    hash: manifest.hash ?? null,
    satellites_end: done ? (readVerdict(folder) as Headlines).fleet.satellites_end : null,
  };
}

/** An unfinished run comes further without its manifest being written. */
function asOfNow(folder: string, summary: RunSummary): RunSummary {
  if (summary.state === 'finished') return summary;
  const checkpoint = readCheckpoint(folder);
  if (checkpoint === undefined || checkpoint === 'damaged') return { ...summary, months: 0 };
  return checkpoint.pass > 0 ? summary : { ...summary, months: checkpoint.done };
}

function forget(known: Map<string, Known>, names: ReadonlySet<string>): void {
  for (const name of known.keys()) if (!names.has(name)) known.delete(name);
}
