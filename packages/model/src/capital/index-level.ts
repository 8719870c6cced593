/** One share in an index. */
export interface Constituent {
  readonly symbol: string;
  readonly price_USD: number;
  readonly shares: number;
  /** Share of the shares that can be traded; 1 for full weighting. */
  readonly float: number;
}

/** Σ price · shares · float. */
export function indexValue_USD(constituents: readonly Constituent[]): number {
  return constituents.reduce((sum, { price_USD, shares, float }) => sum + price_USD * shares * float, 0);
}

/** Level of an index: what its constituents are worth over its divisor. */
export function indexLevel(constituents: readonly Constituent[], divisor_USD: number): number {
  return indexValue_USD(constituents) / divisor_USD;
}

/**
 * Divisor after an event that changes what the index holds but no price paid by its holders: a listing, a split,
 * a merger, a change of float. Level before and after are equal.
 */
export function divisorAfter(
  divisor_USD: number,
  before: readonly Constituent[],
  after: readonly Constituent[],
): number {
  return (divisor_USD * indexValue_USD(after)) / indexValue_USD(before);
}

/** A split into `pieces`: price and number of shares change against each other. */
export function split(constituent: Constituent, pieces: number): Constituent {
  return { ...constituent, price_USD: constituent.price_USD / pieces, shares: constituent.shares * pieces };
}
