import { type Burst, BurstDetector, type Taken } from '../posts/bursts.ts';
import { unixText } from '../wire/globe.ts';
import type { Observation } from '../wire/observation.ts';
import type { Alert } from './alert.ts';
import { type Explanation, explain, type Unexplained } from './explain.ts';
import { type PublishedQuake, quakeOf } from './felt.ts';
import { onsetOf } from './onset.ts';
import type { Fusion } from './schema.ts';
import type { Towns } from './towns.ts';

/** What is known of one burst and of what it was attached to. */
interface Watched extends Omit<Unexplained, 'from_s'> {
  readonly event: string;
  readonly lineage: readonly string[];
  /** First post of it, as far as posts until now tell. */
  from_s: number;
  /** Where the detector's window began. */
  readonly since_s: number;
  /** Whether it was told before its place was known; not so what looks like an echo of an event before. */
  readonly told: boolean;
  quake: PublishedQuake | undefined;
  probability: number;
  /** Whether the time has passed in which a quake behind it would have been published. */
  overdue: boolean;
}

/** Posts that are remembered, to find where a burst began. */
const remembered = 512;
/** Lags beyond this many means of late bursts do not happen. */
const lateMeans = 6;

/** What the watch took in and what became of it. */
export interface WatchCounts {
  posts: number;
  setAside: Record<string, number>;
  bursts: number;
  echoes: number;
  quakes: number;
}

/**
 * Watches posts, of which only times are known, and a catalogue that publishes quakes some minutes late. A burst is
 * told at once, without a place; when a quake is published that explains it better than anything else does, place
 * and magnitude are told too. Everything is decided with what had arrived by then: the same arrivals in the same
 * order give the same alerts.
 */
export class QuakeWatch {
  readonly counts: WatchCounts = { posts: 0, setAside: {}, bursts: 0, echoes: 0, quakes: 0 };
  readonly #fusion: Fusion;
  readonly #towns: Towns;
  readonly #publishDelay_s: number;
  readonly #detector = new BurstDetector();
  readonly #times_s: number[] = [];
  readonly #watched: Watched[] = [];
  readonly #seen = new Set<string>();
  #quakes: PublishedQuake[] = [];
  #begun_s = Number.POSITIVE_INFINITY;

  constructor(fusion: Fusion, towns: Towns, publishDelay_s: number) {
    this.#fusion = fusion;
    this.#towns = towns;
    this.#publishDelay_s = publishDelay_s;
  }

  /** Events of which something was told, and of how many the place. */
  get told(): { readonly events: number; readonly placed: number } {
    const told = this.#watched.filter((burst) => burst.told || burst.quake);
    return { events: told.length, placed: told.filter(({ quake }) => quake).length };
  }

  /** A post arrives. */
  post(posted_s: number): Alert[] {
    if (this.#isFlood(posted_s)) {
      this.#setAside('flood');
      return [];
    }
    const { taken, burst } = this.#detector.push(posted_s);
    if (taken !== 'counted') {
      this.#setAside(taken);
      return [];
    }
    this.counts.posts++;
    this.#begun_s = Math.min(this.#begun_s, posted_s);
    this.#remember(posted_s);
    return burst ? this.#begin(burst) : [];
  }

  /** The catalogue publishes a quake. The same quake again, as backfill has it, changes nothing. */
  quake(observation: Observation): Alert[] {
    const key = `${observation.id}/${observation.revision}`;
    if (this.#seen.has(key)) {
      this.#setAside('duplicate');
      return [];
    }
    this.#seen.add(key);
    const quake = quakeOf(observation, this.#towns, this.#fusion);
    if (!quake) {
      this.#setAside('bad-number');
      return [];
    }
    this.counts.quakes++;
    this.#quakes = this.#recent(quake.published_s).filter(({ id }) => id !== quake.id);
    this.#quakes.push(quake);
    return this.#watched.flatMap((watched) =>
      quake.origin_s < watched.from_s && watched.from_s - quake.origin_s < this.#longest_s
        ? this.#judge(watched, quake.published_s)
        : [],
    );
  }

