import type { Transformer } from './transformer.ts';

/**
 * Time of one training step of a dense transformer, from first principles: matrix products against the peak
 * rate, everything else against memory bandwidth, exchanges against link rates, and the pipeline's bubble.
 * One set of fitted constants per accelerator; no factor for a row, a size or a layout.
 */

/** What the constants of one accelerator say about its way to its datasheet figures. */
export interface AcceleratorConstants {
  /** Share of peak that large matrix products reach. */
  readonly matrixShare: number;
  /** Dimension of a matrix product, per accelerator, at which half of that share is lost on it. */
  readonly matrixHalf: number;
  /** Share of the memory's bandwidth that streaming kernels reach. */
  readonly memoryShare: number;
  /** Share of a link's rate that collective exchanges reach. */
  readonly linkShare: number;
  /** Time per layer and pass that neither arithmetic nor memory explains: launches and waits. */
  readonly layerOverhead_s: number;
}

export interface AcceleratorSystem extends AcceleratorConstants {
  /** Dense peak in the precision of the matrix products. */
  readonly peak_FLOPperS: number;
  readonly memory_B: number;
  readonly memoryRate_BperS: number;
  /** Accelerators that share one scale-up fabric, and its rate per accelerator and direction. */
  readonly domain: number;
  readonly scaleUp_BperS: number;
  /** Rate out of the scale-up domain, per accelerator and direction. */
  readonly scaleOut_BperS: number;
}

export interface Layout {
  readonly tensor: number;
  readonly pipeline: number;
  readonly data: number;
  /** Model chunks per pipeline stage (interleaved schedule); 1 for plain one-forward-one-backward. */
  readonly interleave: number;
  /** Sequences per micro-batch and per step. */
  readonly microBatch: number;
  readonly globalBatch: number;
  /** What is computed again on the way back: every layer, only attention, or nothing. */
  readonly recompute: 'full' | 'selective' | 'none';
  /** Norms and dropouts are split over the tensor group too. */
  readonly sequenceParallel: boolean;
  /** Attention keeps no square of scores in memory (fused kernels). */
  readonly fusedAttention: boolean;
  /** Optimiser state is split over the data group, and its exchange hides behind the last way back. */
  readonly shardedOptimiser: boolean;
}

export interface StepTime {
  readonly iteration_s: number;
  readonly matrix_s: number;
  readonly memory_s: number;
  readonly overhead_s: number;
  readonly tensorExchange_s: number;
  readonly pipelineExchange_s: number;
  readonly dataExchange_s: number;
  readonly bubble_s: number;
  readonly optimiser_s: number;
}

/** Bytes of a number in activations and weights (16-bit), and in gradients kept for the exchange. */
const halfPrecision_B = 2;
/** Adam in mixed precision reads and writes weights, gradient, master weights and two moments. */
const optimiserTraffic_B = 34;

/** Time of a product of an m × k with a k × n matrix on one accelerator. */
export function matrix_s(system: AcceleratorSystem, m: number, n: number, k: number): number {
  const half = system.matrixHalf;
  const share = system.matrixShare * (m / (m + half)) * (n / (n + half)) * (k / (k + half));
  const arithmetic_s = (2 * m * n * k) / (system.peak_FLOPperS * share);
  const traffic_s =
    (halfPrecision_B * (m * n + n * k + m * k)) / (system.memoryRate_BperS * system.memoryShare);
  return Math.max(arithmetic_s, traffic_s);
}

/** Ring all-reduce of `bytes` over `members`, each with `rate_BperS` per direction. */
export function allReduce_s(bytes: number, members: number, rate_BperS: number): number {
  return members > 1 ? (2 * bytes * (members - 1)) / (members * rate_BperS) : 0;
}

/** Time of one layer's forward matrix products for one micro-batch. */
function layerMatrix_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const rows = layout.microBatch * model.sequence;
  const h = model.hidden;
  const t = layout.tensor;
  const keyValue = model.cachePerToken / model.layers;
  return (
    matrix_s(system, rows, (h + keyValue) / t, h) +
    matrix_s(system, rows, h, h / t) +
    feedForward_s(model, system, rows, t) +
    attentionMatrix_s(model, system, layout)
  );
}

/** Feed-forward products; each expert is its own, here with as many rows as a balanced batch gives it. */
function feedForward_s(model: Transformer, system: AcceleratorSystem, rows: number, tensor: number): number {
  const experts = model.expertsPerToken > 0 ? model.expertsPerToken + 1 : 1;
  const width = model.feedForward / experts / tensor;
  const inputs = model.gated ? 2 : 1;
  return (
    experts *
    (inputs * matrix_s(system, rows, width, model.hidden) + matrix_s(system, rows, model.hidden, width))
  );
}

/** Scores and their product with values, for one micro-batch and layer: each head is its own product. */
function attentionMatrix_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const s = model.sequence;
  const headWidth = model.hidden / model.heads;
  const products = (2 * layout.microBatch * model.heads) / layout.tensor;
  const causal = layout.fusedAttention ? 1 / 2 : 1;
  const half = system.matrixHalf;
  const share = system.matrixShare * (s / (s + half)) * (headWidth / (headWidth + half));
  return (products * causal * 2 * s * s * headWidth) / (system.peak_FLOPperS * share);
}

/**
 * Memory traffic of one layer's forward pass outside matrix products. Per element of rows × hidden: two norms
 * (read, write) 8 B, two bias-dropout-adds (two reads, write, mask) 14 B; per element of the feed-forward
 * width its activation 4 B; per score softmax (4 B) and dropout (5 B).
 */
