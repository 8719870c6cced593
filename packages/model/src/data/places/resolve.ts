import { type Candidate, candidatesOf } from './candidates.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Cue, keyOf, wordsOf } from './names.ts';
import { distance_km, type Place } from './place.ts';
import { Whereabouts } from './stream.ts';

/** Where a mention is. */
export interface Resolved {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly radius_km: number;
  /** What it was taken for; undefined where only its surroundings are known. */
  readonly place: Place | undefined;
}

/*
 * Assumed, by us, 2026-11, as natural logarithms of odds. Large places are spoken of more; a place in the country, in
 * the region, near to others that the post or the stream speaks of is hundreds of times likelier than elsewhere.
 */
const people = { weight: 0.8, least: 300 };
const context = { weight: 2000, country: 0.3, region: 0.7 };
const beside = { region: 1, country: 0.4, near: 0.6, near_km: 150 };
const level: Readonly<Record<Place['kind'], number>> = { continent: 8, country: 3, region: 0, county: -3, town: 0 };
const cued: Readonly<Record<Cue, Partial<Record<Place['kind'], number>>>> = {
  county: { county: 6, region: 1, country: -4, continent: -8 },
  region: { region: 5 },
  town: { town: 3, county: -2, region: -1 },
  feature: {},
};
/** A name that agrees in part only, or with a letter wrong, must be borne out by what is known of where. */
const leastContext = 0.02;

/** Finds places in a stream of posts, by name, size and what else was spoken of. */
export class PlaceFinder {
  readonly #gazetteer: Gazetteer;
  readonly #stream = new Whereabouts();

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** Where the mentions of one post are, in their order; undefined where nothing is known. The stream moves on. */
  find(text: string, mentions: readonly string[]): (Resolved | undefined)[] {
    const all = mentions.map((mention) => candidatesOf(mention, this.#gazetteer));
    const hints = this.#hints(text);
    let chosen: (Place | undefined)[] = all.map(() => undefined);
    // First each by itself, then beside what the others were taken for.
    for (let round = 0; round < 2; round++) {
      chosen = all.map(({ all: candidates, cue }, index) => {
        const others = chosen.filter((place, other) => other !== index && place !== undefined) as Place[];
        return this.#best(candidates, cue, [...others, ...hints]);
      });
    }
    const resolved = chosen.map((place) => (place === undefined ? this.#around(chosen, hints) : at(place)));
    for (const place of new Set(chosen)) if (place !== undefined) this.#stream.add(place, 1);
    return resolved;
  }

  #best(candidates: readonly Candidate[], cue: Cue | undefined, others: readonly Place[]): Place | undefined {
    let best: Place | undefined;
    let highest = Number.NEGATIVE_INFINITY;
    for (const { place, agreement } of candidates) {
      const near = this.#context(place, others);
      if (agreement <= -3 && near < leastContext) continue;
      const odds =
        agreement +
        people.weight * Math.log(place.people + people.least) +
        level[place.kind] +
        (cue === undefined ? 0 : (cued[cue][place.kind] ?? 0)) +
        Math.log(1 + context.weight * near);
      if (odds <= highest) continue;
      highest = odds;
      best = place;
    }
    return best;
  }

  /** How much speaks of a place's surroundings. */
  #context(place: Place, others: readonly Place[]): number {
    const [country, region] = this.#stream.shares(place);
    let near = context.country * country + context.region * (place.region === '' ? country : region);
    for (const other of others) {
      if (other === place) continue;
      if (other.region !== '' && other.region === place.region) near += beside.region;
      else if (other.country !== '' && other.country === place.country) near += beside.country;
      if (other.kind !== 'country' && distance_km(other, place) < beside.near_km) near += beside.near;
    }
    return near;
  }

  /** Countries and regions that the text speaks of outside its mentions, hashtags as well. */
  #hints(text: string): Place[] {
    const words = wordsOf(text.replaceAll(/https?:\S+|@\w+/gu, ' '));
    const hints = new Set<Place>();
    for (let from = 0; from < words.length; from++) {
      if (!/^\p{Lu}/u.test(words[from]!)) continue;
      for (const size of [2, 1]) {
        const name = words.slice(from, from + size).join(' ');
        if (keyOf(name).length < shortestHint) continue;
        const areas = this.#gazetteer.named(name).filter(({ kind }) => kind === 'country' || kind === 'region');
        const [largest] = areas.toSorted((a, b) => b.people - a.people);
        if (largest !== undefined && largest.people > leastHint_people) hints.add(largest);
      }
    }
    return [...hints];
  }

  /** Where a mention is that no name is known for: with the smallest place beside it, else where the stream is. */
  #around(chosen: readonly (Place | undefined)[], hints: readonly Place[]): Resolved | undefined {
    const beside = [...chosen, ...hints]
      .filter((place) => place !== undefined)
      .toSorted((a, b) => a.radius_km - b.radius_km)
      .find(({ kind }) => kind !== 'continent');
    if (beside !== undefined && (beside.kind === 'town' || beside.kind === 'county')) return surroundings(beside);
    const town = this.#stream.commonest(['town', 'county']);
    const area = beside ?? this.#stream.commonest(['region', 'country'])?.place;
    const inside = town !== undefined && (area === undefined || within(town.place, area));
    if (inside) return surroundings(town.place, area);
    return area === undefined ? undefined : surroundings(area);
  }
}

const shortestHint = 5;
const leastHint_people = 100_000;
/** What is beside a town is within its reach: assumed, by us, 2026-11. */
const surrounding_km = 25;

const at = (place: Place): Resolved => ({
  latitude_deg: place.latitude_deg,
  longitude_deg: place.longitude_deg,
  radius_km: place.radius_km,
  place,
});

const surroundings = ({ latitude_deg, longitude_deg, radius_km }: Place, area?: Place): Resolved => ({
  latitude_deg,
  longitude_deg,
  radius_km: Math.max(surrounding_km, radius_km, area === undefined ? 0 : area.radius_km / 2),
  place: undefined,
});

const within = (place: Place, area: Place): boolean =>
  area.kind === 'country' ? place.country === area.country : place.region === area.region;
