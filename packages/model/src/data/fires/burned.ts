import type { PlanePoint } from './plane.ts';

/** Ground that a satellite saw burn: the middle of a pixel and its sides. */
export interface Pixel extends PlanePoint {
  readonly scan_m: number;
  readonly track_m: number;
}

export interface BurnedArea {
  readonly area_m2: number;
  /** Length of the edge of the burned ground, islands included. */
  readonly perimeter_m: number;
}

/** Side of a cell: a third of a pixel of VIIRS. */
const cell_m = 125;

/**
 * Area of the alpha shape of pixels: the pixels themselves, and all ground into which a disc of radius `closing_m`
 * does not fit between them. On a grid that is a closing: grown by the radius and shrunk by it again, both by exact
 * distances (Felzenszwalb and Huttenlocher 2012).
 */
export function burnedArea(pixels: readonly Pixel[], closing_m: number): BurnedArea {
  const grid = gridOf(pixels, closing_m);
  const radius2 = (closing_m / cell_m) ** 2;
  const toBurned = distances2(grid, grid.burned);
  const open = new Uint8Array(toBurned.length);
  for (let cell = 0; cell < open.length; cell++) open[cell] = toBurned[cell]! <= radius2 ? 0 : 1;
  const toOpen = distances2(grid, open);
  const closed = new Uint8Array(open.length);
  for (let cell = 0; cell < closed.length; cell++) {
    closed[cell] = toOpen[cell]! > radius2 || grid.burned[cell] === 1 ? 1 : 0;
  }
  return { area_m2: count(closed) * cell_m ** 2, perimeter_m: edge_m(closed, grid) };
}

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly burned: Uint8Array;
}

function gridOf(pixels: readonly Pixel[], closing_m: number): Grid {
  const margin = Math.ceil(closing_m / cell_m) + 2;
  const bounds = pixels.map(({ east_m, north_m, scan_m, track_m }) => ({
    west: Math.floor((east_m - scan_m / 2) / cell_m),
    east: Math.ceil((east_m + scan_m / 2) / cell_m),
    south: Math.floor((north_m - track_m / 2) / cell_m),
    north: Math.ceil((north_m + track_m / 2) / cell_m),
  }));
  const west =
    bounds.reduce((least, pixel) => Math.min(least, pixel.west), Number.POSITIVE_INFINITY) - margin;
  const south =
    bounds.reduce((least, pixel) => Math.min(least, pixel.south), Number.POSITIVE_INFINITY) - margin;
  const width = bounds.reduce((most, pixel) => Math.max(most, pixel.east - west), 0) + margin;
  const height = bounds.reduce((most, pixel) => Math.max(most, pixel.north - south), 0) + margin;
  const burned = new Uint8Array(width * height);
  for (const [index, pixel] of pixels.entries()) paint(burned, width, west, south, pixel, bounds[index]!);
  return { width, height, burned };
}

/** Cells whose middle lies in the pixel. Sides of pixels run east and north within some ten degrees. */
function paint(
  burned: Uint8Array,
  width: number,
  west: number,
  south: number,
  { east_m, north_m, scan_m, track_m }: Pixel,
  bounds: { west: number; east: number; south: number; north: number },
): void {
  for (let y = bounds.south; y < bounds.north; y++) {
    if (!within((y + 0.5) * cell_m - north_m, track_m / 2)) continue;
    for (let x = bounds.west; x < bounds.east; x++) {
      if (within((x + 0.5) * cell_m - east_m, scan_m / 2)) burned[(y - south) * width + x - west] = 1;
    }
  }
}

/** Of two edges one counts, so that neighbours share no cell. */
const within = (offset_m: number, half_m: number): boolean => offset_m >= -half_m && offset_m < half_m;

/** Squared distances, in cells, to the nearest cell that is marked. */
function distances2({ width, height }: Grid, marked: Uint8Array): Float64Array {
  const far = (width + height) ** 2;
  const result = new Float64Array(width * height);
  for (let cell = 0; cell < result.length; cell++) result[cell] = marked[cell] === 1 ? 0 : far;
  const line = lineOf(Math.max(width, height));
  for (let x = 0; x < width; x++) lowerEnvelope(result, x, width, height, line);
  for (let y = 0; y < height; y++) lowerEnvelope(result, y * width, 1, width, line);
  return result;
}

/** What one line needs while it is worked on. */
interface Line {
  readonly before: Float64Array;
  readonly roots: Int32Array;
  readonly bounds: Float64Array;
}

const lineOf = (longest: number): Line => ({
  before: new Float64Array(longest),
  roots: new Int32Array(longest),
  bounds: new Float64Array(longest + 1),
});

/** Squared distances along one line, from those that stand in it: the lower envelope of parabolas. */
function lowerEnvelope(values: Float64Array, first: number, step: number, count: number, line: Line): void {
  const { before, roots, bounds } = line;
  for (let index = 0; index < count; index++) before[index] = values[first + index * step]!;
  roots[0] = 0;
  let last = 0;
  bounds[0] = Number.NEGATIVE_INFINITY;
  bounds[1] = Number.POSITIVE_INFINITY;
  for (let index = 1; index < count; index++) {
    let meet = meeting(before, roots[last]!, index);
    while (meet <= bounds[last]!) meet = meeting(before, roots[--last]!, index);
    roots[++last] = index;
    bounds[last] = meet;
    bounds[last + 1] = Number.POSITIVE_INFINITY;
  }
  for (let index = 0, part = 0; index < count; index++) {
    while (bounds[part + 1]! < index) part++;
    values[first + index * step] = (index - roots[part]!) ** 2 + before[roots[part]!]!;
  }
}

/** Where the parabola of `b` goes below that of `a`. */
const meeting = (values: Float64Array, a: number, b: number): number =>
  (values[b]! + b * b - values[a]! - a * a) / (2 * (b - a));

const count = (cells: Uint8Array): number => cells.reduce((sum, cell) => sum + cell, 0);

/** Edges between burned and open cells, less the factor by which steps are longer than slopes (Cauchy, Crofton). */
function edge_m(cells: Uint8Array, { width }: Grid): number {
  let edges = 0;
  for (let cell = width; cell < cells.length; cell++) {
    if (cells[cell] !== cells[cell - 1]) edges++;
    if (cells[cell] !== cells[cell - width]) edges++;
  }
  return edges * cell_m * (Math.PI / 4);
}
