import type { Funding } from '../../plan/resolved.ts';
import type { Reading } from '../reading.ts';

/** What a claim's quantity came to: a figure, or why no figure can be given. */
export type Finding =
  | {
      readonly computed: number;
      /** What would have to be true for the claim to hold, or what it holds by; one sentence. */
      readonly instead: string;
    }
  | { readonly undecided: string };

export type OtherPass = (funding: Funding) => Reading | undefined;

/** One claim of the announcement, as data and one function over a run. */
export interface Claim {
  readonly id: string;
  /** In the words in which it was said. */
  readonly said: string;
  /** What is computed to judge it. */
  readonly quantity: string;
  /** Unit of `claimed` and `computed`; `month` counts months since 2026-01 and is shown as YYYY-MM. */
  readonly unit: string;
  readonly claimed: number;
  readonly holds: 'at least' | 'at most' | 'more than';
  /** `other` is the same plan funded in another way, where the run has it. */
  find(reading: Reading, other: OtherPass): Finding;
}

export type Verdict = 'holds' | 'fails' | 'undecided';

export interface Judgement {
  readonly id: string;
  readonly said: string;
  readonly quantity: string;
  readonly claimed: number | string;
  readonly computed: number | string | null;
  readonly unit: string;
  readonly verdict: Verdict;
  /**
   * How far from the threshold, positive when it holds: relative to the claimed figure; in months for dates and
   * in the figure's own unit where zero is claimed. Null when undecided or never reached.
   */
  readonly margin: number | null;
  readonly instead: string;
}
