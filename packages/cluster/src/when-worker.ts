import type { MessagePort } from 'node:worker_threads';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { type When, whenCheaper } from '@kardashev/model/study/when.ts';
import { tablesIn } from './study/plans-worker.ts';

/** A plan whose levers are pulled for a crossover by `month`, an index of its months; `tables` is a folder. */
export interface WhenTask {
  readonly plan: ResolvedPlan;
  readonly seed: number;
  readonly tables: string;
  readonly month: number;
  readonly progress: MessagePort;
}

/** How many levers have been pulled, of how many. */
export interface Pulled {
  readonly done: number;
  readonly total: number;
}

/** Runs in a worker thread: the plan again for each value tried. */
export default function answer({ plan, seed, tables, month, progress }: WhenTask): When {
  const filled = tablesIn(plan, tables);
  if (!filled.ok) throw new Error(filled.faults[0]?.message);
  return whenCheaper(plan, filled.value, seed, month, (done, total) =>
    progress.postMessage({ done, total } satisfies Pulled),
  );
}
