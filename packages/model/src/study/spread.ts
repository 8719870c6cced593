import { mean as meanOf, quantile } from '@kardashev/kernels/numeric/statistics.ts';

/** A distribution in a few figures. */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** Mean, standard deviation and quantiles of samples, between order statistics in a straight line. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = Float64Array.from(samples).sort();
  const mean = meanOf(sorted);
  const square = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (share: number): number => quantile(sorted, share);
  return {
    mean,
    sd: Math.sqrt(square / Math.max(1, sorted.length - 1)),
    p5: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
  };
}
