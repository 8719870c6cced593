/** How well posts were told apart. */
export interface RelevanceScore {
  /** Mean of the F1 of both labels. */
  readonly macroF1: number;
  /** Of what was told to be on topic, the share that is; of what is, the share that was told. */
  readonly precision: number;
  readonly recall: number;
  /** Mean gap between told probability and what came true, over ten equal steps of probability. */
  readonly calibrationError: number;
}

/**
 * Scores probabilities against labels. `share`: scores as if so much of the stream were on topic, by weighing each
 * post; undefined as it is. Nothing is decided here: whoever told the probabilities saw one post at a time.
 */
export function scoreRelevance(
  probabilities: readonly number[],
  labels: readonly (0 | 1)[],
  share?: number,
): RelevanceScore {
  const on = labels.filter((label) => label === 1).length / labels.length;
  const weights = share === undefined ? [1, 1] : [(1 - share) / (1 - on), share / on];
  /** By label, then by what was told. */
  const mass = [0, 0, 0, 0];
  const steps = Array.from({ length: 10 }, () => ({ gap: 0 }));
  let total = 0;
  for (const [index, probability] of probabilities.entries()) {
    const label = labels[index]!;
    const weight = weights[label]!;
    total += weight;
    mass[2 * label + (probability > 0.5 ? 1 : 0)]! += weight;
    steps[Math.min(9, Math.floor(10 * probability))]!.gap += weight * (probability - label);
  }
  const [rightOff = 0, falseOn = 0, falseOff = 0, rightOn = 0] = mass;
  return {
    macroF1: (f1(rightOff, falseOff, falseOn) + f1(rightOn, falseOn, falseOff)) / 2,
    precision: ratio(rightOn, rightOn + falseOn),
    recall: ratio(rightOn, rightOn + falseOff),
    calibrationError: steps.reduce((sum, { gap }) => sum + Math.abs(gap), 0) / total,
  };
}

const f1 = (right: number, wronglyIn: number, wronglyOut: number): number =>
  ratio(2 * right, 2 * right + wronglyIn + wronglyOut);

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
