import { parametersHeld } from './exchanges.ts';
import { halfPrecision_B, rowsOf } from './products.ts';
import type { ComputeSection } from './schema.ts';
import { type AcceleratorSystem, type Layout, type StepTime, stepTime } from './step-time.ts';
import { cacheRow, headWidthOf, type Transformer } from './transformer.ts';

/** The rows of the compute section that say what memory a training run takes and may take. */
export type TrainingMemory = Pick<ComputeSection, 'usableMemory' | 'trainingState_B' | 'checkpointState_B'>;

/** Bytes a parameter that can be sharded: what a checkpoint holds beside the 16-bit weights, master and moments. */
function optimiserState_B(memory: TrainingMemory): number {
  return memory.checkpointState_B - halfPrecision_B;
}

/**
 * Training state on the fullest accelerator. Routed experts have fewer replicas to share their optimiser's state
 * with than the rest has.
 */
export function stateMemory_B(model: Transformer, layout: Layout, memory: TrainingMemory): number {
  const optimiser_B = optimiserState_B(memory);
  const { dense, experts } = parametersHeld(model, layout);
  const replicas = layout.data * layout.context;
  const kept_B = (shards: number): number =>
    memory.trainingState_B - optimiser_B + optimiser_B / (layout.shardedOptimiser ? shards : 1);
  return kept_B(replicas) * dense + kept_B(Math.max(1, replicas / layout.expert)) * experts;
}

/**
 * Memory that a layout takes on the fullest accelerator: training state, activations kept for the way back
 * by the micro-batches in flight, and one layer's working set. After Korthikanti et al. 2022, for heads that share
 * keys and values, gated feed-forward parts, and products in other formats too.
 */
export function layoutMemory_B(
  model: Transformer,
  system: Pick<AcceleratorSystem, 'activation_B'>,
  layout: Layout,
  memory: TrainingMemory,
): number {
  const rows = rowsOf(model, layout);
  const scores = layout.fusedAttention ? 0 : (5 * model.heads * model.sequence) / layout.tensor;
  const split = layout.sequenceParallel ? layout.tensor : 1;
  const stream_B = (model.hidden * (streamKept_B + 2 * system.activation_B)) / split;
  const whole_B = stream_B + insideKept_B(model, system) / layout.tensor;
  const working_B = rows * (whole_B + scores);
  const attention = layout.recompute === 'selective' ? 0 : scores;
  const kept_B =
    layout.recompute === 'full'
      ? (halfPrecision_B * rows * model.hidden) / split
      : rows * (whole_B + attention);
  const inFlight = microBatchesInFlight(layout);
  return (
    stateMemory_B(model, layout, memory) + (kept_B * model.layers * inFlight) / layout.pipeline + working_B
  );
}

/** Bytes per element of the stream beside what goes into products: what two norms read, two masks of dropout. */
const streamKept_B = 2 * halfPrecision_B + 2;

/**
 * Bytes per token of one layer that a tensor group splits: queries, keys and values in 16 bits, what attention makes
 * of them in the format of the product it goes into; of the feed-forward part its activation's inputs in 16 bits, with
 * its gate where it has one, and what comes out in the format of the products.
 */
function insideKept_B(model: Transformer, { activation_B }: Pick<AcceleratorSystem, 'activation_B'>): number {
  const out = model.heads * headWidthOf(model);
  const attention = halfPrecision_B * (out + cacheRow(model)) + activation_B * out;
  return attention + model.feedForward * ((model.gated ? 2 : 1) * halfPrecision_B + activation_B);
}

/** Micro-batches whose activations the first stage holds: more with chunks by turns, never more than there are. */
function microBatchesInFlight(layout: Layout): number {
  const { pipeline, interleave } = layout;
  const ahead = interleave > 1 ? (pipeline - 1) / interleave : 0;
  return Math.min(layout.globalBatch / (layout.data * layout.microBatch), pipeline + ahead);
}

export function fits(
  model: Transformer,
  system: AcceleratorSystem,
  layout: Layout,
  memory: TrainingMemory,
): boolean {
  return layoutMemory_B(model, system, layout, memory) <= memory.usableMemory * system.memory_B;
}

export interface Choice {
  readonly layout: Layout;
  readonly time: StepTime;
}

/** Micro-batches that published runs have used. */
const microBatchSizes = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32];
const mostInterleaved = 12;

/** Sequences that a micro-batch may hold. */
export function microBatchesOf(base: Layout): number[] {
  const perReplica = base.globalBatch / base.data;
  return microBatchSizes.filter((size) => perReplica % size === 0);
}

/**
 * Chunks into which a stage may be cut: whole layers each, micro-batches in whole rounds, and no two stages
 * waiting on one another: with two stages only where sending runs beside computing.
 */
export function interleavingsOf(model: Transformer, base: Layout): number[] {
  const microBatches = base.globalBatch / (base.data * base.microBatch);
  const weaves = base.pipeline > (base.overlap ? 1 : 2) && microBatches % base.pipeline === 0;
  const found = [1];
  for (let chunks = 2; weaves && chunks <= mostInterleaved; chunks++) {
    if (model.layers % (base.pipeline * chunks) === 0) found.push(chunks);
  }
  return found;
}

/** What is left to choose: blank means the best feasible. */
export interface Blank {
  readonly microBatch: boolean;
  readonly interleave: boolean;
}

/** The fastest feasible micro-batch and interleaving for a given split, or undefined when none fits. */
export function bestFilling(
  model: Transformer,
  system: AcceleratorSystem,
  base: Layout,
  memory: TrainingMemory,
  blank: Blank = { microBatch: true, interleave: true },
): Choice | undefined {
  let best: Choice | undefined;
  for (const microBatch of blank.microBatch ? microBatchesOf(base) : [base.microBatch]) {
    const filled = { ...base, microBatch };
    for (const interleave of blank.interleave ? interleavingsOf(model, filled) : [base.interleave]) {
      const layout = { ...filled, interleave };
      if (!fits(model, system, layout, memory)) continue;
      const time = stepTime(model, system, layout);
      if (!best || time.iteration_s < best.time.iteration_s) best = { layout, time };
    }
  }
  return best;
}
