import { setImmediate } from 'node:timers/promises';
import { Piscina } from 'piscina';
import type { StudyEngine, StudyTask, StudyWatch } from './engine.ts';
import compute from './study-worker.ts';
import { doTask, type Made } from './work.ts';

/** Does tasks on this machine, in threads; with one, in this one. */
export function localEngine(workers: number): StudyEngine {
  return {
    name: 'local',
    run: (tasks, watch) =>
      Math.min(workers, tasks.length) <= 1 ? here(tasks, watch) : inThreads(tasks, workers, watch),
  };
}

async function here(tasks: readonly StudyTask[], { signal, onShard }: StudyWatch): Promise<void> {
  for (const task of tasks) {
    // Lets this thread hear signals between two shards.
    await setImmediate();
    signal?.throwIfAborted();
    await doTask(task, compute);
    onShard(task.shard);
  }
}

async function inThreads(
  tasks: readonly StudyTask[],
  workers: number,
  { signal, onShard }: StudyWatch,
): Promise<void> {
  const filename = new URL('./study-worker.ts', import.meta.url).href;
  const threads = Math.min(workers, tasks.length);
  const pool = new Piscina<StudyTask, Made>({ filename, minThreads: threads, maxThreads: threads });
  const queue = tasks.values();
  const hand = async () => {
    for (const task of queue) {
      signal?.throwIfAborted();
      await doTask(task, (one) => pool.run(one, { signal }));
      onShard(task.shard);
    }
  };
  // All have ended, and what was being written is whole, before anything is said of the first that failed.
  const ends = await Promise.allSettled(Array.from({ length: threads }, hand));
  await pool.destroy();
  const failed = ends.find((end) => end.status === 'rejected');
  if (!failed) return;
  signal?.throwIfAborted();
  throw failed.reason;
}
