import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StudyTask } from '@kardashev/cluster/study/engine.ts';
import { fillStudy } from '@kardashev/cluster/study/prepare.ts';
import { hashRows, studyId } from '@kardashev/model/study/monte-carlo/hash.ts';
import { studyOf } from '@kardashev/model/study/monte-carlo/plan-study.ts';
import { joined } from '@kardashev/model/study/monte-carlo/sampler.ts';
import { readShards } from '@kardashev/store/study/shard-file.ts';
import { makeStudy } from '@kardashev/store/study/study-folder.ts';
import { tableStore } from '@kardashev/store/table-store.ts';
import { codeHash } from '../house.ts';
import { loadPlan } from '../plan-input.ts';
import { need } from '../stop.ts';
import { smallPlan } from './command.ts';

const bin = fileURLToPath(new URL('../../bin/kardashev.mjs', import.meta.url));

/** A small study, ready to be computed as often as one likes: tasks of a few samples, so that there are many. */
export interface Studies {
  /** Tasks of the study in a new folder below `shared`, with its tables and no shard. */
  fresh(): readonly StudyTask[];
  readonly shared: string;
  remove(): void;
}

const tasksOf = (folder: string, id: string, code: string): StudyTask[] =>
  Array.from({ length: 20 }, (_, index) => ({
    folder,
    id,
    code,
    shard: { from: 3 * index, to: 3 * index + 3 },
  }));

export async function smallStudies(): Promise<Studies> {
  const shared = mkdtempSync(join(tmpdir(), 'kardashev-studies-'));
  const plan = need(loadPlan(smallPlan, [], new Map()));
  const options = { seed: 1, samples: 60, sampling: 'sobol', passes: 'own', correlations: [] } as const;
  const study = need(studyOf(plan, options));
  const code = codeHash();
  const id = studyId(study, code);
  const model = makeStudy(join(shared, 'model'), { id, code, study });
  need(await fillStudy(model, tableStore(join(shared, 'tables')), { workers: availableParallelism() }));
  let count = 0;
  return {
    shared,
    fresh: () => {
      const folder = join(shared, `study-${++count}`);
      cpSync(model.path, folder, { recursive: true });
      return tasksOf(folder, id, code);
    },
    remove: () => rmSync(shared, { recursive: true, force: true }),
  };
}

/** Hash of what tasks have left on disk. */
export async function hashOf(tasks: readonly StudyTask[]): Promise<string> {
  const shards = tasks.map(({ shard }) => shard);
  return hashRows(joined(await readShards(tasks[0]!.folder, shards)));
}

/** A `kardashev worker` in a process of its own. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** All that it said. */
  said(): string;
  /** Ends it, and tells its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export function startWorker(args: readonly string[]): WorkerProcess {
  const child = spawn(process.execPath, [bin, 'worker', ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'kardashev-test-compiled'), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (heard += data));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return {
    child,
    said: () => heard,
    end: async (signal) => {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** Makes a process slow, by holding it most of the time, until it is told to stop. */
export function slowed({ child }: WorkerProcess): () => Promise<void> {
  const end = new AbortController();
  const work = (async () => {
    while (!end.signal.aborted) {
      child.kill('SIGSTOP');
      await pause(200);
      child.kill('SIGCONT');
      await pause(50);
    }
  })();
  return () => {
    end.abort();
    return work;
  };
}
