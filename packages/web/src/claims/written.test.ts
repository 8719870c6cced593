import { describe, expect, it } from 'vitest';
import { writtenMargin, writtenQuantity } from './written.ts';

describe('claims in words', () => {
  it.each([
    [8760, '1', '8,760'],
    [0.83, '1', '0.83'],
    [200e3, 'kg', '200 t'],
    ['2028-02', 'month', 'Feb 2028'],
    [null, 'month', 'never'],
    [null, 'W', '–'],
    [true, '', 'yes'],
    [41, 'day', '41 days'],
    [1, 'year', '1 year'],
    [28e9, 'W', '28 GW'],
  ] as const)('write %s %s as %s', (value, unit, expected) => {
    expect(writtenQuantity(value, unit).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('give margins a side', () => {
    expect(writtenMargin(-0.26)).toBe('−26 %');
    expect(writtenMargin(0.198)).toBe('+19.8 %');
    expect(writtenMargin(-42)).toBe('−42×');
    expect(writtenMargin(null)).toBe('–');
  });
});
