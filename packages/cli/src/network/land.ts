import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

type Ring = readonly (readonly number[])[];
let known: readonly Ring[] | undefined;

/** Whether a place lies on land. Lakes count as land. Natural Earth, 1 : 50 M, which is cut at the date line. */
export function onLand(latitude_deg: number, longitude_deg: number): boolean {
  known ??= coasts();
  const east = ((((longitude_deg + 180) % 360) + 360) % 360) - 180;
  // Coasts crossed on the way due east: an odd number from land, islands in bays and bays in islands included.
  const crossed = known.reduce((sum, ring) => sum + crossings(ring, latitude_deg, east), 0);
  return crossed % 2 === 1;
}

function coasts(): Ring[] {
  const atlas = JSON.parse(readFileSync(require.resolve('world-atlas/land-50m.json'), 'utf8')) as Topology;
  const { features } = feature(atlas, atlas.objects.land as GeometryCollection);
  return features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates;
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  });
}

function crossings(ring: Ring, north: number, east: number): number {
  let count = 0;
  let [lastEast, lastNorth] = ring.at(-1) as [number, number];
  for (const [nextEast, nextNorth] of ring as readonly [number, number][]) {
    const part = (north - lastNorth) / (nextNorth - lastNorth);
    if (lastNorth > north !== nextNorth > north && east < lastEast + part * (nextEast - lastEast)) count++;
    [lastEast, lastNorth] = [nextEast, nextNorth];
  }
  return count;
}
