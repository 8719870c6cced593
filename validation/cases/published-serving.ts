import { type Batch, serve } from '@kardashev/model/compute/serve/request.ts';
import type { AcceleratorConstants } from '@kardashev/model/compute/step-time.ts';
import { rigOf } from './rig.ts';

/** One measured batch of vLLM on A100: weights and caches in 16 bits. */
export interface ServedRun {
  readonly model: string;
  readonly tensor: number;
  readonly latency_s: number;
}

/** Eight requests of 32 tokens, answered with 128 each. */
const batch: Batch = { requests: 8, input: 32, cached: 0, output: 128 };

export const servedRuns: readonly ServedRun[] = [
  { model: 'llama3-70b', tensor: 4, latency_s: 3.9906 },
  { model: 'llama3-8b', tensor: 1, latency_s: 1.579 },
];

/** Time of the whole batch as predicted. */
export function served_s(
  { model, tensor }: ServedRun,
  constants: Partial<AcceleratorConstants> = {},
): number {
  const { machine, models } = rigOf('dgx-a100', [model]);
  const changed = { ...machine, system: { ...machine.system, ...constants } };
  const place = { tensor, expert: 1, bytesPerWeight: 2, bytesPerCache: 2 };
  return serve(models[0]!, changed, place, batch).latency_s;
}

/** Predicted over measured time of the whole batch, less one. */
export function servedError(run: ServedRun, constants: Partial<AcceleratorConstants> = {}): number {
  return served_s(run, constants) / run.latency_s - 1;
}
