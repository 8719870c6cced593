/**
 * A language model as arithmetic: parameters, FLOPs and bytes. Model FLOPs count what the mathematics asks for
 * (2 per multiply-add, three passes in training: 6 per active parameter and token), never recomputation.
 */
export interface Transformer {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  /** Width of the feed-forward part that one token passes; 4 · hidden in the GPT family. */
  readonly feedForward: number;
  /** Routed experts that one token visits; 0 in a dense model. */
  readonly expertsPerToken: number;
  /** Experts that every token visits beside the routed ones. */
  readonly sharedExperts: number;
  /** Width of one head, mean of keys and values; 0: hidden over heads. */
  readonly headWidth: number;
  /** Weights of one layer's projections into and out of attention; 0: full matrices of hidden, heads and cache. */
  readonly attentionParameters: number;
  /** Two input projections in the feed-forward part instead of one (SwiGLU). */
  readonly gated: boolean;
  readonly vocabulary: number;
  readonly sequence: number;
  /** All parameters, embedding included. */
  readonly parameters: number;
  /** Parameters that one token passes; equal to `parameters` in a dense model. */
  readonly activeParameters: number;
  /** Key-value cache of one token over all layers, in elements. */
  readonly cachePerToken: number;
  /** FLOPs of attention per generated token and token of its context, over all layers. */
  readonly attention_FLOP: number;
}

/** A dense GPT: feed-forward 4 · hidden, no gate, every head its own keys and values. */
export function denseGpt(shape: {
  layers: number;
  hidden: number;
  heads: number;
  vocabulary: number;
  sequence: number;
}): Transformer {
  const { layers, hidden, vocabulary, sequence } = shape;
  const parameters = 12 * layers * hidden ** 2 * (1 + 13 / (12 * hidden)) + (vocabulary + sequence) * hidden;
  return {
    ...shape,
    feedForward: 4 * hidden,
    expertsPerToken: 0,
    sharedExperts: 0,
    headWidth: 0,
    attentionParameters: 0,
    gated: false,
    parameters,
    activeParameters: parameters,
    cachePerToken: 2 * layers * hidden,
    attention_FLOP: 4 * layers * hidden,
  };
}

export function headWidthOf(model: Transformer): number {
  return model.headWidth > 0 ? model.headWidth : model.hidden / model.heads;
}

/** Elements that one token leaves in one layer's cache: a key and a value. */
export function cacheRow(model: Transformer): number {
  return model.cachePerToken / model.layers;
}

/** Weights of one layer's projections: queries, keys and values, and the way out. */
export function attentionParametersOf(model: Transformer): number {
  if (model.attentionParameters > 0) return model.attentionParameters;
  return model.hidden * (2 * model.heads * headWidthOf(model) + cacheRow(model));
}

/** Parameters of all routed experts, and how many of them a layer has; both 0 in a dense model. */
export function routedExperts(model: Transformer): { readonly parameters: number; readonly number: number } {
  const k = model.expertsPerToken;
  if (k === 0) return { parameters: 0, number: 0 };
  const width = (model.feedForward * k) / (k + model.sharedExperts);
  const visited = model.layers * (model.gated ? 3 : 2) * model.hidden * width;
  const parameters = Math.max(0, model.parameters - model.activeParameters + visited);
  return { parameters, number: Math.max(k, Math.round((k * parameters) / visited)) };
}

/**
 * Active parameters that the shape has: attention, feed-forward of the experts visited, the head. Close to
 * `activeParameters` where both are published; efficiency is worked out on the shape, amounts of work on the
 * declared number, so that a plan may change the one without redrawing the other.
 */
export function shapeParameters(model: Transformer): number {
  const { layers, hidden, feedForward, vocabulary, gated } = model;
  const layer = attentionParametersOf(model) + (gated ? 3 : 2) * hidden * feedForward;
  return layers * layer + vocabulary * hidden;
}

/** Model FLOPs of training on one token, attention over the sequence left out: 6 · active parameters. */
export function trainingFlopPerToken(model: Pick<Transformer, 'activeParameters'>): number {
  return 6 * model.activeParameters;
}

/** Model FLOPs of reading or generating one token, attention left out: 2 · active parameters. */
export function servingFlopPerToken(model: Pick<Transformer, 'activeParameters'>): number {
  return 2 * model.activeParameters;
}

/** Model FLOPs of a training run of `tokens`. */
export function trainingRun_FLOP(model: Pick<Transformer, 'activeParameters'>, tokens: number): number {
  return trainingFlopPerToken(model) * tokens;
}

/**
 * FLOPs of one iteration over `sequences` sequences as Megatron-LM counts them, attention over the full
 * (not causal) square: `passes` is 3 for model FLOPs, 4 for hardware FLOPs with full recomputation.
 * Source: Narayanan et al. 2021, equation 3: 96·B·s·l·h²·(1 + s/6h + V/16lh) for four passes.
 */
export function megatronIteration_FLOP(model: Transformer, sequences: number, passes: 3 | 4): number {
  const { layers: l, hidden: h, sequence: s, vocabulary: V } = model;
  return 24 * passes * sequences * s * l * h ** 2 * (1 + s / (6 * h)) + 6 * sequences * s * h * V;
}
