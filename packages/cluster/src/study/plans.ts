import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { joined } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { Piscina } from 'piscina';
import answer from './plans-worker.ts';

/** A plan to be run, and the folder in which tables are kept. */
export interface PlanTask {
  readonly plan: ResolvedPlan;
  readonly seed: number;
  readonly tables: string;
}

export interface PlansOptions {
  readonly seed: number;
  readonly tables: string;
  readonly workers: number;
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
}

/** Rows of whole plans, each with its own tables, in the order of the plans. */
export async function runPlans(plans: readonly ResolvedPlan[], options: PlansOptions): Promise<Rows> {
  const { seed, tables, workers, signal, onProgress } = options;
  const threads = Math.min(workers, plans.length);
  const filename = new URL('./plans-worker.ts', import.meta.url).href;
  const pool =
    threads > 1
      ? new Piscina<PlanTask, Rows>({ filename, minThreads: threads, maxThreads: threads })
      : undefined;
  const parts: Rows[] = [];
  const queue = plans.entries();
  const hand = async () => {
    for (const [index, plan] of queue) {
      signal?.throwIfAborted();
      const task = { plan, seed, tables };
      const rows = pool ? await pool.run(task, { signal }) : answer(task);
      parts.push({ ...rows, from: index, to: index + 1 });
      onProgress?.(parts.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, threads) }, hand));
    return joined(parts);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await pool?.destroy();
  }
}
