import { halfPrecision_B, rowsOf } from './products.ts';
import type { AcceleratorSystem, Layout } from './step-time.ts';
import { cacheRow, routedExperts, type Transformer } from './transformer.ts';

/** What accelerators of one job send one another, and how long it takes on the links between them. */

/**
 * All-reduce of `bytes` over `members`, each with `rate_BperS` per direction: long messages round a ring, short ones up
 * and down a tree, each of whose steps waits `delay_s`.
 */
export function allReduce_s(bytes: number, members: number, rate_BperS: number, delay_s = 0): number {
  if (members <= 1) return 0;
  return (2 * bytes * (members - 1)) / (members * rate_BperS) + treeSteps(members) * delay_s;
}

/** Steps up and down a tree of so many members. */
export function treeSteps(members: number): number {
  return 2 * Math.ceil(Math.log2(members));
}

/** Rate of a ring that leaves the domain once and shares its ports with `rings` like it. */
function acrossDomains_BperS(system: AcceleratorSystem, rings: number): number {
  return Math.min(system.scaleUp_BperS, (system.scaleOut_BperS * system.domain) / rings);
}

/** Two all-reduces of a micro-batch's activations over the tensor group: one layer, one pass. */
export function tensorExchange_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const bytes = halfPrecision_B * rowsOf(model, layout) * model.hidden;
  const rate = layout.tensor <= system.domain ? system.scaleUp_BperS : acrossDomains_BperS(system, 1);
  return 2 * allReduce_s(bytes, layout.tensor, rate * system.linkShare, system.linkDelay_s);
}

/**
 * Each token to its experts in the format of the products, and back in 16 bits: one layer, one pass. Experts of one
 * domain share one copy of the token; with experts drawn at random, k of them lie in D·(1 − (1 − 1/D)^k) of D domains.
 * Single tokens are not worth sharing: then each expert gets `ownCopies`.
 */
export function expertExchange_s(
  model: Transformer,
  system: AcceleratorSystem,
  layout: Layout,
  ownCopies = false,
): number {
  const k = model.expertsPerToken;
  if (k === 0 || layout.expert === 1) return 0;
  const token_B = model.hidden * (system.activation_B + halfPrecision_B);
  const tokens = rowsOf(model, layout) / layout.tensor;
  const span = layout.expert * layout.tensor;
  const inside_s = (k * token_B * tokens) / (system.scaleUp_BperS * system.linkShare);
  const domains = span / system.domain;
  if (domains <= 1) return inside_s + 2 * system.linkDelay_s;
  const far = (domains - 1) / domains;
  const visited = ownCopies ? k * far : (domains - 1) * (1 - (1 - 1 / domains) ** k);
  return Math.max(inside_s, (visited * token_B * tokens) / (system.scaleOut_BperS * system.linkShare));
}

/** Keys and values round the context group: one layer, one pass. */
export function contextExchange_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  if (layout.context === 1) return 0;
  const bytes = (halfPrecision_B * rowsOf(model, layout) * cacheRow(model)) / layout.tensor;
  const inside = layout.tensor * layout.context <= system.domain;
  const rate = (inside ? system.scaleUp_BperS : system.scaleOut_BperS) * system.linkShare;
  return ((layout.context - 1) * bytes) / rate;
}

/** Handing a micro-batch's activations to the next stage and gradients back, all chunks of a stage. */
export function pipelineExchange_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  if (layout.pipeline === 1) return 0;
  const bytes = (halfPrecision_B * rowsOf(model, layout) * model.hidden) / layout.tensor;
  const inside = layout.tensor * layout.context * layout.pipeline <= system.domain;
  const rate = (inside ? system.scaleUp_BperS : system.scaleOut_BperS) * system.linkShare;
  return (2 * layout.interleave * bytes) / rate;
}

/** Parameters on one accelerator of the fullest stage, those of its routed experts, and the rest. */
export function parametersHeld(model: Transformer, layout: Layout): { dense: number; experts: number } {
  const embedding = model.vocabulary * model.hidden;
  const routed = routedExperts(model).parameters;
  const dense = (model.parameters - routed - embedding) / layout.pipeline + embedding;
  return {
    dense: dense / layout.tensor,
    experts: routed / (layout.pipeline * layout.tensor * layout.expert),
  };
}

/** Gradients round the replicas of each parameter, in 16 bits. */
export function dataExchange_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const held = parametersHeld(model, layout);
  const replicas = layout.data * layout.context;
  const span = layout.tensor * replicas * layout.pipeline;
  const rate =
    (span <= system.domain
      ? system.scaleUp_BperS
      : acrossDomains_BperS(system, Math.min(layout.tensor, system.domain))) * system.linkShare;
  return (
    allReduce_s(halfPrecision_B * held.dense, replicas, rate) +
    allReduce_s(halfPrecision_B * held.experts, replicas / layout.expert, rate)
  );
}
