import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaShare, logGamma } from './beta.ts';

describe('logGamma', () => {
  it('is the logarithm of the factorial', () => {
    let factorial = 1;
    for (let n = 1; n < 30; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });
});

describe('betaShare', () => {
  it('is the tail of the binomial: DLMF 8.17.5', () => {
    const choose = (n: number, k: number) =>
      Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (m, more, x) => {
          const n = m + more;
          let tail = 0;
          for (let k = m; k <= n; k++) tail += choose(n, k) * x ** k * (1 - x) ** (n - k);
          expect(betaShare(m, n - m + 1, x)).toBeCloseTo(tail, 9);
        },
      ),
    );
  });

  it('has the closed forms of its edges', () => {
    expect(betaShare(1, 3, 0.2)).toBeCloseTo(1 - 0.8 ** 3, 14);
    expect(betaShare(4, 1, 0.3)).toBeCloseTo(0.3 ** 4, 14);
    expect(betaShare(2, 2, 0)).toBe(0);
    expect(betaShare(2, 2, 1)).toBe(1);
  });
});
