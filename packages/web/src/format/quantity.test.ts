import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../language/language.ts';
import { count, digits, duration, monthName, quantity, share, text } from './quantity.ts';

/** Units are joined by a space that does not break. */
const plain = (written: string) => written.replaceAll('\u00a0', ' ');

describe('quantities for people', () => {
  it.each([
    [144e9, 'W', '144 GW'],
    [1_198_120, '1', '1.2 M'],
    [66, '$/PFLOP-day', '66 $/PFLOP-day'],
    [1.04e12, 'token/s', '1.04 T tokens/s'],
    [7.08e12, 'USD', '7.08 T$'],
    [-6.355e9, 'USD', '−6.36 B$'],
    [1.25e15, 'USD', '1250 T$'],
    [18_400_000, 'kg', '18.4 kt'],
    [575, 'kg', '575 kg'],
    [2.4e21, 'FLOPperS', '2.4 ZFLOP/s'],
    [999_700, 'W', '1 MW'],
    [358.15, 'K', '85 °C'],
    [0, 'W', '0 W'],
  ])('writes %d %s as %s', (value, unit, expected) => {
    expect(plain(text(quantity(value, unit)))).toBe(expected);
  });

  it('writes what is not there as a dash', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(text(quantity(value, 'W'))).toBe('–');
    }
  });

  it('keeps within 0.5 % of the number it writes, whatever its size', () => {
    const power = fc.double({ min: 1e-3, max: 9e32, noNaN: true });
    const factor: Record<string, number> = {
      k: 1e3,
      M: 1e6,
      G: 1e9,
      T: 1e12,
      P: 1e15,
      E: 1e18,
      Z: 1e21,
      Y: 1e24,
      R: 1e27,
      Q: 1e30,
    };
    fc.assert(
      fc.property(power, (value) => {
        const { number, unit } = quantity(value, 'W');
        const read = Number(number) * (factor[unit.slice(0, -1)] ?? 1);
        return Math.abs(read / value - 1) <= 0.00501;
      }),
    );
  });

  it('never calls a part the whole', () => {
    expect(plain(share(0.99999))).toBe('99.9 %');
    expect(plain(share(1))).toBe('100 %');
    expect(plain(share(0.4567))).toBe('45.7 %');
  });

  it('picks a unit of time that people use', () => {
    expect(plain(text(duration(90)))).toBe('90 s');
    expect(plain(text(duration(7200)))).toBe('2 h');
    expect(plain(text(duration(180 * 86_400)))).toBe('180 days');
    expect(plain(text(duration(0.02)))).toBe('20 ms');
  });

  it('writes counts in full, small numbers in powers, months by name', () => {
    expect(count(1_198_120)).toBe('1,198,120');
    expect(digits(0.00012)).toBe('1.2 × 10⁻⁴');
    expect(monthName('2034-05')).toBe('May 2034');
  });
});

describe('quantities in German', () => {
  afterEach(() => {
    language.value = 'en';
  });

  it.each([
    [144e9, 'W', '144 GW'],
    [5.43e9, 'W', '5,43 GW'],
    [1_198_120, '1', '1,2 Mio.'],
    [7.08e12, 'USD', '7,08 Bio. $'],
    [-6.355e9, 'USD', '−6,36 Mrd. $'],
    [22.3e9, 'USD', '22,3 Mrd. $'],
    [66.25, '$/PFLOP-day', '66,3 $/PFLOP-Tag'],
    [1.04e12, 'token/s', '1,04 Bio. Token/s'],
    [180, 'd', '180 Tage'],
    [1, 'd', '1 Tag'],
    [999_700, 'W', '1 MW'],
  ])('write %d %s as %s', (value, unit, expected) => {
    language.value = 'de';
    expect(plain(text(quantity(value, unit)))).toBe(expected);
  });

  it('have points between thousands, commas before decimals, and months by their names', () => {
    language.value = 'de';
    expect(count(1_198_120)).toBe('1.198.120');
    expect(digits(0.00012)).toBe('1,2 × 10⁻⁴');
    expect(plain(share(0.99999))).toBe('99,9 %');
    expect(plain(text(duration(4 * 365.25 * 86_400)))).toBe('4 Jahre');
    expect(['2034-05', '2045-12', '2031-03'].map(monthName)).toEqual(['Mai 2034', 'Dez. 2045', 'März 2031']);
  });
});
