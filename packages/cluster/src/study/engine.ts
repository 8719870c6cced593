import type { Shard } from '@kardashev/model/study/monte-carlo/study.ts';

/**
 * A task: one shard of one study, or one shell of one day of a fleet, as the folder says. It names all that it needs by where it lies (a folder that worker and master share) and by
 * what it is (the study's id, the hash of the code), and it is idempotent: whoever does it, however often, writes the same
 * rows to the same file under the folder.
 */
export interface StudyTask {
  readonly folder: string;
  readonly id: string;
  readonly code: string;
  readonly shard: Shard;
}

/** What an engine tells while it works. */
export interface StudyWatch {
  readonly signal?: AbortSignal;
  /** A shard lies on disk. In any order; an engine may tell one twice. */
  onShard(shard: Shard): void;
  /** Something that people should know: a server was lost, a worker was refused. */
  say?(line: string): void;
}

/**
 * Where a study's tasks are done. The promise is kept when every task's shard lies in its folder; rows are merged from there
 * in order of shards, so that every engine gives the same result hash.
 */
export interface StudyEngine {
  readonly name: string;
  run(tasks: readonly StudyTask[], watch: StudyWatch): Promise<void>;
}
