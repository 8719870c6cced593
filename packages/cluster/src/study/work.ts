import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { hasShard, writeShard } from '@kardashev/store/study/shard-file.ts';
import type { StudyTask } from './engine.ts';

/**
 * Does a task unless its shard is there: has its rows computed, wherever that is, and writes them here. Threads that compute
 * must not write: they may be ended at any moment, and a database in them may not.
 */
export async function doTask(
  task: StudyTask,
  compute: (task: StudyTask) => Rows | Promise<Rows>,
): Promise<void> {
  if (hasShard(task.folder, task.shard)) return;
  await writeShard(task.folder, await compute(task));
}
