import type { StudyTask } from './engine.ts';
import { doTask } from './work.ts';

/** Runs in a worker thread: one shard, which then lies on disk. */
export default function answer(task: StudyTask): Promise<void> {
  return doTask(task);
}
