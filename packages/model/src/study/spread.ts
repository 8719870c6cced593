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
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const square = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (share: number): number => quantileOf(sorted, share);
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

/** Quantile of sorted samples. */
export function quantileOf(sorted: Readonly<Float64Array>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const left = sorted[below] as number;
  const right = sorted[Math.min(sorted.length - 1, below + 1)] as number;
  return left === right ? left : left + (place - below) * (right - left);
}
