import { isPlace, numberOf, placeOf, unixTime_s } from '../wire/globe.ts';
import { type Loose, listOf, looseOf } from '../wire/json.ts';
import { type SetAside, setAside } from '../wire/observation.ts';
import type { Detection } from './detection.ts';

/** Positions of a file, by time, and apart from them the names that only scoring may see. */
export interface PositionTable {
  readonly detections: readonly Detection[];
  readonly aircraft: readonly (string | undefined)[];
  readonly flights: readonly (string | undefined)[];
  readonly setAside: readonly SetAside[];
}

const foot_m = 0.3048;
const knot_mperS = 1852 / 3600;
/** Times above this are milliseconds: as seconds they would be in the year 5138. */
const mostSeconds = 1e11;

/**
 * Reads positions as JSON: an array of records, one record a line, or columns (`{column: {row: value}}` as pandas
 * writes them, or `{column: [values]}`). Names and units are those of OpenSky's `traffic`: `timestamp` in ms, s or
 * ISO 8601, `latitude`, `longitude`, and as far as they are there `altitude` and `geoaltitude` in ft, `groundspeed`
 * in kt, `track` in degrees, `vertical_rate` in ft/min; for scoring `icao24` and `flight_id` or `callsign`.
 * Undefined where the text is none of these. `until_s` is the moment after which nothing can have happened.
 */
export function readPositions(text: string, until_s: number): PositionTable | undefined {
  const records = recordsOf(text);
  if (records === undefined) return undefined;
  const rows: { detection: Detection; record: Loose }[] = [];
  const aside: SetAside[] = [];
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const at = `row ${index + 1}`;
    const detection =
      record === undefined ? setAside('wrong-shape', at) : detectionOf(record, index, until_s, at);
    if ('setAside' in detection) aside.push(detection);
    else {
      const key = `${nameOf(record!) ?? ''}/${detection.time_s}/${detection.latitude_deg}/${detection.longitude_deg}`;
      if (seen.has(key)) aside.push(setAside('duplicate', at));
      else rows.push({ detection, record: record! });
      seen.add(key);
    }
  }
  rows.sort((a, b) => a.detection.time_s - b.detection.time_s || a.detection.index - b.detection.index);
  return {
    detections: rows.map(({ detection }) => detection),
    aircraft: rows.map(({ record }) => nameOf(record)),
    flights: rows.map(({ record }) => flightOf(record)),
    setAside: aside,
  };
}

function detectionOf(record: Loose, index: number, until_s: number, at: string): Detection | SetAside {
  const time_s = timeOf(record.timestamp ?? record.time ?? record.last_position);
  if (time_s === undefined) return setAside('no-time', at);
  if (time_s > until_s) return setAside('future', at);
  const place = placeOf(record.latitude ?? record.lat, record.longitude ?? record.lon, 0);
  if (!isPlace(place)) return setAside(place, at);
  const altitude_ft = measured(record.altitude ?? record.baroaltitude);
  const speed = measured(record.groundspeed ?? record.velocity) * knot_mperS;
  const track = (measured(record.track ?? record.heading) * Math.PI) / 180;
  const hundreds = altitude_ft / 100;
  return {
    index,
    time_s,
    latitude_deg: place.latitude_deg,
    longitude_deg: place.longitude_deg,
    east_mperS: speed * Math.sin(track),
    north_mperS: speed * Math.cos(track),
    altitude_m: altitude_ft * foot_m,
    climb_mperS: measured(record.vertical_rate ?? record.vertrate) * (foot_m / 60),
    pressureGap_m: (measured(record.geoaltitude) - altitude_ft) * foot_m,
    coarse: Number.isNaN(hundreds) ? undefined : Math.abs(hundreds - Math.round(hundreds)) < 1e-6,
  };
}

const measured = (value: unknown): number => numberOf(value) ?? Number.NaN;

function timeOf(value: unknown): number | undefined {
  const number = numberOf(value);
  if (number === undefined) return unixTime_s(value);
  return Math.abs(number) > mostSeconds ? number / 1000 : number;
}

function nameOf(record: Loose): string | undefined {
  const name = record.icao24 ?? record.hex ?? record.mmsi ?? record.id;
  return name === undefined || name === null || name === '' ? undefined : String(name);
}

function flightOf(record: Loose): string | undefined {
  const name = nameOf(record);
  const flight = record.flight_id ?? record.callsign;
  return name === undefined || flight === undefined || flight === null ? name : `${name}/${String(flight)}`;
}

function recordsOf(text: string): (Loose | undefined)[] | undefined {
  const parsed = parse(text);
  if (Array.isArray(parsed)) return parsed.map(looseOf);
  const columns = looseOf(parsed);
  if (columns === undefined) return linesOf(text);
  if (Array.isArray(columns.data) || Array.isArray(columns.records)) {
    return listOf(columns.data ?? columns.records).map(looseOf);
  }
  const rows = Object.keys(looseOf(columns.latitude) ?? (columns.latitude as object | undefined) ?? {});
  // A single record on a single line is a file of one.
  if (rows.length === 0) return columns.latitude === undefined ? undefined : [columns];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, (values as Loose)?.[row]])),
  );
}

function linesOf(text: string): (Loose | undefined)[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const records = lines.map((line) => looseOf(parse(line)));
  return records.some((record) => record?.latitude !== undefined) ? records : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
