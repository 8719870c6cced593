import { betaShare } from '@kardashev/kernels/numeric/beta.ts';
import type { ValuesOf } from '../../plan/attribute.ts';
import { Background, type Calm, reaches_s } from './background.ts';
import type { burstsSchema } from './bursts-schema.ts';

export type BurstSettings = ValuesOf<typeof burstsSchema.section>;

/** As in catalogue/bursts.yaml, for those who have no catalogue at hand. */
export const burstSettings: BurstSettings = {
  falseAlarmInterval_s: 21 * 86_400,
  calmTime_s: 3600,
  calmRarity_s: 86_400,
  latest_s: 300,
  leap_s: 86_400,
};

export interface Burst {
  /** When it was decided: the time of the post that made it certain enough. */
  readonly at_s: number;
  /** First post of the window that decided, and how many posts it holds. */
  readonly since_s: number;
  readonly posts: number;
  /** How often the background alone would bring this about. */
  readonly falseAlarms_perS: number;
}

/** What became of a post: late ones are history, and a leap of the clock is not believed of one post alone. */
export type Taken = 'counted' | 'late' | 'leap';

interface Recent {
  readonly at_s: number;
  readonly before: Calm;
}

/** Sizes of the windows in posts, each longer by about two fifths. Fewer than three can be one person twice. */
const sizes: readonly number[] = [3, 4, 5, 6, 8, 11, 16, 22, 32, 45, 64];
const longest = 64;
/** The shortest memory: before that, a rate is a guess. */
const leastHeard_s = 3600;

/**
 * Tells bursts in a stream of posts, deciding at each post with what came before. The last k posts, for several k,
 * span some time; under the background as it was before them, so many in so short a time have a chance: the tail of a
 * negative binomial, which is a Poisson whose rate is known only as well as the past tells. Posts that repeat each
 * other count as one cause. The least surprised of several memories speaks, so that mornings are no events. No rate
 * enters: a stream of ten posts a day and one of ten a second are treated alike.
 */
export class BurstDetector {
  readonly #settings: BurstSettings;
  readonly #background = new Background();
  readonly #recent: Recent[] = [];
  #waiting_s: number | undefined;
  #busyUntil_s = Number.NEGATIVE_INFINITY;

  constructor(settings: BurstSettings = burstSettings) {
    this.#settings = settings;
  }

  /** Takes one post, in order of arrival. A burst is told once, when it begins. */
  push(posted_s: number): { readonly taken: Taken; readonly burst?: Burst } {
    const newest_s = this.#recent.at(-1)?.at_s ?? posted_s;
    if (posted_s < newest_s - this.#settings.latest_s) return { taken: 'late' };
    if (posted_s > newest_s + this.#settings.leap_s && !this.#confirms(posted_s)) {
      this.#waiting_s = posted_s;
      return { taken: 'leap' };
    }
    this.#waiting_s = undefined;
    this.#take(posted_s);
    const burst = this.#judge();
    return burst === undefined ? { taken: 'counted' } : { taken: 'counted', burst };
  }

  #confirms(posted_s: number): boolean {
    return this.#waiting_s !== undefined && Math.abs(posted_s - this.#waiting_s) < this.#settings.leap_s;
  }

  /** Puts a post into its place among the recent ones, each with the background as it was before it. */
  #take(at_s: number): void {
    const recent = this.#recent;
    let place = recent.length;
    while (place > 0 && recent[place - 1]!.at_s > at_s) place--;
    if (place === recent.length) this.#background.pass(at_s);
    const now = this.#background.calm();
    this.#background.take(this.#neighbours(at_s, place), now);
    recent.splice(place, 0, { at_s, before: recent[place]?.before ?? now });
    if (recent.length > longest) recent.shift();
  }

  #neighbours(at_s: number, place: number): number[] {
    let back = 0;
    return reaches_s.map((reach_s) => {
      while (back < place && this.#recent[place - 1 - back]!.at_s >= at_s - reach_s) back++;
      return back;
    });
  }

  #judge(): Burst | undefined {
    const { falseAlarmInterval_s, calmTime_s, calmRarity_s } = this.#settings;
    const rarest = this.#rarest();
    if (rarest === undefined || rarest.falseAlarms_perS > 1 / calmRarity_s) return undefined;
    const busy = rarest.at_s < this.#busyUntil_s;
    const tell = !busy && rarest.falseAlarms_perS <= 1 / falseAlarmInterval_s;
    if (tell || busy) this.#busyUntil_s = rarest.at_s + calmTime_s;
    return tell ? rarest : undefined;
  }

  /** Of all windows that end now, the one that chance would bring about least often. */
  #rarest(): Burst | undefined {
    const at_s = this.#recent.at(-1)!.at_s;
    let rarest: Burst | undefined;
    for (const size of sizes) {
      const first = this.#recent.at(-size);
      // After a burst, what belonged to it is not told again.
      if (first === undefined || (first.at_s < this.#busyUntil_s && at_s >= this.#busyUntil_s)) break;
      const rate_perS = chanceRate_perS(size, at_s - first.at_s, first.before);
      if (rate_perS >= (rarest?.falseAlarms_perS ?? Number.POSITIVE_INFINITY)) continue;
      rarest = { at_s, since_s: first.at_s, posts: size, falseAlarms_perS: rate_perS };
    }
    return rarest;
  }
}

/**
 * How often chance alone would bring `size` posts within a span, under the least surprised memory. A cause starts such
 * a window; the others are what is left to chance. Times are whole seconds, so a span may be one longer than it looks.
 */
export function chanceRate_perS(size: number, span_s: number, calm: Calm): number {
  const cluster = clusterWithin(span_s, calm.clusters);
  const others = size / cluster - 1;
  // What takes hours is not sudden; and a stream that has only just begun has nothing to surprise with.
  if (span_s > reaches_s.at(-1)! || calm.span_s.at(-1)! < leastHeard_s) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [memory, posts] of calm.posts.entries()) {
    const known_s = calm.span_s[memory]!;
    // One cause explains them all.
    if (others <= 0) return Number.POSITIVE_INFINITY;
    // Nothing rarer than what is expected can be a burst; most posts end here.
    if (others <= (posts / cluster) * (span_s / known_s)) return Number.POSITIVE_INFINITY;
    const tail = betaShare(others, posts / cluster, (span_s + 1) / (known_s + span_s + 1));
    most = Math.max(most, (tail * posts) / cluster / known_s);
  }
  return most;
}

/** Posts a cause brings within a span: between two reaches, in proportion to the logarithm. */
function clusterWithin(span_s: number, clusters: readonly number[]): number {
  const above = reaches_s.findIndex((reach_s) => span_s <= reach_s);
  if (above <= 0) return clusters.at(above)!;
  const [low_s, high_s] = [reaches_s[above - 1]!, reaches_s[above]!];
  const share = Math.log(span_s / low_s) / Math.log(high_s / low_s);
  return clusters[above - 1]! * (1 - share) + clusters[above]! * share;
}
