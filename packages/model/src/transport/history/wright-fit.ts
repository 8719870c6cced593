import { mean } from '@kardashev/kernels/numeric/statistics.ts';

/** Wright's law fitted by least squares on logarithms. */
export interface WrightFit {
  /** Fall with each doubling. */
  readonly learning: number;
  readonly r2: number;
  /** Standard deviation of the logarithm about the fit. */
  readonly scatter: number;
  /** Power of how much had been done, with its standard error. */
  readonly slope: number;
  readonly slopeError: number;
}

/** `values` against how much had been `done` before each. Censored values are not known to it. */
export function fitWright(done: readonly number[], values: readonly number[]): WrightFit {
  const x = done.map(Math.log);
  const y = values.map(Math.log);
  const [meanX, meanY] = [mean(x), mean(y)];
  const sxx = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  const sxy = x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] ?? 0) - meanY), 0);
  const syy = y.reduce((sum, value) => sum + (value - meanY) ** 2, 0);
  const slope = sxy / sxx;
  const residual = Math.max(0, syy - slope * sxy);
  return {
    learning: 1 - 2 ** slope,
    r2: 1 - residual / syy,
    scatter: Math.sqrt(residual / y.length),
    slope,
    slopeError: Math.sqrt(residual / Math.max(1, y.length - 2) / sxx),
  };
}
