/** Probabilities closer to certain than this are not believed of any source. */
const least = 1e-6;

export const logOddsOf = (probability: number): number => {
  const held = Math.min(1 - least, Math.max(least, probability));
  return Math.log(held / (1 - held));
};

export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** What one source says for or against an event. */
export interface Evidence {
  /** Sources of one group see through the same eyes: they count once, by what is strongest among them. */
  readonly group: string;
  /** Logarithm of how much likelier the observation is with the event than without it. */
  readonly logRatio: number;
  /** Share of the source's reports that are what they say; the others tell nothing. */
  readonly reliability: number;
}

/**
 * Log-odds of an event after evidence of several sources, independent between groups. A source that is right in a
 * share r of cases moves the odds by log(r·L + 1 − r), so that no single one can be more certain than it deserves.
 */
export function combined(prior: number, evidence: readonly Evidence[]): number {
  const strongest = new Map<string, number>();
  for (const { group, logRatio, reliability } of evidence) {
    const moved = Math.log(reliability * Math.exp(Math.min(logRatio, 700)) + 1 - reliability);
    const before = strongest.get(group);
    if (before === undefined || Math.abs(moved) > Math.abs(before)) strongest.set(group, moved);
  }
  let logOdds = logOddsOf(prior);
  for (const moved of strongest.values()) logOdds += moved;
  return logOdds;
}
