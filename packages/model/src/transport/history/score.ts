/**
 * Continuous ranked probability score of a sample against what came: the mean distance to it, less half the mean
 * distance within the sample. For a sure forecast it is the absolute error. Gneiting and Raftery, "Strictly proper
 * scoring rules, prediction, and estimation", 2007.
 */
export function crpsOf(sorted: ArrayLike<number>, came: number): number {
  const n = sorted.length;
  let distance = 0;
  let spread = 0;
  for (let i = 0; i < n; i++) {
    const value = sorted[i] as number;
    distance += Math.abs(value - came);
    spread += (2 * i + 1 - n) * value;
  }
  return distance / n - spread / n ** 2;
}

/** One forecast against what came. */
export interface Scored {
  /** Whether it lay between P10 and P90, both included. */
  readonly held: boolean;
  /** Distance of the median, as a share of what came. */
  readonly error: number;
  readonly crps: number;
}

export function scoredBy(sorted: ArrayLike<number>, came: number): Scored {
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => rankQuantile(sorted, share)) as [
    number,
    number,
    number,
  ];
  return {
    held: p10 <= came && came <= p90,
    error: Math.abs(p50 - came) / Math.max(1, came),
    crps: crpsOf(sorted, came),
  };
}

/** The least value of the sample that at least `share` of it does not exceed: a count where counts were drawn. */
export function rankQuantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

/** Scores over several forecasts. */
export interface ScoreSummary {
  /** Share held between P10 and P90: 0.8 is honest. */
  readonly coverage: number;
  /** Mean absolute error of the median, as a share. */
  readonly mape: number;
  /** Mean, in launches. */
  readonly crps: number;
}

export function summaryOf(scores: readonly Scored[]): ScoreSummary {
  const mean = (f: (score: Scored) => number): number =>
    scores.reduce((sum, score) => sum + f(score), 0) / scores.length;
  return {
    coverage: mean(({ held }) => (held ? 1 : 0)),
    mape: mean(({ error }) => error),
    crps: mean(({ crps }) => crps),
  };
}
