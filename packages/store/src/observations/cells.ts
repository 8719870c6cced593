import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import { cellToLatLng, getResolution, gridDisk, latLngToCell } from 'h3-js';

/** Some 1,770 km² a cell, the size of a county: nobody is singled out by having been in one. */
export const cellResolution = 4;

/** Mean edge of a cell, from the H3 tables. */
const edge_m = 26_072;

export interface KeptPlace {
  /** As H3 writes it; empty where an observation has no place. */
  readonly cell: string;
  readonly latitude_deg: number | null;
  readonly longitude_deg: number | null;
  readonly radius_m: number | null;
}

const nowhere: KeptPlace = { cell: '', latitude_deg: null, longitude_deg: null, radius_m: null };

/** What is kept of a place. Of a post, which is somebody's, only its cell: the cell's middle, and its size. */
export function keptPlace({ kind, place }: Observation): KeptPlace {
  if (place === undefined) return nowhere;
  const cell = latLngToCell(place.latitude_deg, place.longitude_deg, cellResolution);
  if (kind !== 'post') return { cell, ...place };
  const [latitude_deg, longitude_deg] = cellToLatLng(cell);
  return { cell, latitude_deg, longitude_deg, radius_m: Math.max(edge_m, place.radius_m) };
}

/** Cells that a circle touches, and some around it. Undefined where they are so many that none need be left out. */
export function cellsAround(
  latitude_deg: number,
  longitude_deg: number,
  radius_m: number,
): string[] | undefined {
  // Two cells are at least this far apart, even where the icosahedron squeezes them.
  const rings = Math.ceil(radius_m / (edge_m * 1.2)) + 1;
  if (rings > 40) return undefined;
  const cells = gridDisk(latLngToCell(latitude_deg, longitude_deg, cellResolution), rings);
  return cells.filter((cell) => getResolution(cell) === cellResolution).sort();
}
