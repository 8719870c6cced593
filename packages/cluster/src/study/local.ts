import { setImmediate } from 'node:timers/promises';
import { Piscina } from 'piscina';
import type { StudyEngine, StudyTask, StudyWatch } from './engine.ts';
import { doTask } from './work.ts';

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
    await doTask(task);
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
  const pool = new Piscina<StudyTask, void>({ filename, minThreads: threads, maxThreads: threads });
  const queue = tasks.values();
  const hand = async () => {
    for (const task of queue) {
      await pool.run(task, { signal });
      onShard(task.shard);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, hand));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await pool.destroy();
  }
}
