/** What is known of a number: nine in ten chances above p10, even chances about p50, one in ten above p90. */
export interface Interval {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Coefficient of variation, with the sample's standard deviation. */
export function variation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1)) / centre;
}

/** Quantile of sorted values, linear between them. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = Math.max(0, Math.min(1, share)) * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  return low + (at - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low);
}

/** The interval of a sample. */
export function intervalOf(sample: ArrayLike<number>): Interval {
  const sorted = Float64Array.from(sample).sort();
  return { p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

/** Standard normal quantile of 0.9. */
export const z90 = 1.2815515655446004;

/** The interval of f of a normal number, f rising. */
export function normalInterval(
  centre: number,
  deviation: number,
  f: (x: number) => number = (x) => x,
): Interval {
  return { p10: f(centre - z90 * deviation), p50: f(centre), p90: f(centre + z90 * deviation) };
}
