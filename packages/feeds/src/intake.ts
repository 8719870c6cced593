import { Admission, type AdmissionLimits } from '@kardashev/model/data/wire/admission.ts';
import { isSetAside, type Observation, type WireFormat } from '@kardashev/model/data/wire/observation.ts';
import { FeedWatch, type Freshness, type FreshnessLimits } from '@kardashev/model/data/wire/watch.ts';

/** One source on its way in: payloads of a wire format become admitted observations, and its freshness is watched. */
export class Intake {
  readonly #source: string;
  readonly #format: WireFormat;
  readonly #admission: Admission;
  readonly #watch: FeedWatch;

  constructor(source: string, format: WireFormat, limits: AdmissionLimits, freshness: FreshnessLimits) {
    this.#source = source;
    this.#format = format;
    this.#admission = new Admission(limits);
    this.#watch = new FeedWatch(freshness);
  }

  /** Observations of a payload that come in now. */
  take(payload: string, received_s: number): Observation[] {
    this.#watch.heard(received_s);
    const admitted: Observation[] = [];
    for (const reading of this.#format(payload, { received_s, source: this.#source })) {
      if (!isSetAside(reading)) this.#watch.told(reading.observed_s, received_s);
      const judged = this.#admission.admit(reading);
      if (!isSetAside(judged)) admitted.push(judged);
    }
    return admitted;
  }

  /** The source is there, and has nothing new. */
  alive(received_s: number): void {
    this.#watch.heard(received_s);
  }

  /** What is stored already comes in no more. */
  remember(name: Pick<Observation, 'source' | 'id' | 'revision'>): void {
    this.#admission.remember(name);
  }

  get counts(): Admission['counts'] {
    return this.#admission.counts;
  }

  freshness(now_s: number): Freshness {
    return this.#watch.at(now_s);
  }
}
