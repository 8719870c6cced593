export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** Middle value, or the mean of the two in the middle; NaN of nothing. */
export function median(values: Iterable<number>): number {
  const sorted = Float64Array.from(values).sort();
  const above = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? above : ((sorted[(sorted.length >> 1) - 1] ?? Number.NaN) + above) / 2;
}

/** Coefficient of variation, with the sample's standard deviation. */
export function variation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1)) / centre;
}

/** Quantile of sorted values, linear between them (type 7 of Hyndman and Fan, 1996); NaN of nothing. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = Math.max(0, Math.min(1, share)) * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  return low + (at - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low);
}
