/** How a value is known. Announced figures are claims under test, not truth. */
export const evidenceKinds = [
  'measured',
  'filed',
  'announced',
  'press',
  'derived',
  'datasheet',
  'assumed',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A distribution over SI values. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  /** Triangular in the logarithm: for what is known by its order of magnitude. All three above zero. */
  | { readonly kind: 'logtriangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number };

/** Where a value is from. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly source: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly note?: string;
}

/** The central value of a distribution: what a single run uses. */
export function centre(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'uniform':
      return (distribution.low + distribution.high) / 2;
    case 'triangular':
    case 'logtriangular':
      return distribution.mode;
    case 'normal':
      return distribution.mean;
    case 'lognormal':
      return distribution.median;
  }
}
