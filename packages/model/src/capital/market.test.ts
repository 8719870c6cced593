import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boughtAt, clearingPrice, pricePerWork_USDperFLOP, priceTrend } from './market.ts';

const elasticities = fc.double({ min: -2, max: -0.5, noNaN: true });
const ratios = fc.double({ min: 0.01, max: 1000, noNaN: true });

describe('the market of compute', () => {
  it('takes the market price while supply is short', () => {
    expect(clearingPrice(0.4, -1, 0.1)).toBe(1);
    expect(clearingPrice(0, -1, 0.1)).toBe(1);
  });

  it('sells all that is supplied, or stops at the floor', () => {
    fc.assert(
      fc.property(ratios, elasticities, (ratio, elasticity) => {
        const price = clearingPrice(ratio, elasticity, 0.01);
        const bought = boughtAt(price, elasticity);
        if (price > 0.01) expect(bought).toBeCloseTo(Math.max(1, ratio), 6);
        else expect(bought).toBeLessThanOrEqual(ratio * (1 + 1e-9));
      }),
    );
  });

  it('never pays more for more', () => {
    fc.assert(
      fc.property(ratios, ratios, elasticities, (left, right, elasticity) => {
        const [less, more] = left < right ? [left, right] : [right, left];
        expect(clearingPrice(more, elasticity, 0.05)).toBeLessThanOrEqual(
          clearingPrice(less, elasticity, 0.05),
        );
      }),
    );
  });

  it('halves the price in a half-life, towards what technology leaves', () => {
    expect(priceTrend(0, 10, 0.02)).toBe(1);
    expect(priceTrend(10, 10, 0)).toBeCloseTo(0.5, 12);
    expect(priceTrend(1e6, 10, 0.02)).toBeCloseTo(0.02, 12);
  });

  it('prices work by the hour of the accelerator that does it', () => {
    // 2.35 USD an hour at 35 % of 989 TFLOP/s: 163 USD a PFLOP-day.
    const price = pricePerWork_USDperFLOP(2.35 / 3600, 989e12, 0.35);
    expect(price * 1e15 * 86_400).toBeCloseTo(162.9, 1);
  });
});
