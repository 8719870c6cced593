import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Constituent, divisorAfter, indexLevel, split } from './index-level.ts';

const share: fc.Arbitrary<Constituent> = fc.record({
  symbol: fc.string({ minLength: 1 }),
  price_USD: fc.double({ min: 1, max: 1000, noNaN: true }),
  shares: fc.double({ min: 1e6, max: 1e10, noNaN: true }),
  float: fc.double({ min: 0.01, max: 1, noNaN: true }),
});
const held = fc.array(share, { minLength: 2, maxLength: 6 });

type Event = (shares: readonly Constituent[]) => readonly Constituent[];
const events: fc.Arbitrary<Event> = fc.oneof(
  share.map(
    (added): Event =>
      (shares) => [...shares, added],
  ),
  fc.constant<Event>((shares) => (shares.length > 1 ? shares.slice(1) : shares)),
  fc.integer({ min: 2, max: 10 }).map(
    (n): Event =>
      ([first, ...rest]) => [split(first as Constituent, n), ...rest],
  ),
  fc.double({ min: 0.01, max: 1, noNaN: true }).map(
    (float): Event =>
      ([first, ...rest]) => [{ ...(first as Constituent), float }, ...rest],
  ),
);

describe('index level', () => {
  it('does not move by events, in whatever order they come', () => {
    fc.assert(
      fc.property(held, fc.array(events, { maxLength: 8 }), (shares, happenings) => {
        let now: readonly Constituent[] = shares;
        let divisor = 1e9;
        const level = indexLevel(now, divisor);
        for (const event of happenings) {
          const after = event(now);
          divisor = divisorAfter(divisor, now, after);
          now = after;
        }
        expect(indexLevel(now, divisor) / level).toBeCloseTo(1, 9);
      }),
    );
  });

  it('moves with prices', () => {
    fc.assert(
      fc.property(held, fc.double({ min: 0.5, max: 2, noNaN: true }), (shares, factor) => {
        const dearer = shares.map((one) => ({ ...one, price_USD: one.price_USD * factor }));
        expect(indexLevel(dearer, 7) / indexLevel(shares, 7)).toBeCloseTo(factor, 9);
      }),
    );
  });
});
