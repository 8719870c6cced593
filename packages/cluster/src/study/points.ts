import { joined } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import type { StudyFolder } from '@kardashev/store/study/study-folder.ts';
import { Piscina } from 'piscina';
import answer from './points-worker.ts';

/** Plans of a study at values of one's own choosing, one value an assumption. */
export interface PointsTask {
  readonly folder: string;
  readonly id: string;
  readonly values: readonly Float64Array[];
  /** Fill tables for each point instead of following them. */
  readonly exact: boolean;
}

export type Evaluate = (
  values: readonly Float64Array[],
  options?: { readonly exact?: boolean; onProgress?(done: number): void },
) => Promise<Rows>;

/** Lends the means to run plans at chosen values, in threads that live as long as `use`. Rows come in the order asked. */
export async function withPoints<T>(
  { path, id }: StudyFolder,
  workers: number,
  signal: AbortSignal | undefined,
  use: (evaluate: Evaluate) => Promise<T>,
): Promise<T> {
  const filename = new URL('./points-worker.ts', import.meta.url).href;
  const pool =
    workers > 1
      ? new Piscina<PointsTask, Rows>({ filename, minThreads: workers, maxThreads: workers })
      : undefined;
  const ask = async (task: PointsTask): Promise<Rows> => {
    signal?.throwIfAborted();
    return pool ? pool.run(task, { signal }) : answer(task);
  };
  const evaluate: Evaluate = async (values, { exact = false, onProgress } = {}) => {
    let done = 0;
    const parts = await Promise.all(
      values.map(async (one, index): Promise<Rows> => {
        const rows = await ask({ folder: path, id, values: [one], exact });
        onProgress?.(++done);
        return { ...rows, from: index, to: index + 1 };
      }),
    );
    return joined(parts);
  };
  try {
    return await use(evaluate);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await pool?.destroy();
  }
}
