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
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle] as number) <= x) low = middle;
    else high = middle;
  }
  const left = points[low] as number;
  return { index: low, share: (x - left) / ((points[high] as number) - left) };
}

/**
 * Linear interpolation on an n-dimensional grid: `values` row-major over `axes`, the last axis fastest, `width`
 * values at each grid point. Writes `width` values to `out` from `offset`.
 */
export function interpolateGrid(
  axes: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
  width: number,
  at: ArrayLike<number>,
  out: Float64Array,
  offset = 0,
): void {
  const brackets = axes.map((points, axis) => bracket(points, at[axis] as number));
  out.fill(0, offset, offset + width);
  const corners = 1 << axes.length;
  for (let corner = 0; corner < corners; corner++) {
    let weight = 1;
    let row = 0;
    for (let axis = 0; axis < axes.length; axis++) {
      const points = axes[axis] as ArrayLike<number>;
      const { index, share } = brackets[axis] as Bracket;
      const upper = (corner >> axis) & 1;
      weight *= upper ? share : 1 - share;
      row = row * points.length + Math.min(index + upper, points.length - 1);
    }
    if (weight === 0) continue;
    for (let k = 0; k < width; k++) {
      out[offset + k] = (out[offset + k] as number) + weight * (values[row * width + k] as number);
    }
  }
}
