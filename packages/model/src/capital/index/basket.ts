import type { IndexRules } from './rules.ts';

/** A share as the index follows it, held or waiting. */
export interface Holding {
  readonly symbol: string;
  price_USD: number;
  shares: number;
  float: number;
  /** Factor on its weight that the cap asks for. */
  capping: number;
  held: boolean;
  /** Trading days until it enters; 0 at the next close. Undefined where it does not wait. */
  waits?: number;
}

/** What a share counts for in the index. */
export function worth_USD({ price_USD, shares, float, capping }: Holding, rules: IndexRules): number {
  return price_USD * shares * (rules.weighting === 'float' ? float : 1) * capping;
}

/** Σ over what is held. */
export function basketWorth_USD(holdings: Iterable<Holding>, rules: IndexRules): number {
  let sum = 0;
  for (const holding of holdings) if (holding.held) sum += worth_USD(holding, rules);
  return sum;
}

/**
 * Sets the capping factors so that no weight exceeds the cap and what is cut goes to the others in proportion.
 * Where the cap is below one over the number of shares, all weigh the same.
 */
export function capWeights(holdings: Iterable<Holding>, rules: IndexRules): void {
  const held = [...holdings].filter((holding) => holding.held);
  for (const holding of held) holding.capping = 1;
  if (rules.cap >= 1 || held.length === 0) return;
  const capped = new Set<Holding>();
  // Each round caps at least one more share, so this ends.
  for (;;) {
    const share = 1 - rules.cap * capped.size;
    const free = held.filter((holding) => !capped.has(holding));
    const worth = free.reduce((sum, holding) => sum + worth_USD(holding, rules), 0);
    const over = free.filter(
      (holding) => worth_USD(holding, rules) * share > rules.cap * worth * (1 + 1e-12),
    );
    if (over.length === 0 || share <= 0) {
      setFactors(held, capped, worth, share, rules);
      return;
    }
    for (const holding of over) capped.add(holding);
  }
}

function setFactors(
  held: readonly Holding[],
  capped: ReadonlySet<Holding>,
  freeWorth_USD: number,
  freeShare: number,
  rules: IndexRules,
): void {
  const alike = capped.size === held.length || freeShare <= 0;
  const total = alike ? 1 : freeWorth_USD / freeShare;
  for (const holding of held) {
    if (alike) holding.capping = 1 / worth_USD(holding, rules);
    else if (capped.has(holding)) holding.capping = (rules.cap * total) / worth_USD(holding, rules);
  }
}
