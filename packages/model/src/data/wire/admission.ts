import {
  isSetAside,
  type Observation,
  type Reading,
  type SetAsideReason,
  setAside,
  setAsideReasons,
} from './observation.ts';

/** What an intake tolerates. All assumed, by us, 2026-11; a feed may be given others. */
export interface AdmissionLimits {
  /** A sender's clock may run ahead by this; what claims to be later still is set aside. */
  readonly skew_s: number;
  /** Older than this on arrival is history, and comes in by another door. */
  readonly oldest_s: number;
  /** For at least so long an id is remembered, and at most twice as long. */
  readonly remembered_s: number;
  /** What one source may bring for good, and at once. */
  readonly flood_perS: number;
  readonly floodBurst: number;
}

export const admissionLimits: AdmissionLimits = {
  skew_s: 120,
  oldest_s: 30 * 86_400,
  remembered_s: 86_400,
  flood_perS: 20_000,
  floodBurst: 100_000,
};

/**
 * The gate between wire and store: lets every observation through once, whatever order it comes in, and counts
 * what it sets aside by reason. Takes its time from the observations' own `received_s`.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #counts = Object.fromEntries(setAsideReasons.map((reason) => [reason, 0])) as Record<
    SetAsideReason,
    number
  >;
  readonly #buckets = new Map<string, { tokens: number; at_s: number }>();
  #recent = new Map<string, number>();
  #older = new Map<string, number>();
  #turned_s = Number.NEGATIVE_INFINITY;
  #admitted = 0;

  constructor(limits: AdmissionLimits = admissionLimits) {
    this.#limits = limits;
  }

  /** The observation, with its time no later than its arrival; or why it does not come in. */
  admit(reading: Reading): Reading {
    const judged = isSetAside(reading) ? reading : this.#judge(reading);
    if (isSetAside(judged)) this.#counts[judged.setAside]++;
    else this.#admitted++;
    return judged;
  }

  /** Marks what is stored already, so that what is sent again after a restart is known. */
  remember({ source, id, revision }: Pick<Observation, 'source' | 'id' | 'revision'>): void {
    this.#recent.set(`${source}\n${id}`, revision);
  }

  /** How many came in, and how many were set aside for each reason that occurred. */
  get counts(): { readonly admitted: number; readonly setAside: Partial<Record<SetAsideReason, number>> } {
    const occurred = Object.entries(this.#counts).filter(([, count]) => count > 0);
    return { admitted: this.#admitted, setAside: Object.fromEntries(occurred) };
  }

  #judge(observation: Observation): Reading {
    const { observed_s, received_s } = observation;
    if (observed_s > received_s + this.#limits.skew_s) return setAside('future');
    if (observed_s < received_s - this.#limits.oldest_s) return setAside('too-old');
    // Before the flood gate: what is known already costs nothing, and must not use up what new things may.
    if (this.#known(observation)) return setAside('duplicate');
    if (!this.#takes(observation)) return setAside('flood');
    this.remember(observation);
    return observed_s > received_s ? { ...observation, observed_s: received_s } : observation;
  }

  #known({ source, id, revision, received_s }: Observation): boolean {
    if (received_s >= this.#turned_s + this.#limits.remembered_s) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#turned_s = received_s;
    }
    const key = `${source}\n${id}`;
    const before = this.#recent.get(key) ?? this.#older.get(key);
    return before !== undefined && before >= revision;
  }

  #takes({ source, received_s }: Observation): boolean {
    const { flood_perS, floodBurst } = this.#limits;
    const bucket = this.#buckets.get(source) ?? { tokens: floodBurst, at_s: received_s };
    this.#buckets.set(source, bucket);
    const waited_s = Math.max(0, received_s - bucket.at_s);
    bucket.tokens = Math.min(floodBurst, bucket.tokens + waited_s * flood_perS);
    bucket.at_s = Math.max(bucket.at_s, received_s);
    if (bucket.tokens < 1) return false;
    bucket.tokens--;
    return true;
  }
}
