import { bullmqEngine } from '@kardashev/cluster/queue/engine.ts';
import { ClusterFault } from '@kardashev/cluster/queue/fault.ts';
import { redisAddress } from '@kardashev/cluster/queue/redis-address.ts';
import type { StudyEngine } from '@kardashev/cluster/study/engine.ts';
import { Option } from 'commander';
import { version } from '../house.ts';
import { BadInput, need } from '../stop.ts';

/** `--redis URL`, which may also stand in the environment, where passwords are better kept. */
export const redisOption = () =>
  new Option('--redis <url>', 'Redis or Valkey, as redis://host:port').env('KARDASHEV_REDIS');

/** The engine of `--on bullmq`. Faults: `cluster/redis-url`; of its work `cluster/task-failed`, `cluster/not-shared`. */
export function onBullmq(redis: string | undefined, shared: string): StudyEngine {
  const engine = bullmqEngine({ redis: need(redisAddress(redis ?? '')), shared, version });
  return { name: engine.name, run: (tasks, watch) => withFaults(engine.run(tasks, watch)) };
}

/** Refuses an address that is none before anything is computed. */
export function checkQueue({ on, redis }: { readonly on: string; readonly redis?: string }): void {
  if (on === 'bullmq') need(redisAddress(redis ?? ''));
}

/** Faults of the cluster as the command's own. */
export async function withFaults<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ClusterFault ? new BadInput([error.fault]) : error;
  }
}
