import { basename } from 'node:path';
import type { Shard } from '@kardashev/model/study/monte-carlo/study.ts';
import type { StudyTask } from '../study/engine.ts';

/** All keys in Redis begin so. */
export const prefix = 'kardashev';

/**
 * What has to be equal on two machines for their rows to be equal to the bit: the code of the models, and the engine whose
 * powers and logarithms they call.
 */
export const editionOf = (code: string): string =>
  `${code.slice(0, 16)}-v8-${process.versions.v8.split('-')[0]}`;

/** Each edition has a queue of its own, so that no task comes to a worker of another. */
export const queueName = (edition: string): string => `studies-${edition}`;

/** The two kinds of jobs: a shard, and the study that waits for all its shards. */
export const shardJob = 'shard';
export const studyJob = 'study';

/** Where a study's folder is: as its master sees it, and by name for workers that see the share elsewhere. */
export interface Place {
  readonly folder: string;
  /** Path below the shared folder (`--out`), with `/`. */
  readonly below: string;
}

export interface ShardData extends Place {
  readonly id: string;
  readonly shard: Shard;
}

export interface StudyData extends Place {
  readonly id: string;
  readonly shards: readonly Shard[];
}

/** How people call a study: its folder's name. */
export const title = ({ folder }: Pick<StudyTask, 'folder'>): string => basename(folder);
