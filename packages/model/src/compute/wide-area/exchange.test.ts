import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { islandExchange_s, rateFor_bps, utilisation, type WideArea } from './exchange.ts';

const method = fc.record({
  every: fc.integer({ min: 1, max: 1000 }),
  fragments: fc.integer({ min: 1, max: 100 }),
  bitsPerParameter: fc.integer({ min: 2, max: 32 }),
  pieces: fc.integer({ min: 1, max: 100 }),
  overlapSteps: fc.integer({ min: 0, max: 10 }),
});
const share = fc.double({ min: 0.05, max: 0.999, noNaN: true });

describe('exchange between islands', () => {
  it('computes the share of time for which the rate was asked', () => {
    fc.assert(
      fc.property(method, share, (how: WideArea, wanted) => {
        const parameters = 1e10;
        const rate_bps = rateFor_bps(how, 0.8, parameters, wanted);
        const exchange_s = (parameters * how.bitsPerParameter) / rate_bps;
        expect(utilisation(how, 0.8, exchange_s)).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it('never loses by fewer bits or by more steps between exchanges', () => {
    fc.assert(
      fc.property(method, share, (how: WideArea, wanted) => {
        const rate = (changed: Partial<WideArea>) => rateFor_bps({ ...how, ...changed }, 0.8, 1e10, wanted);
        expect(rate({ bitsPerParameter: how.bitsPerParameter / 2 })).toBeLessThanOrEqual(
          rate({}) * (1 + 1e-12),
        );
        expect(rate({ every: how.every * 2 })).toBeLessThanOrEqual(rate({}) * (1 + 1e-12));
      }),
    );
  });

  it('takes nothing where there is one island', () => {
    const plain = { every: 1, fragments: 1, bitsPerParameter: 16, pieces: 1, overlapSteps: 0 };
    expect(islandExchange_s(plain, 1e9, 1, 1e9, 0.1)).toBe(0);
    expect(islandExchange_s(plain, 1e9, 2, 1e9, 0.1)).toBeCloseTo(2.2, 9);
  });
});
