import type { ShellSeries } from '@kardashev/model/energy/day/full-load.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { writeShell } from '@kardashev/store/day/shell-file.ts';
import { hasShard, writeShard } from '@kardashev/store/study/shard-file.ts';
import type { StudyTask } from './engine.ts';

/** What a shard comes to: rows of a study's samples, or series of a day's shell. */
export type Made = Rows | ShellSeries;

/**
 * Does a task unless its shard is there: has it computed, wherever that is, and writes it here. Threads that compute must
 * not write: they may be ended at any moment, and a database in them may not.
 */
export async function doTask(
  task: StudyTask,
  compute: (task: StudyTask) => Made | Promise<Made>,
): Promise<void> {
  const { folder, shard } = task;
  if (hasShard(folder, shard)) return;
  const made = await compute(task);
  await ('numbers' in made ? writeShard(folder, made) : writeShell(folder, shard.from, made));
}
