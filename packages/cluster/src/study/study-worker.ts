import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import type { StudyTask } from './engine.ts';
import { runnerOf } from './runner.ts';

/** Runs in a worker thread: the rows of one shard, for the thread that asked to write. */
export default function answer(task: StudyTask): Rows {
  return runnerOf(task).run(task.shard);
}
