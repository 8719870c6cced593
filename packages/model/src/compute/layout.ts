import type { ComputeSection } from './schema.ts';
import {
  type AcceleratorSystem,
  type Layout,
  parametersPerAccelerator,
  type StepTime,
  stepTime,
} from './step-time.ts';
import type { Transformer } from './transformer.ts';

const halfPrecision_B = 2;

/** The rows of the compute section that say what memory a training run takes and may take. */
export type TrainingMemory = Pick<ComputeSection, 'usableMemory' | 'trainingState_B' | 'checkpointState_B'>;

/** Bytes a parameter that can be sharded: what a checkpoint holds beside the 16-bit weights, master and moments. */
function optimiserState_B(memory: TrainingMemory): number {
  return memory.checkpointState_B - halfPrecision_B;
}

/**
 * Memory that a layout takes on the fullest accelerator: training state, activations kept for the way back
 * by the micro-batches in flight, and one layer's working set. After Korthikanti et al. 2022.
 */
export function layoutMemory_B(model: Transformer, layout: Layout, memory: TrainingMemory): number {
  const optimiser_B = optimiserState_B(memory);
  const sharded_B = optimiser_B / (layout.shardedOptimiser ? layout.data : 1);
  const state_B =
    (memory.trainingState_B - optimiser_B + sharded_B) * parametersPerAccelerator(model, layout);
  const element = layout.microBatch * model.sequence * model.hidden;
  const t = layout.tensor;
  const scores = layout.fusedAttention ? 0 : (5 * model.heads * model.sequence) / (model.hidden * t);
  const split = layout.sequenceParallel ? t : 1;
  const working_B = element * (10 / split + 24 / t + scores);
  const attention = layout.recompute === 'selective' ? 0 : scores;
  const kept_B =
    layout.recompute === 'full' ? halfPrecision_B * element : element * (10 / split + 24 / t + attention);
  const microBatches = layout.globalBatch / (layout.data * layout.microBatch);
  const extra = layout.interleave > 1 ? 1 + (layout.pipeline - 1) / (layout.pipeline * layout.interleave) : 1;
  const inFlight = Math.min(microBatches, layout.pipeline) * extra;
  return state_B + (kept_B * model.layers * inFlight) / layout.pipeline + working_B;
}

export function fits(
  model: Transformer,
  system: AcceleratorSystem,
  layout: Layout,
  memory: TrainingMemory,
): boolean {
  return layoutMemory_B(model, layout, memory) <= memory.usableMemory * system.memory_B;
}

export interface Choice {
  readonly layout: Layout;
  readonly time: StepTime;
}

/** Micro-batches and interleavings that divide, those with which a published run may have been made. */
function* fillings(model: Transformer, base: Layout): Generator<Layout> {
  const perReplica = base.globalBatch / base.data;
  for (const microBatch of [1, 2, 4, 8, 16]) {
    if (perReplica % microBatch !== 0) continue;
    const microBatches = perReplica / microBatch;
    for (const interleave of [1, 2, 3, 4, 5, 6, 8]) {
      const divides = model.layers % (base.pipeline * interleave) === 0;
      const interleaves = base.pipeline > 2 && microBatches % base.pipeline === 0;
      if (interleave === 1 || (divides && interleaves)) yield { ...base, microBatch, interleave };
    }
  }
}

/** The fastest feasible micro-batch and interleaving for a given split, or undefined when none fits. */
export function bestFilling(
  model: Transformer,
  system: AcceleratorSystem,
  base: Layout,
  memory: TrainingMemory,
): Choice | undefined {
  let best: Choice | undefined;
  for (const layout of fillings(model, base)) {
    if (!fits(model, system, layout, memory)) continue;
    const time = stepTime(model, system, layout);
    if (!best || time.iteration_s < best.time.iteration_s) best = { layout, time };
  }
  return best;
}
