import type { PublishedQuake } from './felt.ts';
import { lagDensity_perS, lagShare } from './lag.ts';
import type { Fusion } from './schema.ts';

/** A burst as it is to be explained. */
export interface Unexplained {
  /** First post of it. */
  readonly from_s: number;
  /** When the last event was that still draws posts; undefined where there is none. */
  readonly after_s?: number;
  /** Bursts that this stream had before and no quake explained, and for how long it was heard. */
  readonly unexplained: number;
  readonly heard_s: number;
}

/** What may be behind a burst, with the probability of each. */
export interface Explanation {
  readonly quake?: PublishedQuake;
  readonly probability: number;
  /** Of any quake, published or not yet. */
  readonly anyQuake: number;
  /** Of attention to an event before that flares up again. */
  readonly again: number;
}

/**
 * What is behind a burst. Every cause sends out bursts at a rate of its own: a published quake at its chance to be
 * written of times the density of the lag; quakes that are not published yet, at their mean rate times the share of
 * lags that still leaves them unpublished; an event before, at a rate that fades; all else at a rate that the
 * stream shows. The
 * probability of a cause is its rate over the sum: Bayes' rule for streams that run side by side.
 *
 * @param publishDelay_s how late the catalogue publishes
 */
export function explain(
  burst: Unexplained,
  quakes: readonly PublishedQuake[],
  now_s: number,
  publishDelay_s: number,
  fusion: Fusion,
): Explanation {
  const felt_perS = fusion.quakeRate_perS * fusion.meanFelt;
  const other_perS = otherRate_perS(burst, felt_perS, fusion);
  const unpublished_perS = felt_perS * lagShare(publishDelay_s - (now_s - burst.from_s), fusion);
  const again_perS = againRate_perS(burst, fusion);
  let published_perS = 0;
  let likeliest: PublishedQuake | undefined;
  let most_perS = 0;
  for (const quake of quakes) {
    const rate_perS = quake.burstChance * lagDensity_perS(burst.from_s - quake.origin_s, fusion);
    published_perS += rate_perS;
    if (rate_perS <= most_perS) continue;
    most_perS = rate_perS;
    likeliest = quake;
  }
  const all_perS = other_perS + unpublished_perS + again_perS + published_perS;
  return {
    ...(likeliest ? { quake: likeliest } : {}),
    probability: most_perS / all_perS,
    anyQuake: (unpublished_perS + published_perS) / all_perS,
    again: again_perS / all_perS,
  };
}

/**
 * Bursts that no quake is behind: what is known of such streams in general, weighing as one burst, and what this one
 * has shown. The words of some streams flare up with every piece of news.
 */
function otherRate_perS({ unexplained, heard_s }: Unexplained, felt_perS: number, fusion: Fusion): number {
  const usual_perS = (felt_perS * fusion.unexplainedShare) / (1 - fusion.unexplainedShare);
  return (1 + unexplained) / (1 / usual_perS + heard_s);
}

/** An event draws as many bursts after its first as make one within the time in which attention fades. */
function againRate_perS({ from_s, after_s }: Unexplained, { afterglow_s }: Fusion): number {
  if (after_s === undefined || from_s < after_s) return 0;
  return Math.exp(-(from_s - after_s) / afterglow_s) / afterglow_s;
}
