import { type Loose, listOf } from './json.ts';

/** What of the ground a picture shows, as a middle, a radius that holds all of it, and an area. */
export interface Footprint {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly radius_m: number;
  readonly area_m2: number;
}

type Corner = readonly [longitude_deg: number, latitude_deg: number];

const degree_m = 1e7 / 90;

/** Footprint of a GeoJSON polygon or of its parts, else of a bounding box. Crossing the antimeridian is fine. */
export function footprintOf(geometry: Loose | undefined, bbox: readonly unknown[]): Footprint | undefined {
  const rings = ringsOf(geometry).map(unwrapped);
  const corners = rings.length > 0 ? rings : boxOf(bbox);
  const all = corners.flat();
  if (all.length === 0 || !all.flat().every(Number.isFinite)) return undefined;
  const [longitudes, latitudes] = [all.map(([longitude]) => longitude), all.map(([, latitude]) => latitude)];
  const longitude_deg = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  const latitude_deg = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const across = degree_m * Math.cos((latitude_deg * Math.PI) / 180);
  const flat = corners.map((ring) =>
    ring.map(
      ([longitude, latitude]): Corner => [
        (longitude - longitude_deg) * across,
        (latitude - latitude_deg) * degree_m,
      ],
    ),
  );
  return {
    latitude_deg,
    longitude_deg: longitude_deg > 180 ? longitude_deg - 360 : longitude_deg,
    radius_m: Math.max(...flat.flat().map(([x, y]) => Math.hypot(x, y))),
    area_m2: flat.reduce((sum, ring) => sum + shoelace(ring), 0),
  };
}

/** Outer rings only: holes in a footprint are rare and small. */
function ringsOf(geometry: Loose | undefined): Corner[][] {
  const coordinates = listOf(geometry?.coordinates);
  if (geometry?.type === 'Polygon') return [cornersOf(coordinates[0])];
  if (geometry?.type === 'MultiPolygon') return coordinates.map((part) => cornersOf(listOf(part)[0]));
  return [];
}

const cornersOf = (ring: unknown): Corner[] =>
  listOf(ring).map((corner) => [Number(listOf(corner)[0]), Number(listOf(corner)[1])]);

function boxOf(bbox: readonly unknown[]): Corner[][] {
  const numbers = bbox.map(Number);
  const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]!) : numbers;
  if (north === undefined) return [];
  const eastward = east! < west! ? east! + 360 : east!;
  return [
    [
      [west!, south!],
      [eastward, south!],
      [eastward, north],
      [west!, north],
    ],
  ];
}

/** Longitudes that go on instead of jumping from 180° to −180°. */
function unwrapped(ring: readonly Corner[]): Corner[] {
  const [first = 0] = ring[0] ?? [];
  return ring.map(([longitude, latitude]) => [
    longitude - 360 * Math.round((longitude - first) / 360),
    latitude,
  ]);
}

function shoelace(ring: readonly Corner[]): number {
  let twice = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}
