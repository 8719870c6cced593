import type { Place } from './place.ts';

/** Where a stream of posts has spoken of so far; what it spoke of last counts most. */
export class Whereabouts {
  readonly #countries = new Map<string, number>();
  readonly #regions = new Map<string, number>();
  readonly #places = new Map<Place, number>();
  #weight = 0;
  /** Growing weights do what forgetting would, without touching what is old. */
  #unit = 1;

  /** Adds a place; `certainty` from 0 to 1 is how sure it is. */
  add(place: Place, certainty: number): void {
    if (place.country === '') return;
    if (this.#unit > largestUnit) this.#rescale();
    this.#unit *= 1 + 1 / memory_mentions;
    const weight = this.#unit * certainty;
    this.#weight += weight;
    add(this.#countries, place.country, weight);
    add(this.#places, place, weight);
    if (place.region !== '') add(this.#regions, place.region, weight);
  }

  /** Share of the stream that spoke of a place's country, and of its region. */
  shares({ country, region }: Place): readonly [country: number, region: number] {
    const known = this.#weight + this.#unit * doubt_mentions;
    return [(this.#countries.get(country) ?? 0) / known, (this.#regions.get(region) ?? 0) / known];
  }

  /** The place spoken of most, of these kinds; undefined where none was. */
  commonest(kinds: readonly Place['kind'][]): { readonly place: Place; readonly share: number } | undefined {
    let best: Place | undefined;
    let most = 0;
    for (const [place, weight] of this.#places) {
      if (weight <= most || !kinds.includes(place.kind)) continue;
      most = weight;
      best = place;
    }
    return best === undefined ? undefined : { place: best, share: most / this.#weight };
  }

  #rescale(): void {
    for (const weights of [this.#countries, this.#regions] as const) divide(weights, this.#unit);
    divide(this.#places, this.#unit);
    this.#weight /= this.#unit;
    this.#unit = 1;
  }
}

function add<K>(weights: Map<K, number>, key: K, weight: number): void {
  weights.set(key, (weights.get(key) ?? 0) + weight);
}

/** What has faded to nothing is forgotten, so that a stream of years stays as small as one of days. */
function divide<K>(weights: Map<K, number>, by: number): void {
  for (const [key, weight] of weights) {
    if (weight / by < faded) weights.delete(key);
    else weights.set(key, weight / by);
  }
}

/** Assumed, by us, 2026-11: an event keeps its place for about so many mentions, and one mention is no event yet. */
const memory_mentions = 400;
const doubt_mentions = 3;
const largestUnit = 1e9;
const faded = 1e-3;
