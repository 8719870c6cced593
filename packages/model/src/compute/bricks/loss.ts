import type { ComputeSection } from '../schema.ts';

/** Constants of a published scaling law: L = E + A/N^α + B/D^β. Hoffmann et al. 2022. */
export type ScalingLaw = Pick<
  ComputeSection,
  'lossFloor' | 'lossModel' | 'lossModelExponent' | 'lossData' | 'lossDataExponent'
>;

/** Loss in nats a token of a model of so many parameters trained on so many tokens. */
export function loss(law: ScalingLaw, parameters: number, tokens: number): number {
  const model = law.lossModel / parameters ** law.lossModelExponent;
  return law.lossFloor + model + law.lossData / tokens ** law.lossDataExponent;
}

/** Parameters and tokens with the least loss for an amount of training, 6·N·D. */
export function bestSplit(law: ScalingLaw, work_FLOP: number): { parameters: number; tokens: number } {
  const { lossModelExponent: a, lossDataExponent: b } = law;
  const balance = ((a * law.lossModel) / (b * law.lossData)) ** (1 / (a + b));
  const product = work_FLOP / 6;
  const parameters = balance * product ** (b / (a + b));
  return { parameters, tokens: product / parameters };
}

/** Least loss that an amount of training can reach. */
export function bestLoss(law: ScalingLaw, work_FLOP: number): number {
  const { parameters, tokens } = bestSplit(law, work_FLOP);
  return loss(law, parameters, tokens);
}

/** Tokens at which a model of so many parameters is the best for its training, by the same law. */
export function bestTokens(law: ScalingLaw, parameters: number): number {
  const { lossModelExponent: a, lossDataExponent: b } = law;
  const balance = ((a * law.lossModel) / (b * law.lossData)) ** (1 / (a + b));
  const product = (parameters / balance) ** ((a + b) / b);
  return product / parameters;
}
