import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import bordersUrl from 'world-atlas/countries-110m.json?url';
import landUrl from 'world-atlas/land-50m.json?url';
import { unrolled } from './projection.ts';

/** Shores and borders of Natural Earth as paths in degrees: longitude to the right, latitude up turned down. */
export interface Outlines {
  readonly land: Path2D;
  readonly borders: Path2D;
}

/** Fetches the outlines from the page's own server. */
export async function loadOutlines(): Promise<Outlines> {
  const [land, countries] = await Promise.all([
    topology<{ land: GeometryCollection }>(landUrl),
    topology<{ countries: GeometryCollection }>(bordersUrl),
  ]);
  return {
    land: landPath(land),
    borders: linesPath(
      mesh(countries, countries.objects.countries, (one, other) => one !== other).coordinates,
    ),
  };
}

async function topology<T extends Topology['objects']>(url: string): Promise<Topology<T>> {
  return (await (await fetch(url)).json()) as Topology<T>;
}

function landPath(topology: Topology<{ land: GeometryCollection }>): Path2D {
  const path = new Path2D();
  for (const { geometry } of feature(topology, topology.objects.land).features) {
    if (geometry.type === 'Polygon') for (const ring of geometry.coordinates) trace(path, ring, true);
    if (geometry.type === 'MultiPolygon')
      for (const rings of geometry.coordinates) for (const ring of rings) trace(path, ring, true);
  }
  return path;
}

function linesPath(lines: readonly (readonly (readonly number[])[])[]): Path2D {
  const path = new Path2D();
  for (const line of lines) trace(path, line, false);
  return path;
}

function trace(path: Path2D, line: readonly (readonly number[])[], closed: boolean): void {
  unrolled(line).forEach(([longitude, latitude], index) => {
    if (index === 0) path.moveTo(longitude, -latitude);
    else path.lineTo(longitude, -latitude);
  });
  if (closed) path.closePath();
}
