/** Cells into which an assumption's range is cut: enough to see a bend, few enough to hold samples. */
function cellsOf(samples: number): number {
  return Math.max(2, Math.min(32, Math.floor(samples / 40)));
}

/**
 * First-order index of an assumption from any samples: the share of the variance of `y` that lies between cells of the
 * assumption's range, less what chance alone would put there (ω² of Hays). Plischke, Borgonovo, Smith (2013). NaN in `y` is
 * passed over. At least 0.
 */
export function firstOrder(
  shares: ArrayLike<number>,
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  const cells = cellsOf(y.length);
  const counts = new Float64Array(cells);
  const sums = new Float64Array(cells);
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < y.length; index++) {
    const value = y[index] as number;
    const weight = weights ? (weights[index] as number) : 1;
    if (Number.isNaN(value) || weight === 0) continue;
    const cell = Math.min(cells - 1, Math.floor((shares[index] as number) * cells));
    counts[cell] = (counts[cell] as number) + weight;
    sums[cell] = (sums[cell] as number) + weight * value;
    count += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  if (count <= cells) return 0;
  const total = squares - (sum * sum) / count;
  let between = -(sum * sum) / count;
  let used = 0;
  for (let cell = 0; cell < cells; cell++) {
    const own = counts[cell] as number;
    if (own === 0) continue;
    used++;
    between += (sums[cell] as number) ** 2 / own;
  }
  if (!(total > 0) || used < 2) return 0;
  const within = (total - between) / (count - used);
  return Math.max(0, (between - (used - 1) * within) / (total + within));
}
