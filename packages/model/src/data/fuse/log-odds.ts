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

/** How far one source moves the log-odds: log(r·L + 1 − r), so that none is more certain than it deserves. */
export function weightOf({ logRatio, reliability }: Evidence): number {
  return Math.log(reliability * Math.exp(Math.min(logRatio, 700)) + 1 - reliability);
}

/** Log-odds of an event after evidence of several sources: of each group what is strongest, groups independent. */
export function combined(prior: number, evidence: readonly Evidence[]): number {
  const strongest = new Map<string, number>();
  for (const one of evidence) {
    const moved = weightOf(one);
    const before = strongest.get(one.group);
    if (before === undefined || Math.abs(moved) > Math.abs(before)) strongest.set(one.group, moved);
  }
  let logOdds = logOddsOf(prior);
  for (const moved of strongest.values()) logOdds += moved;
  return logOdds;
}
