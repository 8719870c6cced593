import type { AcceleratorSystem, Layout } from './step-time.ts';
import { attentionParametersOf, headWidthOf, type Transformer } from './transformer.ts';

/** Matrix products and memory traffic of one layer on one accelerator: forward, for one micro-batch. */

/** Bytes of a number in activations and weights (16-bit). */
export const halfPrecision_B = 2;

/** Time of a product of an m × k with a k × n matrix on one accelerator. */
export function matrix_s(system: AcceleratorSystem, m: number, n: number, k: number): number {
  const half = system.matrixHalf;
  const share = system.matrixShare * (m / (m + half)) * (n / (n + half)) * (k / (k + half));
  const arithmetic_s = (2 * m * n * k) / (system.peak_FLOPperS * share);
  const traffic_s =
    (halfPrecision_B * (m * n + n * k + m * k)) / (system.memoryRate_BperS * system.memoryShare);
  return Math.max(arithmetic_s, traffic_s);
}

/** Tokens of a micro-batch that one accelerator of the context group holds. */
export function rowsOf(model: Transformer, layout: Layout): number {
  return (layout.microBatch * model.sequence) / layout.context;
}

/** Products of one layer with weights: projections of attention, feed-forward. */
export function layerProducts_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const rows = rowsOf(model, layout);
  const h = model.hidden;
  const t = layout.tensor;
  const out = model.heads * headWidthOf(model);
  const inward = attentionParametersOf(model) / h - out;
  return (
    matrix_s(system, rows, inward / t, h) +
    matrix_s(system, rows, h, out / t) +
    feedForward_s(model, system, rows, t)
  );
}

/** Feed-forward products; each expert is its own, here with as many rows as a balanced batch gives it. */
function feedForward_s(model: Transformer, system: AcceleratorSystem, rows: number, tensor: number): number {
  const experts = model.expertsPerToken > 0 ? model.expertsPerToken + model.sharedExperts : 1;
  const width = model.feedForward / experts / tensor;
  const inputs = model.gated ? 2 : 1;
  return (
    experts *
    (inputs * matrix_s(system, rows, width, model.hidden) + matrix_s(system, rows, model.hidden, width))
  );
}

/**
 * Scores and their product with values. Fused kernels take the causal half at their own share of the 16-bit peak;
 * otherwise each head is its own pair of products over the whole square.
 */
export function attention_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const s = model.sequence;
  const width = headWidthOf(model);
  const heads = (layout.microBatch * model.heads) / layout.tensor;
  const square_FLOP = (4 * heads * s * s * width) / layout.context;
  if (layout.fusedAttention) return square_FLOP / 2 / (system.peak16_FLOPperS * system.attentionShare);
  const rows = s / layout.context;
  return heads * (matrix_s(system, rows, s, width) + matrix_s(system, rows, width, s));
}

/**
 * Memory traffic of one layer's forward pass outside matrix products. Per element of rows × hidden: two norms
 * (read, write) 8 B, two bias-dropout-adds (two reads, write, mask) 14 B; per element of the feed-forward
 * width its activation 4 B; per score softmax (4 B) and dropout (5 B).
 */
export function layerTraffic_B(model: Transformer, layout: Layout): { whole: number; attention: number } {
  const rows = rowsOf(model, layout);
  const t = layout.tensor;
  const hidden = (22 * rows * model.hidden) / (layout.sequenceParallel ? t : 1);
  const activation = (4 * rows * model.feedForward * (model.gated ? 1.5 : 1)) / t;
  const scores = layout.fusedAttention ? 0 : (9 * rows * model.sequence * model.heads) / t;
  return { whole: hidden + activation + scores, attention: scores };
}

/** The head: logits of a micro-batch and their loss, on the last stage. */
export function head_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const rows = rowsOf(model, layout);
  const columns = model.vocabulary / layout.tensor;
  const traffic_B = 16 * rows * columns;
  return (
    3 * matrix_s(system, rows, columns, model.hidden) +
    traffic_B / (system.memoryRate_BperS * system.memoryShare)
  );
}
