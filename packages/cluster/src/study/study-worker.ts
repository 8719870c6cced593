import { holdsDay } from '@kardashev/store/day/day-folder.ts';
import type { StudyTask } from './engine.ts';
import { runnerOf } from './runner.ts';
import type { Made } from './work.ts';

/** Runs in a worker thread: what a shard comes to, for the thread that asked to write. The folder says what its shards are. */
export default async function answer(task: StudyTask): Promise<Made> {
  if (!holdsDay(task.folder)) return runnerOf(task).run(task.shard);
  const { stepShell } = await import('../day/step-shell.ts');
  return stepShell(task);
}
