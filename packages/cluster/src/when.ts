import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import type { When } from '@kardashev/model/study/when.ts';
import { Piscina } from 'piscina';
import type { Pulled, WhenTask } from './when-worker.ts';

export interface WhenOptions {
  readonly seed: number;
  /** Folder in which tables are kept. */
  readonly tables: string;
  /** Index of the month from which on orbit should be at or below the ground. */
  readonly month: number;
  readonly signal: AbortSignal;
  onProgress(pulled: Pulled): void;
}

/** What each main assumption alone would have to be, found in a thread of low priority that the signal ends. */
export async function findWhen(plan: ResolvedPlan, options: WhenOptions): Promise<When> {
  const { seed, tables, month, signal, onProgress } = options;
  const filename = new URL('./when-worker.ts', import.meta.url).href;
  const pool = new Piscina<WhenTask, When>({ filename, minThreads: 1, maxThreads: 1, niceIncrement: 10 });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => onProgress(data as Pulled);
  try {
    const task = { plan, seed, tables, month, progress: port2 as unknown as WhenTask['progress'] };
    return await pool.run(task, { signal, transferList: [port2 as never] });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    port1.close();
    await pool.destroy();
  }
}
