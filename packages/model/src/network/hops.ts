/**
 * Hops on the +grid: every satellite holds a link to both neighbours along its plane and to the satellite of the
 * same slot in each neighbouring plane, the seam included, where the slot may be shifted. That graph is a torus
 * (twisted when the seam shifts), and its minimum hops have a closed form (DisCoRoute, arXiv 2208.02128).
 */
export interface Grid {
  readonly planes: number;
  readonly perPlane: number;
  /** Slots by which the link from the last plane to the first is shifted; less than `planes` either way. */
  readonly seamShift_slots?: number;
  /** Whether the last plane is linked to the first; it is unless this says no. */
  readonly seam?: boolean;
}

/** Minimum hops between two places at `steps` from each other on a ring of `size`. */
export function ringHops(steps: number, size: number): number {
  const forward = ((steps % size) + size) % size;
  return Math.min(forward, size - forward);
}

/**
 * Minimum hops between satellites `from` and `to`, indices plane · perPlane + slot. A path crosses the seam at
 * most once: going around all planes costs `planes` hops and gains `seamShift_slots`, which is fewer.
 */
export function minimumHops(grid: Grid, from: number, to: number): number {
  const { planes, perPlane, seamShift_slots: shift = 0 } = grid;
  const fromPlane = Math.floor(from / perPlane);
  const toPlane = Math.floor(to / perPlane);
  const slots = to - toPlane * perPlane - (from - fromPlane * perPlane);
  const across = toPlane - fromPlane;
  const inside = Math.abs(across) + ringHops(slots, perPlane);
  if (grid.seam === false) return inside;
  const eastward = across + planes + ringHops(slots - shift, perPlane);
  const westward = planes - across + ringHops(slots + shift, perPlane);
  return Math.min(inside, eastward, westward);
}

/** Mean of `ringHops` over all pairs, a place to itself included: n/4 for even n, (n − 1/n)/4 for odd n. */
export function meanRingHops(size: number): number {
  return size % 2 === 0 ? size / 4 : (size - 1 / size) / 4;
}

/** Mean hops over all pairs on a line of `size` places without wrap: (n − 1/n)/3. */
export function meanLineHops(size: number): number {
  return (size - 1 / size) / 3;
}

/** Mean minimum hops between two different satellites of a grid without a shifted seam. */
export function meanHops(grid: Grid): number {
  const size = grid.planes * grid.perPlane;
  if (size < 2) return 0;
  return ((meanRingHops(grid.planes) + meanRingHops(grid.perPlane)) * size) / (size - 1);
}

/**
 * Mean hops from a satellite to the nearest of evenly spread drains, each the centre of a cell of `cell`
 * satellites. The cell is the diamond of all within r hops, 2r² + 2r + 1 = cell; where the grid has too few
 * `rows` for it, a strip over all rows.
 */
export function meanHopsToDrain(cell: number, rows: number): number {
  if (cell <= 1) return 0;
  const radius = (Math.sqrt(2 * cell - 1) - 1) / 2;
  if (2 * radius + 1 <= rows) return (2 * radius * (radius + 1) * (2 * radius + 1)) / (3 * cell);
  const width = Math.max(1, cell / rows);
  return meanRingHops(rows) + (width - 1 / width) / 4;
}
