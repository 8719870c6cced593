import { allReduce_s, expertExchange_s } from '../exchanges.ts';
import type { Machine } from '../machine/machine.ts';
import { drawAt } from '../machine/power.ts';
import { attention_s, halfPrecision_B, layerProducts_s, layerTraffic_B, matrix_s } from '../products.ts';
import { layerWait_s } from '../serving.ts';
import { type AcceleratorSystem, type Layout, plainLayout } from '../step-time.ts';
import { routedExperts, servingFlopPerToken, type Transformer } from '../transformer.ts';

/** A batch of requests that are alike, served together from the first to the last token. */
export interface Batch {
  readonly requests: number;
  /** Tokens of each prompt that must be read, those before them that a cache holds, and those of each answer. */
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

/** A model laid over accelerators: products split over `tensor`, routed experts spread over `expert` of them. */
export interface Placement {
  readonly tensor: number;
  readonly expert: number;
  readonly bytesPerWeight: number;
  readonly bytesPerCache: number;
}

export function acceleratorsOf({ tensor, expert }: Placement): number {
  return Math.max(tensor, expert);
}

export interface Served {
  readonly accelerators: number;
  /** Prompts read and first tokens out. */
  readonly ttft_s: number;
  /** Mean time of each token after the first. */
  readonly tpot_s: number;
  readonly latency_s: number;
  readonly tokens_perS: number;
  readonly energyPerToken_J: number;
  readonly weights_B: number;
  readonly cache_B: number;
}

/** Weights on one accelerator: those that are not routed are split over the tensor group alone. */
export function weightsPerAccelerator_B(model: Transformer, place: Placement): number {
  const routed = routedExperts(model).parameters;
  const shared = (model.parameters - routed) / place.tensor;
  return place.bytesPerWeight * (shared + routed / acceleratorsOf(place));
}

/** Caches on one accelerator at the end of the answers. Each tensor group holds its own requests. */
export function cachePerAccelerator_B(model: Transformer, place: Placement, batch: Batch): number {
  const tokens = batch.requests * (batch.cached + batch.input + batch.output);
  return (tokens * model.cachePerToken * place.bytesPerCache) / acceleratorsOf(place);
}

/** Requests of the batch that one tensor group serves. */
function requestsHere(place: Placement, batch: Batch): number {
  return (batch.requests * place.tensor) / acceleratorsOf(place);
}

function layoutOf(place: Placement, rows: number): Layout {
  const data = acceleratorsOf(place) / place.tensor;
  const splits = { tensor: place.tensor, data, expert: acceleratorsOf(place) / place.tensor };
  return { ...plainLayout, ...splits, microBatch: rows, fusedAttention: true };
}

/**
 * Time to read prompts: every layer once over all of their tokens, and the head for the last of each. Read tokens look
 * back on half of one another and on all that the cache holds.
 */
export function prefill_s(model: Transformer, machine: Machine, place: Placement, batch: Batch): number {
  const { system } = machine;
  const requests = requestsHere(place, batch);
  const prompt = { ...model, sequence: batch.input };
  const layout = layoutOf(place, requests);
  const bytes = halfPrecision_B * requests * batch.input * model.hidden;
  const exchange_s = 2 * tensorAllReduce_s(system, place.tensor, bytes);
  const layer_s =
    Math.max(
      layerProducts_s(prompt, system, layout),
      expertWeights_s(model, system, place, requests * batch.input),
    ) +
    attention_s(prompt, system, layout) * (1 + (2 * batch.cached) / batch.input) +
    layerTraffic_B(prompt, layout).whole / (system.memoryRate_BperS * system.memoryShare) +
    exchange_s +
    expertExchange_s(prompt, system, layout) +
    system.decodeOverhead_s;
  return model.layers * layer_s + headProduct_s(model, system, place, requests);
}

/** Reading of the experts' weights that a layer's tokens visit; dense weights are in the products already. */
function expertWeights_s(
  model: Transformer,
  system: AcceleratorSystem,
  place: Placement,
  tokens: number,
): number {
  if (model.expertsPerToken === 0) return 0;
  const bytes = (routedBytesRead(model, place, tokens) + sharedBytes(model, place)) / model.layers;
  return bytes / (system.memoryRate_BperS * system.readShare);
}

function tensorAllReduce_s(system: AcceleratorSystem, tensor: number, bytes: number): number {
  const rate = tensor <= system.domain ? system.scaleUp_BperS : system.scaleOut_BperS;
  return allReduce_s(bytes, tensor, rate * system.linkShare, system.linkDelay_s);
}

function headProduct_s(
  model: Transformer,
  system: AcceleratorSystem,
  place: Placement,
  rows: number,
): number {
  return matrix_s(system, rows, model.vocabulary / place.tensor, model.hidden);
}

/** Weights that every step reads, on one accelerator: all but the routed experts and the table of embeddings. */
function sharedBytes(model: Transformer, place: Placement): number {
  const table = model.vocabulary * model.hidden;
  return (place.bytesPerWeight * (model.parameters - routedExperts(model).parameters - table)) / place.tensor;
}

/** Routed weights that `tokens` of one tensor group's step read: of n experts, n·(1 − (1 − k/n)^tokens) are visited. */
function routedBytesRead(model: Transformer, place: Placement, tokens: number): number {
  const { parameters, number } = routedExperts(model);
  if (number === 0) return 0;
  const groups = acceleratorsOf(place) / place.tensor;
  const visited = 1 - (1 - model.expertsPerToken / number) ** (tokens * groups);
  return (place.bytesPerWeight * parameters * visited) / acceleratorsOf(place);
}

/**
 * Time of one decoding step: one token for each request, with `context` tokens in its cache. Products wait for weights
 * or for arithmetic, attention for the cache or for arithmetic in 16 bits.
 */
export function decode_s(
  model: Transformer,
  machine: Machine,
  place: Placement,
  batch: Batch,
  context: number,
): number {
  const { system } = machine;
  const requests = requestsHere(place, batch);
  const rate_BperS = system.memoryRate_BperS * system.readShare;
  const weights_s = (sharedBytes(model, place) + routedBytesRead(model, place, requests)) / rate_BperS;
  const products_s =
    (requests * servingFlopPerToken(model)) / (place.tensor * system.peak_FLOPperS * system.matrixShare);
  const cache_s =
    (requests * context * model.cachePerToken * place.bytesPerCache) / (place.tensor * rate_BperS);
  const scores_s =
    (requests * context * model.attention_FLOP) /
    (place.tensor * system.peak16_FLOPperS * system.attentionShare);
  const layout = layoutOf(place, requests);
  const one = { ...model, sequence: 1 };
  const bytes = halfPrecision_B * requests * model.hidden;
  const waits_s =
    layerWait_s(model, system, place.tensor) +
    2 * tensorAllReduce_s({ ...system, linkDelay_s: 0 }, place.tensor, bytes);
  return (
    Math.max(weights_s, products_s) +
    Math.max(cache_s, scores_s) +
    model.layers * (waits_s + expertExchange_s(one, system, layout, true))
  );
}

/** Serves one batch from its prompts to its last tokens, without others in between. */
export function serve(model: Transformer, machine: Machine, place: Placement, batch: Batch): Served {
  const accelerators = acceleratorsOf(place);
  const ttft_s = prefill_s(model, machine, place, batch);
  // The first token comes with the prompt; over the others the cache grows evenly.
  const steps = batch.output - 1;
  const tpot_s = decode_s(model, machine, place, batch, batch.cached + batch.input + batch.output / 2);
  const latency_s = ttft_s + steps * tpot_s;
  const { accelerator, supply_W } = machine;
  const reading = drawAt(accelerator, 1);
  const draw = (ttft_s * reading + steps * tpot_s * accelerator.memoryDraw) / latency_s;
  const tokens = batch.requests * batch.output;
  return {
    accelerators,
    ttft_s,
    tpot_s,
    latency_s,
    tokens_perS: tokens / latency_s,
    energyPerToken_J: (accelerators * supply_W * draw * latency_s) / tokens,
    weights_B: weightsPerAccelerator_B(model, place),
    cache_B: cachePerAccelerator_B(model, place, batch),
  };
}
