import { unixTime_s } from '../wire/globe.ts';
import type { Feature } from './feature.ts';

/** What of a collection is asked for: OGC API – Features, part 1, clause 7.15. */
export interface ItemsQuery {
  readonly bbox?: readonly [west: number, south: number, east: number, north: number];
  /** An instant, or an interval with `..` for an open end. */
  readonly datetime?: string;
  readonly limit: number;
  readonly offset: number;
}

/** A page of features, and how many there are. */
export interface Items {
  readonly features: readonly Feature[];
  readonly matched: number;
}

/** Features that a query asks for; undefined where its time cannot be read. Those without a place are in no box. */
export function itemsOf(
  all: readonly Feature[],
  { bbox, datetime, limit, offset }: ItemsQuery,
): Items | undefined {
  const times = datetime === undefined ? always : intervalOf(datetime);
  if (!times) return undefined;
  const found = all.filter((feature) => (!bbox || isInBox(feature, bbox)) && isInTime(feature, times));
  return { features: found.slice(offset, offset + limit), matched: found.length };
}

type Interval = readonly [from_s: number, to_s: number];
const always: Interval = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

function intervalOf(text: string): Interval | undefined {
  const ends = text.split('/');
  if (ends.length > 2) return undefined;
  if (ends.length === 1) {
    const at_s = unixTime_s(text);
    return at_s === undefined ? undefined : [at_s, at_s];
  }
  const [from, to] = ends.map((end, side) => (end === '' || end === '..' ? always[side] : unixTime_s(end)));
  return from === undefined || to === undefined || from > to ? undefined : [from, to];
}

function isInTime({ properties }: Feature, [from_s, to_s]: Interval): boolean {
  const at_s = unixTime_s(properties.datetime) ?? Number.NaN;
  return from_s === Number.NEGATIVE_INFINITY && to_s === Number.POSITIVE_INFINITY
    ? true
    : at_s >= from_s && at_s <= to_s;
}

/** A box may cross the antimeridian: then its west is larger than its east. */
function isInBox(
  { geometry }: Feature,
  [west, south, east, north]: NonNullable<ItemsQuery['bbox']>,
): boolean {
  if (!geometry) return false;
  const [longitude, latitude] = geometry.coordinates;
  if (latitude < south || latitude > north) return false;
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}

/** `west,south,east,north`, with heights between them or not; undefined where it is no box. */
export function boxOf(text: string): ItemsQuery['bbox'] | undefined {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at] as number) : numbers;
  const [west, south, east, north] = flat;
  if (flat.length !== 4 || !flat.every(Number.isFinite)) return undefined;
  if (Math.abs(south!) > 90 || Math.abs(north!) > 90 || south! > north!) return undefined;
  return [west!, south!, east!, north!];
}
