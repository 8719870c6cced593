/** Place of an argument on an ascending axis: the point below it, and the share of the way to the next. */
export interface Bracket {
  readonly index: number;
  readonly share: number;
}

/** Brackets `x` on `points`; beyond the ends it is held at the end. An axis of one point holds everywhere. */
export function bracket(points: ArrayLike<number>, x: number): Bracket {
  const last = points.length - 1;
  if (last < 1 || !(x > (points[0] as number))) return { index: 0, share: 0 };
  if (x >= (points[last] as number)) return { index: last - 1, share: 1 };
  const low = lowerOf(points, x);
  const left = points[low] as number;
  return { index: low, share: (x - left) / ((points[low + 1] as number) - left) };
}

/** Index of the last point that is not above `x`, which lies between the first and the last. */
function lowerOf(points: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle] as number) <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** Room for the brackets of one look-up, so that looking up allocates nothing. */
const mostAxes = 8;
const below = new Int32Array(mostAxes);
const upwards = new Float64Array(mostAxes);

/**
 * Linear interpolation on an n-dimensional grid of at most eight axes: `values` row-major over `axes`, the last axis
 * fastest, `width` values at each grid point. Writes `width` values to `out` from `offset`.
 */
export function interpolateGrid(
  axes: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
  width: number,
  at: ArrayLike<number>,
  out: Float64Array,
  offset = 0,
): void {
  for (let axis = 0; axis < axes.length; axis++)
    place(axes[axis] as ArrayLike<number>, at[axis] as number, axis);
  out.fill(0, offset, offset + width);
  const corners = 1 << axes.length;
  for (let corner = 0; corner < corners; corner++) {
    let weight = 1;
    let row = 0;
    for (let axis = 0; axis < axes.length; axis++) {
      const last = (axes[axis] as ArrayLike<number>).length - 1;
      const share = upwards[axis] as number;
      const upper = (corner >> axis) & 1;
      weight *= upper ? share : 1 - share;
      row = row * (last + 1) + Math.min((below[axis] as number) + upper, last);
    }
    if (weight === 0) continue;
    for (let k = 0; k < width; k++) {
      out[offset + k] = (out[offset + k] as number) + weight * (values[row * width + k] as number);
    }
  }
}

/** `bracket`, into the room for one look-up. */
function place(points: ArrayLike<number>, x: number, axis: number): void {
  const last = points.length - 1;
  below[axis] = 0;
  upwards[axis] = 0;
  if (last < 1 || !(x > (points[0] as number))) return;
  if (x >= (points[last] as number)) {
    below[axis] = last - 1;
    upwards[axis] = 1;
    return;
  }
  const low = lowerOf(points, x);
  const left = points[low] as number;
  below[axis] = low;
  upwards[axis] = (x - left) / ((points[low + 1] as number) - left);
}
