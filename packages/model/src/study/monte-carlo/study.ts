import type { ResolvedPlan } from '../../plan/resolved.ts';
import type { Correlation } from './correlation.ts';

export const samplings = ['sobol', 'latin'] as const;
export type Sampling = (typeof samplings)[number];

/**
 * All that the samples of a study depend on beside the code: plain data, which survives JSON. Whoever computes sample
 * `index` of it, on whatever machine, gets the same row.
 */
export interface Study {
  readonly plan: ResolvedPlan;
  readonly seed: number;
  readonly sampling: Sampling;
  /** Points of a Latin hypercube; a Sobol sequence goes on beyond them with the same points. */
  readonly samples: number;
  /** Assumptions that get the Sobol sequence's dimensions, in order; others are padded. See `design.ts`. */
  readonly leading: readonly string[];
  readonly correlations: readonly Correlation[];
  /** Assumptions of which response tables depend too strongly to follow them: kept at the plan's value. */
  readonly held: readonly string[];
  /** Assumptions that response tables follow by an expansion about the plan's value. */
  readonly expanded: readonly string[];
  /** The plan's own funding alone, or its other passes too, on which some claims rest. */
  readonly passes: 'own' | 'all';
}

/**
 * A stretch of samples, `from` ≤ index < `to`: the unit of work. A task is (study, shard); doing it twice gives the same
 * rows, so that it may be done again by anybody at any time.
 */
export interface Shard {
  readonly from: number;
  readonly to: number;
}

/** Samples of one shard: a few seconds of work, so that a kill costs little and messages cost nothing. */
export const shardSize = 32;

/** The shards of so many samples. Their cuts never depend on who computes them. */
export function shardsOf(samples: number, from = 0): Shard[] {
  const count = Math.ceil((samples - from) / shardSize);
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * shardSize,
    to: Math.min(samples, from + (index + 1) * shardSize),
  }));
}

/** What samples came to, a row each. */
export interface Rows extends Shard {
  /** Row-major: `outputNames` columns a sample; NaN where a sample has no such number. */
  readonly numbers: Float64Array;
  /** Row-major: a code of `verdictCodes` a claim and sample. */
  readonly verdicts: Uint8Array;
  /** Row-major: `yearlySeries` at every December of the plan; empty where rows keep no series. */
  readonly series: Float64Array;
  /** Empty where the sample's plan could be run; else the code of what stood against it. */
  readonly faults: readonly string[];
}

export const verdictCodes = ['undecided', 'fails', 'holds'] as const;
