import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../language/language.ts';
import { writtenMargin, writtenQuantity, writtenShortfall } from './written.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

afterEach(() => {
  language.value = 'en';
});

describe('claims in words', () => {
  it.each([
    [8760, '1', '8,760'],
    [0.83, '1', '0.83'],
    [200e3, 'kg', '200 t'],
    ['2028-02', 'month', 'Feb 2028'],
    [null, 'month', 'never'],
    ['never', 'month', 'never'],
    [null, 'W', '–'],
    [true, '', 'yes'],
    [41, 'd', '41 days'],
    [1.35, 'yr', '1.35 years'],
    [28e9, 'W', '28 GW'],
  ] as const)('write %s %s as %s', (value, unit, expected) => {
    expect(plain(writtenQuantity(value, unit))).toBe(expected);
  });

  it('are written as Germans do', () => {
    language.value = 'de';
    expect(plain(writtenQuantity(8760, '1'))).toBe('8.760');
    expect(plain(writtenQuantity('never', 'month'))).toBe('nie');
    expect(plain(writtenQuantity(1.35, 'yr'))).toBe('1,35 Jahre');
  });

  it('say by what factor a figure falls short', () => {
    const short = (id: string, claimed: number, computed: number) =>
      writtenShortfall({
        id,
        claimed,
        computed,
        said: '',
        quantity: '',
        unit: '1',
        verdict: 'fails',
        margin: null,
        instead: '',
      });
    expect(short('power-100gw-a-year', 100, 50)).toBe('The figure would have to rise by a factor of 2.');
    expect(short('every-pixel', 60, 600)).toBe('The figure would have to fall by a factor of 10.');
    expect(short('gigawatt-nowhere', 0, 4)).toBe('');
  });

  it('give margins a side', () => {
    const margin = (margin: number | null, claimed: number | string = 1, unit = '1') =>
      plain(writtenMargin({ margin, claimed, unit }));
    expect(margin(-0.26)).toBe('−26 %');
    expect(margin(0.198)).toBe('+19.8 %');
    expect(margin(-42)).toBe('−42×');
    expect(margin(null)).toBe('–');
    expect(margin(-4, 0)).toBe('−4');
    expect(margin(1.35, 0, 'yr')).toBe('+1.35 years');
    expect(margin(-30, '2028-02', 'month')).toBe('−2.5 years');
  });
});
