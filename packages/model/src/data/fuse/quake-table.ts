import { csvRows } from '../../evidence/csv.ts';
import { isPlace, numberOf, placeOf, unixTime_s, valuesOf } from '../wire/globe.ts';
import { type Arrival, type Observation, type Reading, setAside } from '../wire/observation.ts';

/** Names that a column goes by: ours, and those of the USGS's own tables. */
const names = {
  id: ['id'],
  time: ['time_utc', 'time'],
  latitude: ['latitude_deg', 'latitude', 'lat'],
  longitude: ['longitude_deg', 'longitude', 'lon'],
  depth_km: ['depth_km', 'depth'],
  magnitude: ['magnitude', 'mag'],
} as const;
type Name = keyof typeof names;
const needed: readonly Name[] = ['time', 'latitude', 'longitude', 'magnitude'];

/** Error of a position where the table gives none. Assumed, by us, 2026-11. */
const epicentreRadius_m = 10_000;

/** What a table of quakes holds, or which columns it lacks. */
export type QuakeTable =
  | { readonly readings: readonly Reading[] }
  | { readonly missing: readonly string[]; readonly line: number };

/**
 * Reads a table of quakes (CSV, columns in any order). Every row becomes an observation or is set aside with a
 * reason; a row that is there twice under one id is a duplicate.
 *
 * @param published when a quake that happened at a time is published, Unix seconds
 */
export function readQuakeTable(
  text: string,
  arrival: Pick<Arrival, 'source'>,
  published: (origin_s: number) => number,
): QuakeTable {
  const [head, ...rows] = csvRows(text);
  const columns = columnsOf(head?.cells ?? []);
  const missing = needed.filter((name) => columns[name] === undefined).map((name) => names[name][0]);
  if (missing.length > 0) return { missing, line: head?.line ?? 1 };
  const seen = new Set<string>();
  const readings = rows.map(({ cells, line }) => {
    const cell = (name: Name): string => cells[columns[name] ?? -1] ?? '';
    const reading = quakeOf(cell, line, arrival.source, published);
    if ('setAside' in reading) return reading;
    if (seen.has(reading.id)) return setAside('duplicate', `line ${line}`);
    seen.add(reading.id);
    return reading;
  });
  return { readings };
}

function columnsOf(head: readonly string[]): { readonly [N in Name]?: number } {
  const lower = head.map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, known]) => {
      const at = lower.findIndex((text) => (known as readonly string[]).includes(text));
      return at < 0 ? [] : [[name, at]];
    }),
  );
}

function quakeOf(
  cell: (name: Name) => string,
  line: number,
  source: string,
  published: (origin_s: number) => number,
): Observation | ReturnType<typeof setAside> {
  const at = `line ${line}`;
  const observed_s = unixTime_s(cell('time'));
  if (observed_s === undefined) return setAside('no-time', at);
  const place = placeOf(cell('latitude'), cell('longitude'), epicentreRadius_m);
  if (!isPlace(place)) return setAside(place, at);
  const magnitude = numberOf(cell('magnitude'));
  if (magnitude === undefined || Math.abs(magnitude) > largestMagnitude) return setAside('bad-number', at);
  const depth_km = numberOf(cell('depth_km'));
  return {
    kind: 'quake',
    id: cell('id') || `${cell('time')}/${place.latitude_deg}/${place.longitude_deg}`,
    source,
    revision: 0,
    observed_s,
    received_s: published(observed_s),
    place,
    values: valuesOf({ magnitude, depth_m: depth_km === undefined ? undefined : depth_km * 1000 }),
  };
}

/** No fault on Earth is long enough for more. */
const largestMagnitude = 10;
