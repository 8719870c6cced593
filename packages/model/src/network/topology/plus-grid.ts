import type { Grid } from '../hops.ts';
import type { Links } from './links.ts';

/**
 * The +grid: each satellite is linked to the next along its plane and to the same slot of the next plane, the
 * seam included unless the grid has none, where the slot may be shifted. Two satellites are linked once, also where a ring is so short that
 * next and previous are the same; a single plane is a ring alone. Satellites count from `first`.
 */
export function plusGrid(grid: Grid, first = 0): Links {
  const { planes, perPlane } = grid;
  const along = ringLinks(perPlane);
  const across = grid.seam === false ? planes - 1 : ringLinks(planes);
  const count = planes * along + across * perPlane;
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  let at = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let slot = 0; slot < perPlane; slot++) {
      const satellite = first + plane * perPlane + slot;
      if (slot < along) {
        from[at] = satellite;
        to[at++] = first + plane * perPlane + ((slot + 1) % perPlane);
      }
      if (plane < across) {
        from[at] = satellite;
        to[at++] = first + eastOf(grid, plane, slot);
      }
    }
  }
  return { from, to };
}

/** Links of a ring: of two places there is one, of one there is none. */
const ringLinks = (size: number): number => (size > 2 ? size : size - 1);

/** Satellite of the next plane to which a slot is linked. */
function eastOf({ planes, perPlane, seamShift_slots: shift = 0 }: Grid, plane: number, slot: number): number {
  if (plane < planes - 1) return (plane + 1) * perPlane + slot;
  return (((slot + shift) % perPlane) + perPlane) % perPlane;
}
