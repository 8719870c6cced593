import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import type { PreparedCampaign } from '@kardashev/model/study/campaign/prepare.ts';
import { type CampaignSample, sampleEvents } from '@kardashev/model/study/campaign/sample.ts';
import { Piscina } from 'piscina';
import type { CampaignTask } from './campaign-worker.ts';

export interface CampaignsOptions {
  readonly seed: number;
  readonly seeds: number;
  /** Threads; with one, this one computes. */
  readonly workers: number;
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
}

/**
 * Campaigns of a plan event by event, one a seed from `seed` on, in the order of the seeds: the same whatever the
 * number of threads.
 */
export async function campaigns(
  plan: ResolvedPlan,
  prepared: PreparedCampaign,
  { seed, seeds, workers, signal, onProgress }: CampaignsOptions,
): Promise<CampaignSample[]> {
  const all = Array.from({ length: seeds }, (_, index) => seed + index);
  let done = 0;
  const count = (samples: CampaignSample[]): CampaignSample[] => {
    done += samples.length;
    onProgress?.(done);
    return samples;
  };
  if (Math.min(workers, seeds) <= 1) {
    return all.flatMap((one) => {
      signal?.throwIfAborted();
      return count([sampleEvents(prepared, one)]);
    });
  }
  const budget = prepared.params.books ? prepared.budget : undefined;
  const chunk = Math.max(1, Math.min(16, Math.floor(seeds / workers / 4)));
  const chunks = all.flatMap((_, index) => (index % chunk === 0 ? [all.slice(index, index + chunk)] : []));
  const filename = new URL('./campaign-worker.ts', import.meta.url).href;
  const threads = Math.min(workers, chunks.length);
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  try {
    const answers = await Promise.all(
      chunks.map(async (part) =>
        count(await pool.run({ seeds: part, plan, budget } satisfies CampaignTask, { signal })),
      ),
    );
    return answers.flat();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await pool.destroy();
  }
}
