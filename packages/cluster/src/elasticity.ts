import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { Piscina } from 'piscina';
import type { ElasticityAnswer, ElasticityTask } from './elasticity-worker.ts';

export interface ElasticityOptions {
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** Called with each answer as it comes. */
  onAnswer(answer: ElasticityAnswer): void;
}

/** Assumptions in one message: the plan goes along with each. */
const pathsPerTask = 4;

/**
 * Finds how assumptions move a plan's headline numbers, each by a run of its own with the assumption one per
 * cent larger, in threads of low priority. Answers come in any order; each is the same whatever the order.
 */
export async function findElasticities(
  plan: ResolvedPlan,
  seed: number,
  paths: readonly string[],
  { workers, signal, onAnswer }: ElasticityOptions,
): Promise<void> {
  const filename = new URL('./elasticity-worker.ts', import.meta.url).href;
  const pool = new Piscina<ElasticityTask, ElasticityAnswer[]>({
    filename,
    minThreads: workers,
    maxThreads: workers,
    niceIncrement: 10,
  });
  const queue = tasksOf(plan, seed, paths).values();
  const hand = async () => {
    for (const task of queue) for (const answer of await pool.run(task, { signal })) onAnswer(answer);
  };
  try {
    await Promise.all(Array.from({ length: workers }, hand));
  } finally {
    await pool.destroy();
  }
}

function tasksOf(plan: ResolvedPlan, seed: number, paths: readonly string[]): ElasticityTask[] {
  const count = Math.ceil(paths.length / pathsPerTask);
  return Array.from({ length: count }, (_, index) => ({
    plan,
    seed,
    paths: paths.slice(index * pathsPerTask, (index + 1) * pathsPerTask),
  }));
}