  /** Time has passed. Where a quake would have been published by now and none was, that is told, as of when it was due. */
  pass(now_s: number): Alert[] {
    return this.#watched.flatMap((watched) => {
      const due_s = watched.from_s + this.#publishDelay_s;
      if (watched.overdue || now_s <= due_s) return [];
      watched.overdue = true;
      return watched.quake || !watched.told ? [] : this.#judge(watched, due_s);
    });
  }

  get #longest_s(): number {
    return lateMeans * this.#fusion.lateMean_s;
  }

  #recent(now_s: number): PublishedQuake[] {
    // A burst is attached as long as its quake may still be published.
    const oldest_s = now_s - this.#publishDelay_s - 2 * this.#longest_s;
    return this.#quakes.filter(({ origin_s }) => origin_s >= oldest_s);
  }

  /** Whether more posts came in this second than people write: they would all be of one program. */
  #isFlood(posted_s: number): boolean {
    const times = this.#times_s;
    let same = 0;
    while (same < times.length && times[times.length - 1 - same] === posted_s) same++;
    if (same < this.#fusion.atOnce) return false;
    const before = times.length - same;
    const span_s = Math.max(1, posted_s - (times[0] as number));
    return same >= (this.#fusion.atOnceOfUsual * before) / span_s;
  }

  #remember(posted_s: number): void {
    const times = this.#times_s;
    let place = times.length;
    while (place > 0 && (times[place - 1] as number) > posted_s) place--;
    times.splice(place, 0, posted_s);
    if (times.length > remembered) times.shift();
  }

  #begin(burst: Burst): Alert[] {
    this.counts.bursts++;
    const { from_s, posts } = onsetOf(this.#times_s, burst.since_s, burst.at_s);
    const after_s = this.#watched.findLast((watched) => watched.told || watched.quake)?.from_s;
    const unexplained = this.#watched.filter((watched) => !watched.quake).length;
    const heard_s = from_s - this.#begun_s;
    const fresh = { from_s, unexplained, heard_s, ...(after_s === undefined ? {} : { after_s }) };
    const { anyQuake, again } = this.#explain(fresh, burst.at_s);
    const told = again < 0.5;
    if (!told) this.counts.echoes++;
    const watched: Watched = {
      ...fresh,
      since_s: burst.since_s,
      event: `event-${compact(from_s)}`,
      lineage: [`posts/${unixText(from_s)}/${unixText(burst.at_s)}/${posts}`],
      told,
      quake: undefined,
      probability: anyQuake,
      overdue: false,
    };
    this.#watched.push(watched);
    const first = told ? [alertOf(watched, burst.at_s)] : [];
    return [...first, ...this.#judge(watched, burst.at_s)];
  }

  /** Tells of a burst again where a quake explains it now, another than before, or with other certainty. */
  #judge(watched: Watched, now_s: number): Alert[] {
    this.#lookBack(watched, now_s);
    const { quake, probability, anyQuake } = this.#explain(watched, now_s);
    const held = probability >= this.#fusion.attachAt ? quake : undefined;
    if (!held && !watched.quake && !watched.overdue) return [];
    const confidence = held ? probability : anyQuake;
    const same = held?.id === watched.quake?.id;
    if (same && Math.abs(confidence - watched.probability) < this.#fusion.tellAgainAt) return [];
    watched.quake = held;
    watched.probability = confidence;
    return [alertOf(watched, now_s)];
  }

  /** With more posts a burst is seen to have begun earlier; where it begins to swell later is not its beginning. */
  #lookBack(watched: Watched, now_s: number): void {
    const { from_s } = onsetOf(this.#times_s, watched.since_s, now_s);
    watched.from_s = Math.min(watched.from_s, from_s);
  }

  #explain(burst: Unexplained, now_s: number): Explanation {
    return explain(burst, this.#quakes, now_s, this.#publishDelay_s, this.#fusion);
  }

  #setAside(reason: Exclude<Taken, 'counted'> | 'duplicate' | 'bad-number' | 'flood'): void {
    this.counts.setAside[reason] = (this.counts.setAside[reason] ?? 0) + 1;
  }
}

const compact = (time_s: number): string => unixText(time_s).replaceAll(/[-:]/g, '');

function alertOf({ event, from_s, lineage, quake, probability }: Watched, decided_s: number): Alert {
  return {
    event,
    at: unixText(quake?.origin_s ?? from_s),
    decidedAt: unixText(decided_s),
    latitude_deg: quake?.place.latitude_deg ?? null,
    longitude_deg: quake?.place.longitude_deg ?? null,
    radius_km: quake ? Math.round(quake.strong_m / 100) / 10 : null,
    confidence: Math.round(probability * 1e4) / 1e4,
    senses: quake ? ['posts', 'quakes'] : ['posts'],
    lineage: quake ? [...lineage, `quake/${quake.id}`] : lineage,
  };
}
