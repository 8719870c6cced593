import { Remembered } from '@kardashev/kernels/numeric/remembered.ts';
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
 * Assumed, by us, 2026-11. Large places are spoken of more, a little less than in proportion to their people. Of what a
 * stream speaks of, so much is in the region that it has spoken of, so much in the country, and so much anywhere; what
 * stands in the same post counts twice what went before.
 */
const people = { power: 0.8, least: 300 };
const context = { region: 0.6, country: 0.3, near: 0.3, world: 0.1 };
const samePost = 2;
const near = { reach_km: 150, people: 300_000 };
/** Kinds of place that a bare name speaks of, and with a word such as `county` beside it: natural logarithms of odds. */
const level: Readonly<Record<Place['kind'], number>> = {
  continent: 8,
  country: 2,
  region: 0,
  county: -3,
  town: 0,
};
const cued: Readonly<Record<Cue, Partial<Record<Place['kind'], number>>>> = {
  county: { county: 6, region: 1, country: -4, continent: -8 },
  region: { region: 5 },
  town: { town: 3, county: -2, region: -1 },
  feature: {},
};
/** Agreement from which on a name does not speak for itself. */
const uncertain = -3;
/** A name that agrees in part only, or with a letter wrong, must be borne out by what is known of where. */
const leastContext = 0.1;

/** Shares of what was spoken of, from 0 to 1. */
interface Shares {
  readonly country: number;
  readonly region: number;
  readonly near: number;
}

/** Names that are remembered: so many are a few megabytes. */
const mostNames = 20_000;

/** Finds places in a stream of posts, by name, size and what else was spoken of. */
export class PlaceFinder {
  readonly #gazetteer: Gazetteer;
  readonly #stream = new Whereabouts();
  /** What names mean never changes, and the same are said again and again. */
  readonly #candidates = new Remembered<string, ReturnType<typeof candidatesOf>>(mostNames);
  readonly #areas = new Remembered<string, Place | undefined>(mostNames);

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** Where the mentions of one post are, in their order; undefined where nothing is known. The stream moves on. */
  find(text: string, mentions: readonly string[]): (Resolved | undefined)[] {
    const all = mentions.map((mention) =>
      this.#candidates.of(mention, () => candidatesOf(mention, this.#gazetteer)),
    );
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
      const shares = this.#shares(place, others);
      if (agreement <= uncertain && shares.region + shares.near < leastContext) continue;
      const odds =
        agreement +
        level[place.kind] +
        (cue === undefined ? 0 : (cued[cue][place.kind] ?? 0)) +
        Math.log(this.#likelihood(place, shares));
      if (odds <= highest) continue;
      highest = odds;
      best = place;
    }
    return best;
  }

  /** Chance that of all places it is this one that is spoken of. */
  #likelihood(place: Place, shares: Shares): number {
    const weight = (count: number) => (count + people.least) ** people.power;
    const own = weight(place.people);
    const [world, country, region] = this.#gazetteer.peopleAround(place);
    return (
      (context.world * own) / weight(world) +
      (context.country * shares.country * own) / weight(country) +
      (context.region * shares.region * own) / weight(region) +
      (context.near * shares.near * own) / (own + weight(near.people))
    );
  }

  /** How much of what was spoken of is in a place's country, in its region, and near to it. */
  #shares(place: Place, others: readonly Place[]): Shares {
    const [country, region] = this.#stream.shares(place);
    const beside = others.filter((other) => other !== place && other.country !== '');
    if (beside.length === 0) return { country, region, near: 0 };
    const share = (holds: (other: Place) => boolean) => beside.filter(holds).length / beside.length;
    const both = (stream: number, post: number) => (stream + samePost * post) / (1 + samePost);
    const regional = beside.filter((other) => other.region !== '');
    const regions = regional.filter((other) => other.region === place.region).length / (regional.length || 1);
    return {
      country: both(
        country,
        share((other) => other.country === place.country),
      ),
      region: regional.length === 0 ? region : both(region, regions),
      near: share((other) => other.kind !== 'country' && distance_km(other, place) < near.reach_km),
    };
  }

  /** Countries and regions that the text speaks of outside its mentions, hashtags as well. */
  #hints(text: string): Place[] {
    const words = wordsOf(text.replaceAll(/https?:\S+|@\w+/gu, ' '));
    const hints = new Set<Place>();
    for (let from = 0; from < words.length; from++) {
      if (!/^\p{Lu}/u.test(words[from]!)) continue;
      for (const size of [2, 1]) {
        const name = words.slice(from, from + size).join(' ');
        const area = this.#areas.of(name, () => this.#largestArea(name));
        if (area !== undefined) hints.add(area);
      }
    }
    return [...hints];
  }

  #largestArea(name: string): Place | undefined {
    if (keyOf(name).length < shortestHint) return undefined;
    const areas = this.#gazetteer.named(name).filter(({ kind }) => kind === 'country' || kind === 'region');
    const [largest] = areas.toSorted((a, b) => b.people - a.people);
    return largest !== undefined && largest.people > leastHint_people ? largest : undefined;
  }

  /** Where a mention is that no name is known for: with the smallest place beside it, else where the stream is. */
  #around(chosen: readonly (Place | undefined)[], hints: readonly Place[]): Resolved | undefined {
    const beside = [...chosen, ...hints]
      .filter((place) => place !== undefined)
      .toSorted((a, b) => a.radius_km - b.radius_km)
      .find(({ kind }) => kind !== 'continent');
    if (beside !== undefined && (beside.kind === 'town' || beside.kind === 'county'))
      return surroundings(beside);
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
