import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../evidence/assumption.ts';
import { quantile } from '../../evidence/quantile.ts';
import { shareBelow } from './assumption.ts';

const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const distributions: readonly Distribution[] = [
  { kind: 'uniform', low: -2, high: 5 },
  { kind: 'triangular', low: 1, mode: 2, high: 9 },
  { kind: 'triangular', low: 1, mode: 1, high: 9 },
  { kind: 'logtriangular', low: 1e-9, mode: 4e-9, high: 4e-7 },
  { kind: 'normal', mean: 3, sd: 2 },
  { kind: 'lognormal', median: 3, sigma: 0.5 },
];

describe('quantiles', () => {
  it.each(distributions)('come back as the share below them: %j', (distribution) => {
    fc.assert(
      fc.property(share, (u) => {
        expect(shareBelow(distribution, quantile(distribution, u))).toBeCloseTo(u, 6);
      }),
    );
  });

  it('of orders of magnitude lie by factors about the value, not by sums', () => {
    const range = { low: 1e-9, mode: 4e-9, high: 4e-7 } as const;
    const median = (kind: 'triangular' | 'logtriangular') => quantile({ kind, ...range }, 0.5);
    expect(median('triangular') / range.mode).toBeGreaterThan(25);
    expect(median('logtriangular') / range.mode).toBeLessThan(4);
  });
});
