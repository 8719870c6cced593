import { keyOf } from './names.ts';
import type { Place } from './place.ts';
import { middleOf } from './region-shape.ts';
import type { GazetteerTables, TownRow } from './tables.ts';

/** Places by their names. */
export class Gazetteer {
  readonly #byKey = new Map<string, Place[]>();
  /** Keys by their first letters, for names that are misspelt or cut off. */
  readonly #byStart = new Map<string, string[]>();
  /** People by country, and by region. */
  readonly #people = new Map<string, number>();
  #world = 0;

  constructor(named: Iterable<readonly [name: string, place: Place]>) {
    for (const [name, place] of named) {
      const key = keyOf(name);
      if (key === '') continue;
      this.#count(place);
      const there = this.#byKey.get(key);
      if (there === undefined) this.#byKey.set(key, [place]);
      else if (!there.includes(place)) there.push(place);
    }
    for (const key of this.#byKey.keys()) {
      const start = key.slice(0, 2);
      const keys = this.#byStart.get(start);
      if (keys === undefined) this.#byStart.set(start, [key]);
      else keys.push(key);
    }
  }

  #count({ kind, country, region, people }: Place): void {
    const key = kind === 'country' ? country : kind === 'region' ? region : undefined;
    if (key === undefined || this.#people.has(key)) return;
    this.#people.set(key, people);
    if (kind === 'country') this.#world += people;
  }

  /** People of the world, of a place's country, and of its region, as far as they are counted. */
  peopleAround({
    country,
    region,
    people,
  }: Place): readonly [world: number, country: number, region: number] {
    const inCountry = Math.max(people, this.#people.get(country) ?? this.#world);
    return [this.#world, inCountry, Math.max(people, this.#people.get(region) ?? inCountry)];
  }

  get size(): number {
    return this.#byKey.size;
  }

  named(name: string): readonly Place[] {
    return this.#byKey.get(keyOf(name)) ?? [];
  }

  /** Places whose names a misspelt or cut-off one may mean: one letter wrong, or the rest missing. */
  nearly(name: string): readonly Place[] {
    const key = keyOf(name);
    if (key.length < shortestFuzzy) return [];
    const keys = this.#byStart.get(key.slice(0, 2)) ?? [];
    return keys
      .filter(
        (other) => (other.startsWith(key) && other.length - key.length <= cutOff) || oneApart(key, other),
      )
      .flatMap((other) => this.#byKey.get(other)!);
  }
}

const shortestFuzzy = 6;
/** A post that is cut off loses so many letters of a name. */
const cutOff = 4;

/** Whether one letter more, less or other, or two swapped, makes one word the other. */
function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB ||
    restB.slice(1) === restA ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/**
 * Every name with what it means: countries, regions, counties, towns, letters of states, and other names (`alias` to
 * the name that the tables have; of several places of that name the largest).
 */
export function* namesOf(
  tables: GazetteerTables,
  regionAliases: ReadonlyMap<string, string> = new Map(),
  aliases: ReadonlyMap<string, string> = new Map(),
): Generator<readonly [string, Place]> {
  const regions = new Map<string, Place>();
  const meant = new Map<string, Place[]>([...aliases.values()].map((name) => [keyOf(name), []]));
  for (const [name, place] of tableNames(tables)) {
    yield [name, place];
    meant.get(keyOf(name))?.push(place);
    if (place.kind === 'region') regions.set(place.region, place);
  }
  for (const [letters, key] of regionAliases) {
    const region = regions.get(key);
    if (region !== undefined) yield [letters, region];
  }
  for (const [alias, name] of aliases) {
    const [largest] = (meant.get(keyOf(name)) ?? []).toSorted((a, b) => b.people - a.people);
    if (largest !== undefined) yield [alias, largest];
  }
}

function* tableNames(tables: GazetteerTables): Generator<readonly [string, Place]> {
  const byRegion = Map.groupBy(tables.towns, ({ country, region }) => `${country}.${region}`);
  const byCounty = Map.groupBy(
    tables.towns,
    ({ country, region, county }) => `${country}.${region}.${county}`,
  );
  const byCountry = Map.groupBy(tables.towns, ({ country }) => country);
  for (const country of tables.countries) {
    const towns = byCountry.get(country.code) ?? [];
    const middle = country.middle ?? middleOf(towns);
    if (middle === undefined) continue;
    const [name = country.code] = country.names;
    const place: Place = {
      ...middle,
      name,
      kind: 'country',
      people: peopleOf(towns),
      country: country.code,
      region: '',
    };
    for (const other of country.names) yield [other, place];
  }
  for (const [key, name] of tables.regions) {
    const place = areaOf(name, 'region', key, byRegion.get(key));
    if (place === undefined) continue;
    yield [name, place];
    for (const plain of withoutKind(name)) yield [plain, place];
    const code = key.slice(3);
    if (/^\p{Lu}{2}$/u.test(code) && lettered.has(key.slice(0, 2))) yield [code, place];
  }
  for (const [key, name] of tables.counties) {
    const place = areaOf(name, 'county', key, byCounty.get(key));
    if (place === undefined) continue;
    yield [name, place];
    for (const plain of withoutKind(name)) yield [plain, place];
  }
  for (const town of tables.towns) yield [town.name, townPlace(town)];
}

/** Countries whose states people write by their letters. */
const lettered = new Set(['US']);

function areaOf(
  name: string,
  kind: 'region' | 'county',
  key: string,
  towns: readonly TownRow[] | undefined,
): Place | undefined {
  const middle = middleOf(towns ?? []);
  if (middle === undefined) return undefined;
  const [country = '', region = ''] = key.split('.');
  return { ...middle, name, kind, people: peopleOf(towns!), country, region: `${country}.${region}` };
}

/** A town's reach grows with its people: some four thousand live on a square kilometre. Assumed, by us, 2026-11. */
const townPlace = ({ name, latitude_deg, longitude_deg, people, country, region }: TownRow): Place => ({
  name,
  kind: 'town',
  latitude_deg,
  longitude_deg,
  radius_km: Math.max(2, Math.sqrt(people / 4000 / Math.PI)),
  people,
  country,
  region: `${country}.${region}`,
});

const peopleOf = (towns: readonly TownRow[]): number => towns.reduce((sum, { people }) => sum + people, 0);

const kinds =
  /^(?:provincia de|province of|provincia di|estado de|state of|region of|regione|departamento de|département de la|département du|région de|county of|city of)\s+|\s+(?:province|state|region|county|parish|district|governorate|department|prefecture|oblast|republic|municipality|census area|borough|city and borough|regional district|division|zone|voivodeship|kray|territory|canton|council|shire|department|islands region)$/iu;

/** `Manicaland Province` is also called Manicaland. */
function withoutKind(name: string): string[] {
  const plain = name.replace(kinds, '').trim();
  return plain === name || plain === '' ? [] : [plain];
}
