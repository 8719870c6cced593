import { relative, resolve, sep } from 'node:path';
import type { FlowJob } from 'bullmq';
import type { StudyTask } from '../study/engine.ts';
import { type Place, type ShardData, type StudyData, shardJob, studyJob } from './names.ts';

/** Shards in one flow; a larger study goes in several, one after another, so that Redis never stands still. */
export const mostInFlow = 4096;

/** A day: what nobody took away by then, nobody waits for. */
const forgotten = { age: 86_400 };

/** A shard is tried so often, after pauses of one second, two, …, before its study fails. */
const retries = { attempts: 4, backoff: { type: 'exponential', delay: 1000 } };

/** Where a task's folder is, seen from the shared folder. */
export function placeOf({ folder }: StudyTask, shared: string): Place {
  return { folder: resolve(folder), below: relative(resolve(shared), resolve(folder)).split(sep).join('/') };
}

/** One job a shard, and above them the study, which workers take when all of them are done. */
export function flowOf(
  queue: string,
  name: string,
  tasks: readonly [StudyTask, ...StudyTask[]],
  shared: string,
): FlowJob {
  const place = placeOf(tasks[0], shared);
  const { id } = tasks[0];
  return {
    name: studyJob,
    queueName: queue,
    data: { ...place, id, shards: tasks.map(({ shard }) => shard) } satisfies StudyData,
    opts: { jobId: name, removeOnComplete: forgotten, removeOnFail: forgotten },
    children: tasks.map(({ shard }) => ({
      name: shardJob,
      queueName: queue,
      data: { ...place, id, shard } satisfies ShardData,
      opts: {
        ...retries,
        jobId: shardJobId(name, shard.from),
        failParentOnFailure: true,
        removeOnComplete: true,
        removeOnFail: forgotten,
      },
    })),
  };
}

export const shardJobId = (name: string, from: number): string => `${name}-${from}`;
