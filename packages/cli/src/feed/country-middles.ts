import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

type Ring = readonly (readonly number[])[];

export interface CountryMiddle {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly radius_km: number;
}

const earthRadius_km = 6371.0088;
const toRadians = Math.PI / 180;
/** Pieces of land smaller than this share of the largest do not move a country's middle: Alaska, French Guiana. */
const leastPiece = 1 / 3;

/** Where countries lie, by ISO 3166 number: the mean of their largest pieces of land. Source: Natural Earth, 1 : 50 M. */
export function countryMiddles(): ReadonlyMap<string, CountryMiddle> {
  const atlas = JSON.parse(
    readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'),
  ) as Topology;
  const { features } = feature(atlas, atlas.objects.countries as GeometryCollection);
  const middles = new Map<string, CountryMiddle>();
  for (const { id, geometry } of features) {
    const shapes =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    if (id === undefined || shapes.length === 0) continue;
    const middle = middleOf(shapes.map(([ring]) => ring as Ring));
    // Reefs and dependencies carry the number of the country that they belong to.
    if (middle.radius_km > (middles.get(String(id))?.radius_km ?? 0)) middles.set(String(id), middle);
  }
  return middles;
}

function middleOf(rings: readonly Ring[]): CountryMiddle {
  const pieces = rings.map(pieceOf);
  const largest = Math.max(...pieces.map(({ area }) => area));
  const kept = pieces.filter(({ area }) => area >= leastPiece * largest);
  const area = kept.reduce((sum, piece) => sum + piece.area, 0);
  const mean = (axis: 'x' | 'y' | 'z') =>
    kept.reduce((sum, piece) => sum + piece[axis] * piece.area, 0) / area;
  const [x, y, z] = [mean('x'), mean('y'), mean('z')];
  return {
    latitude_deg: Math.atan2(z, Math.hypot(x, y)) / toRadians,
    longitude_deg: Math.atan2(y, x) / toRadians,
    // Half of a disc lies within 1/√2 of its radius.
    radius_km: Math.max(5, Math.sqrt(area / Math.PI / 2) * earthRadius_km),
  };
}

/** Area in radians² and middle of a ring, in a plane that keeps areas. Rings over the date line are put together. */
function pieceOf(ring: Ring) {
  const first = ring[0]?.[0] ?? 0;
  const points = ring.map(([longitude = 0, latitude = 0]) => {
    const east = ((longitude - first + 540) % 360) - 180 + first;
    return [east * toRadians, Math.sin(latitude * toRadians)] as const;
  });
  let [doubled, sumEast, sumNorth] = [0, 0, 0];
  for (let index = 0; index + 1 < points.length; index++) {
    const [a, b] = [points[index]!, points[index + 1]!];
    const cross = a[0] * b[1] - b[0] * a[1];
    doubled += cross;
    sumEast += (a[0] + b[0]) * cross;
    sumNorth += (a[1] + b[1]) * cross;
  }
  const longitude = doubled === 0 ? points[0]![0] : sumEast / (3 * doubled);
  const latitude = Math.asin(
    Math.max(-1, Math.min(1, doubled === 0 ? points[0]![1] : sumNorth / (3 * doubled))),
  );
  return {
    area: Math.abs(doubled / 2),
    x: Math.cos(latitude) * Math.cos(longitude),
    y: Math.cos(latitude) * Math.sin(longitude),
    z: Math.sin(latitude),
  };
}
