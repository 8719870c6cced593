import type { Fleet } from './fleet.ts';

/**
 * Cells of a fleet for routing by levels: patches of so many planes and slots of one shell, the clusters of a slot
 * whole. The number of a cell for each satellite.
 */
export function cellsOf({ shells, satellites }: Fleet, planes: number, slots: number): Int32Array {
  const cells = new Int32Array(satellites);
  let before = 0;
  for (const { first, count, pattern } of shells) {
    const across = Math.ceil(pattern.planes / planes);
    const along = Math.ceil(pattern.perPlane / slots);
    const members = count / (pattern.planes * pattern.perPlane);
    for (let index = 0; index < count; index++) {
      const slot = Math.floor(index / members);
      const plane = Math.floor(slot / pattern.perPlane);
      const place = slot - plane * pattern.perPlane;
      cells[first + index] = before + Math.floor(plane / planes) * along + Math.floor(place / slots);
    }
    before += across * along;
  }
  return cells;
}
