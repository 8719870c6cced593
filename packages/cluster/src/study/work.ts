import { hasShard, writeShard } from '@kardashev/store/study/shard-file.ts';
import type { StudyTask } from './engine.ts';
import { runnerOf } from './runner.ts';

/** Does a task, in whatever thread or process this is, unless its shard is there. Throws where the folder is not the task's. */
export async function doTask(task: StudyTask): Promise<void> {
  if (hasShard(task.folder, task.shard)) return;
  await writeShard(task.folder, runnerOf(task).run(task.shard));
}
