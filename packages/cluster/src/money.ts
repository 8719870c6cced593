import { Piscina } from 'piscina';
import type { MoneyAnswers, MoneyTask } from './money-worker.ts';

/** A thread that works out the money of runs. */
export interface MoneyThread {
  ask<T extends MoneyTask>(task: T): Promise<MoneyAnswers[T['what']]>;
  close(): Promise<void>;
}

/** One thread, begun with the first question and let go when it has been idle for a while. */
export function moneyThread(): MoneyThread {
  const filename = new URL('./money-worker.ts', import.meta.url).href;
  const pool = new Piscina<MoneyTask, MoneyAnswers[MoneyTask['what']]>({
    filename,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
  });
  return {
    ask: async <T extends MoneyTask>(task: T) => (await pool.run(task)) as MoneyAnswers[T['what']],
    close: () => pool.destroy(),
  };
}
