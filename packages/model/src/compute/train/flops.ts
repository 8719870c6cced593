import type { Recompute } from '../step-time.ts';
import { attentionParametersOf, headWidthOf, type Transformer } from '../transformer.ts';

/** How floating-point work is counted; each output names its own. */
export interface FlopConvention {
  /** `model`: what the mathematics asks for. `hardware`: what is computed again counts too. */
  readonly work: 'model' | 'hardware';
  /** Attention over the whole square of the sequence, or over the causal half alone. */
  readonly attention: 'full' | 'causal';
}

export function conventionText({ work, attention }: FlopConvention): string {
  const counted = work === 'model' ? 'model FLOPs' : 'hardware FLOPs, recomputation counted';
  return `${counted}; dense; attention over the ${attention === 'full' ? 'full square' : 'causal half'}`;
}

/**
 * FLOPs of one step over `sequences` sequences: 2 per multiply-add of each weight that a token passes, forward once and
 * back twice; the head likewise; scores and their product with values. For a dense GPT this is Narayanan et al. 2021,
 * equation 3, with 72 instead of 96 where nothing is computed again.
 */
export function iteration_FLOP(
  model: Transformer,
  sequences: number,
  recompute: Recompute,
  { work, attention }: FlopConvention,
): number {
  const tokens = sequences * model.sequence;
  const inputs = model.gated ? 3 : 2;
  const weights = attentionParametersOf(model) + inputs * model.hidden * model.feedForward;
  const span = attention === 'full' ? 1 : 1 / 2;
  const scores = 4 * model.sequence * model.heads * headWidthOf(model) * span;
  const layers_FLOP = tokens * model.layers;
  const again = work === 'hardware' && recompute === 'full' ? 1 : 0;
  const scoresAgain = work === 'hardware' && recompute !== 'none' ? 1 : 0;
  const head_FLOP = 6 * tokens * model.hidden * model.vocabulary;
  return layers_FLOP * ((3 + again) * 2 * weights + (3 + scoresAgain) * scores) + head_FLOP;
}
