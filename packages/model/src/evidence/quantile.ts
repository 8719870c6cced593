import { inverseNormal } from '@kardashev/kernels/numeric/inverse-normal.ts';
import type { Distribution } from './assumption.ts';

/** Value of a distribution below which a share `u` of it lies, 0 < u < 1. */
export function quantile(distribution: Distribution, u: number): number {
  switch (distribution.kind) {
    case 'uniform':
      return distribution.low + u * (distribution.high - distribution.low);
    case 'triangular':
      return triangular(distribution.low, distribution.mode, distribution.high, u);
    case 'logtriangular':
      return Math.exp(
        triangular(Math.log(distribution.low), Math.log(distribution.mode), Math.log(distribution.high), u),
      );
    case 'normal':
      return distribution.mean + distribution.sd * inverseNormal(u);
    case 'lognormal':
      return distribution.median * Math.exp(distribution.sigma * inverseNormal(u));
  }
}

function triangular(low: number, mode: number, high: number, u: number): number {
  const width = high - low;
  if (width === 0) return low;
  const below = (mode - low) / width;
  return u < below
    ? low + Math.sqrt(u * width * (mode - low))
    : high - Math.sqrt((1 - u) * width * (high - mode));
}
