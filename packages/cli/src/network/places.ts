import { type CsvRow, csvRows } from '@kardashev/model/evidence/csv.ts';
import type { Pair } from '@kardashev/model/network/routing/round-trips.ts';
import type { Station } from '@kardashev/model/network/routing/stations.ts';
import { type Fault, failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { nearest } from '@kardashev/model/plan/nearest.ts';
import { radians } from '@kardashev/model/sky/angle.ts';

/** Columns of a file of pairs, in any order; others are left alone. */
const columns = [
  'from',
  'from_latitude_deg',
  'from_longitude_deg',
  'to',
  'to_latitude_deg',
  'to_longitude_deg',
] as const;

/** A place as the file has it, and the line where it was first named. */
export interface NamedPlace {
  readonly name: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly line: number;
}

export interface Pairs {
  readonly places: readonly NamedPlace[];
  /** Pairs by their places' numbers, in the file's order. */
  readonly pairs: readonly Pair[];
}

export const stationOf = ({ name, latitude_deg, longitude_deg }: NamedPlace): Station => ({
  name,
  latitude_rad: radians(latitude_deg),
  longitude_rad: radians(longitude_deg),
});

/** Reads pairs of places. Faults: `places/columns`, `places/empty`, `places/value`, `places/swapped`. */
export function readPairs(file: string, text: string): Outcome<Pairs> {
  const [head, ...rows] = csvRows(text);
  if (head === undefined || rows.length === 0) return failure(empty(file));
  const at = columns.map((name) => head.cells.findIndex((cell) => cell.trim() === name));
  const absent = columns.filter((_, index) => at[index] === -1);
  if (absent.length > 0) return failure(noColumns(file, head, absent));
  const places = new PlaceList();
  const faults: Fault[] = [];
  const pairs = rows.map(({ line, cells }): Pair => {
    const [from = '', fromLatitude, fromLongitude, to = '', toLatitude, toLongitude] = at.map(
      (column) => cells[column]?.trim() ?? '',
    );
    const read = (name: string, latitude = '', longitude = '') => {
      const cause = wrong(name, latitude, longitude);
      if (cause !== undefined) faults.push(valueFault(file, line, name, cause));
      return places.number({ name, latitude_deg: Number(latitude), longitude_deg: Number(longitude), line });
    };
    return [read(from, fromLatitude, fromLongitude), read(to, toLatitude, toLongitude)];
  });
  return faults.length > 0 ? failure(...faults) : success({ places: places.all, pairs });
}

/** The same name at the same place is one station. */
class PlaceList {
  readonly all: NamedPlace[] = [];
  private readonly numbers = new Map<string, number>();

  number(place: NamedPlace): number {
    const key = `${place.name}\n${place.latitude_deg}\n${place.longitude_deg}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    return this.all.push(place) - 1;
  }
}

interface Wrong {
  readonly code: 'places/value' | 'places/swapped';
  readonly cause: string;
}

function wrong(name: string, latitude: string, longitude: string): Wrong | undefined {
  if (name === '') return { code: 'places/value', cause: 'The place has no name.' };
  for (const text of [latitude, longitude]) {
    if (text !== '' && Number.isFinite(Number(text))) continue;
    const comma = /^-?\d+,\d+$/.test(text) ? ' Decimals want a point.' : ' Wanted are degrees as a number.';
    return { code: 'places/value', cause: `"${text}" is no angle.${comma}` };
  }
  const [north, east] = [Number(latitude), Number(longitude)];
  if (Math.abs(north) > 90) {
    return Math.abs(east) <= 90 && Math.abs(north) <= 180
      ? {
          code: 'places/swapped',
          cause: `A latitude of ${north}° cannot be: latitude and longitude are swapped.`,
        }
      : { code: 'places/value', cause: `A latitude of ${north}° cannot be.` };
  }
  return Math.abs(east) <= 360
    ? undefined
    : { code: 'places/value', cause: `A longitude of ${east}° cannot be.` };
}

const valueFault = (file: string, line: number, name: string, { code, cause }: Wrong): Fault => ({
  code,
  message: `${name === '' ? 'A place' : name} cannot lie there.`,
  at: { file, line },
  cause,
  fix:
    code === 'places/swapped'
      ? 'Exchange the two columns, or their names in the header.'
      : 'Write a name, the latitude (north positive) and the longitude (east positive) in degrees.',
});

const empty = (file: string): Fault => ({
  code: 'places/empty',
  message: `${file} holds no pair of places.`,
  at: { file },
  cause: 'Wanted are a header and at least one row.',
  fix: `Begin with the line ${columns.join(',')}.`,
});

function noColumns(file: string, head: CsvRow, absent: readonly string[]): Fault {
  const meant = absent.map((name) => nearest(name, head.cells)).find((name) => name !== undefined);
  return {
    code: 'places/columns',
    message: `${file} has no column ${absent.join(', ')}.`,
    at: { file, line: head.line },
    cause:
      meant === undefined
        ? `The header has ${head.cells.filter((cell) => cell !== '').join(', ')}.`
        : `Perhaps "${meant}" is meant to be one of them.`,
    fix: `The header names ${columns.join(',')}, in any order.`,
  };
}
