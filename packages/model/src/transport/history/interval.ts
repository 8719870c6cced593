import { quantile } from '@kardashev/kernels/numeric/statistics.ts';

/** What is known of a number: nine in ten chances above p10, even chances about p50, one in ten above p90. */
export interface Interval {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
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
