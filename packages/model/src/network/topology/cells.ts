import type { Fleet } from './fleet.ts';

/**
 * Cells of a fleet for routing by levels: patches of one shell, so many radians across planes and along them, the
 * clusters of a slot whole. Shells of few and long planes so get cells as compact as others; a cell around half the
 * Earth would have its middle inside it. The number of a cell for each satellite.
 */
export function cellsOf({ shells, satellites }: Fleet, side_rad: number): Int32Array {
  const cells = new Int32Array(satellites);
  let before = 0;
  for (const { first, count, pattern } of shells) {
    const across = patches(pattern.planes, pattern.nodeSpread_rad, side_rad);
    const along = patches(pattern.perPlane, 2 * Math.PI, side_rad);
    const members = count / (pattern.planes * pattern.perPlane);
    for (let index = 0; index < count; index++) {
      const slot = Math.floor(index / members);
      const plane = Math.floor(slot / pattern.perPlane);
      const place = slot - plane * pattern.perPlane;
      const [row, column] = [
        Math.floor((plane * across) / pattern.planes),
        Math.floor((place * along) / pattern.perPlane),
      ];
      cells[first + index] = before + row * along + column;
    }
    before += across * along;
  }
  return cells;
}

/** Patches into which so many planes or slots over an angle are cut. */
const patches = (count: number, over_rad: number, side_rad: number): number =>
  Math.min(count, Math.max(1, Math.round(over_rad / side_rad)));

/** Side of cells with which there are about as many satellites in a cell as there are cells. */
export function evenSide_rad({ shells, satellites }: Fleet): number {
  return 2 * Math.PI * Math.sqrt(shells.length) * Math.max(1, satellites) ** -0.25;
}