function layerTraffic_B(model: Transformer, layout: Layout): { whole: number; attention: number } {
  const rows = layout.microBatch * model.sequence;
  const t = layout.tensor;
  const hidden = (22 * rows * model.hidden) / (layout.sequenceParallel ? t : 1);
  const activation = (4 * rows * model.feedForward * (model.gated ? 1.5 : 1)) / t;
  const scores = layout.fusedAttention ? 0 : (9 * rows * model.sequence * model.heads) / t;
  return { whole: hidden + activation + scores, attention: scores };
}

/** Forward, backward (two products for each) and what is computed again, in forward passes. */
function recomputed(layout: Layout): number {
  return layout.recompute === 'full' ? 1 : 0;
}

/**
 * Exchange within a layer and pass: two all-reduces of a micro-batch's activations over the tensor group, and
 * each token sent to its experts and back through the scale-up fabric.
 */
function tensorExchange_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const bytes = halfPrecision_B * layout.microBatch * model.sequence * model.hidden;
  const rate = layout.tensor <= system.domain ? system.scaleUp_BperS : acrossDomains_BperS(system, 1);
  const experts_s =
    (2 * model.expertsPerToken * bytes) / layout.tensor / (system.scaleUp_BperS * system.linkShare);
  return 2 * allReduce_s(bytes, layout.tensor, rate * system.linkShare) + experts_s;
}

/** Rate of a ring that leaves the domain once and shares its ports with `rings` like it. */
function acrossDomains_BperS(system: AcceleratorSystem, rings: number): number {
  return Math.min(system.scaleUp_BperS, (system.scaleOut_BperS * system.domain) / rings);
}

/** Handing a micro-batch's activations to the next stage and gradients back, all chunks of a stage. */
function pipelineExchange_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  if (layout.pipeline === 1) return 0;
  const bytes = (halfPrecision_B * layout.microBatch * model.sequence * model.hidden) / layout.tensor;
  const inside = layout.tensor * layout.pipeline <= system.domain;
  const rate = (inside ? system.scaleUp_BperS : system.scaleOut_BperS) * system.linkShare;
  return (2 * layout.interleave * bytes) / rate;
}

/** Parameters on one accelerator of the fullest stage. */
export function parametersPerAccelerator(model: Transformer, layout: Layout): number {
  const embedding = model.vocabulary * model.hidden;
  return ((model.parameters - embedding) / layout.pipeline + embedding) / layout.tensor;
}

function dataExchange_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const bytes = halfPrecision_B * parametersPerAccelerator(model, layout);
  const span = layout.tensor * layout.data;
  const rate =
    span <= system.domain && layout.pipeline === 1
      ? system.scaleUp_BperS
      : acrossDomains_BperS(system, Math.min(layout.tensor, system.domain));
  return allReduce_s(bytes, layout.data, rate * system.linkShare);
}

/** The head: logits of a micro-batch and their loss, on the last stage. */
function head_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const rows = layout.microBatch * model.sequence;
  const columns = model.vocabulary / layout.tensor;
  const traffic_B = 16 * rows * columns;
  return (
    3 * matrix_s(system, rows, columns, model.hidden) +
    traffic_B / (system.memoryRate_BperS * system.memoryShare)
  );
}

/**
 * Time of one step and what it is made of.
 * Assumes equal stages but for the head, blocking exchanges, gradients exchanged once a step in 16 bits.
 */
export function stepTime(model: Transformer, system: AcceleratorSystem, layout: Layout): StepTime {
  const microBatches = layout.globalBatch / (layout.data * layout.microBatch);
  const layers = model.layers / layout.pipeline;
  const again = recomputed(layout);
  const memoryRate_BperS = system.memoryRate_BperS * system.memoryShare;
  const traffic = layerTraffic_B(model, layout);
  const selective = layout.recompute === 'selective' ? 1 : 0;

  const matrix =
    layers *
      ((3 + again) * layerMatrix_s(model, system, layout) +
        selective * attentionMatrix_s(model, system, layout)) +
    head_s(model, system, layout);
  const memory = (layers * ((3 + again) * traffic.whole + selective * traffic.attention)) / memoryRate_BperS;
  const overhead = layers * (3 + again) * system.layerOverhead_s;
  const tensor = layers * (2 + again) * tensorExchange_s(model, system, layout);
  const pipeline = pipelineExchange_s(model, system, layout);
  const perMicroBatch = matrix + memory + overhead + tensor + pipeline;

  const bubble_s = (perMicroBatch * (layout.pipeline - 1)) / layout.interleave;
  const backward_s = (2 / (3 + again)) * (matrix + memory + overhead);
  const hidden_s = layout.shardedOptimiser ? backward_s : 0;
  const dataExchange = Math.max(0, dataExchange_s(model, system, layout) - hidden_s);
  const held = parametersPerAccelerator(model, layout) / (layout.shardedOptimiser ? layout.data : 1);
  const optimiser_s = (optimiserTraffic_B * held) / memoryRate_BperS;
  return {
    iteration_s: perMicroBatch * microBatches + bubble_s + dataExchange + optimiser_s,
    matrix_s: matrix * microBatches,
    memory_s: memory * microBatches,
    overhead_s: overhead * microBatches,
    tensorExchange_s: tensor * microBatches,
    pipelineExchange_s: pipeline * microBatches,
    dataExchange_s: dataExchange,
    bubble_s,
    optimiser_s,
  };
}
