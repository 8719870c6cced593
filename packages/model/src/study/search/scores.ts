import { inverseNormal } from '@kardashev/kernels/numeric/inverse-normal.ts';
import { normalShare } from '@kardashev/kernels/numeric/normal.ts';
import { type Assumption, shareBelow, valueAt } from '../monte-carlo/assumption.ts';

/**
 * An assumption's value as a number of its own spreads from the plan's value: the normal score of its share, less that of
 * the plan's. A plan's value at an end of its distribution counts as near that end.
 */
export function valueAtScore(assumption: Assumption, score: number): number {
  if (score === 0) return assumption.centre;
  return valueAt(assumption, Math.min(1 - 1e-6, Math.max(1e-6, normalShare(middleOf(assumption) + score))));
}

/** The score of a share. */
export function scoreAtShare(assumption: Assumption, share: number): number {
  return inverseNormal(share) - middleOf(assumption);
}

function middleOf({ distribution, centre, from, to }: Assumption): number {
  const share = (shareBelow(distribution, centre) - from) / (to - from);
  return inverseNormal(Math.min(0.999, Math.max(0.001, share)));
}
