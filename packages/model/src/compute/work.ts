import { type Generation, systemOf } from './accelerator.ts';
import type { ComputeSection, ModelEntry, WorkloadEntry } from './schema.ts';
import { flopPerGeneratedToken, replicaSize, tokenRate_perS } from './serving.ts';
import { podTrainingShare } from './training.ts';

/** A workload of the plan with what of it does not change from month to month. */
export interface Work {
  readonly name: string;
  readonly kind: 'training' | 'serving';
  readonly entry: WorkloadEntry;
  readonly model: ModelEntry;
  /** Share of chips kept for it, by month. */
  readonly share: Float64Array;
  /** Model FLOPs behind one generated token; infinite for training, which generates none. */
  readonly flopPerToken: number;
  readonly checkpoint_B: number;
}

export function workOf(entry: WorkloadEntry, model: ModelEntry, section: ComputeSection): Work {
  return {
    name: entry.name,
    kind: entry.kind,
    entry,
    model,
    share: entry.share,
    flopPerToken: entry.kind === 'serving' ? flopPerGeneratedToken(model, entry) : Infinity,
    checkpoint_B: entry.kind === 'training' ? model.parameters * section.checkpointState_B : 0,
  };
}

const bytesOf = { bf16: 2, fp8: 1 } as const;
const cache_B = 2;

/**
 * Model FLOPs of a workload over the dense bf16 peak of the accelerators that do it. Below 1 by definition of
 * the ledger: work in 8-bit formats that beats the bf16 peak counts up to that peak.
 */
export function workShare(
  work: Work,
  generation: Generation,
  {
    usableMemory,
    weightMemory,
    tensorWidth,
  }: Pick<ComputeSection, 'usableMemory' | 'weightMemory' | 'tensorWidth'>,
): number {
  const system = systemOf(generation, work.entry.precision);
  if (work.kind === 'training') {
    const share = podTrainingShare(work.model, system, generation.peak_FLOPperS, tensorWidth);
    return work.entry.occupancy * Math.min(1, share);
  }
  const bytesPerWeight = bytesOf[work.entry.precision];
  const accelerators = Math.max(
    work.entry.gang,
    replicaSize(work.model, system, bytesPerWeight, usableMemory, weightMemory),
  );
  const replica = { accelerators, bytesPerWeight, bytesPerCache: cache_B, usableMemory };
  const tokens_perS = tokenRate_perS(work.model, system, replica, work.entry);
  return work.entry.occupancy * Math.min(1, (tokens_perS * work.flopPerToken) / generation.peak_FLOPperS);
}
