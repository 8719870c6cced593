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
    gated: false,
    parameters,
    activeParameters: parameters,
    cachePerToken: 2 * layers * hidden,
    attention_FLOP: 4 * layers * hidden,
  };
}

/**
 * Active parameters that the shape has: attention, feed-forward of the experts visited, the head. Close to
 * `activeParameters` where both are published; efficiency is worked out on the shape, amounts of work on the
 * declared number, so that a plan may change the one without redrawing the other.
 */
export function shapeParameters(model: Transformer): number {
  const { layers, hidden, feedForward, vocabulary, cachePerToken, gated } = model;
  const attention = layers * 2 * hidden ** 2 + cachePerToken * hidden;
  return attention + layers * (gated ? 3 : 2) * hidden * feedForward + vocabulary * hidden;
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
