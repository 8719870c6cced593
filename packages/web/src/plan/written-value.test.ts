import type { PlanValue } from '@kardashev/contracts/plan.ts';
import { describe, expect, it } from 'vitest';
import { bareText, reachOf, shareIn, sourced, textIn, typed, valueAt } from './written-value.ts';

const value = (more: Partial<PlanValue>): PlanValue => ({
  value: 1,
  text: '1',
  unit: '',
  origin: 'catalogue',
  ...more,
});

describe('texts of values', () => {
  it.each([
    [605, '605 m2', 'm2', '605 m2'],
    [123_456, '120 kW', 'W', '123.5 kW'],
    [0.0512, '5 %', '', '5.12 %'],
    [0.05, '0.05', '', '0.05'],
    [358.15, '85 °C', 'K', '85 °C'],
    [30 * 86_400, '{triangular: [20 d, 30 d, 60 d]}', 's', '30 d'],
    [2e9, '1.25 GUSD', 'USD', '2 GUSD'],
  ])('writes %d as the plan wrote %s', (si, text, unit, expected) => {
    expect(textIn(si, value({ text, unit }))).toBe(expected);
  });

  it('reaches as far as the source says, by factors where it spans some', () => {
    const line = reachOf(value({ distribution: { kind: 'triangular', low: 2, mode: 3, high: 6 } }), {})!;
    expect([valueAt(0, line), valueAt(0.5, line), shareIn(4, line)]).toEqual([2, 4, 0.5]);
    const factors = reachOf(
      value({ distribution: { kind: 'logtriangular', low: 1, mode: 3, high: 100 } }),
      {},
    )!;
    expect(valueAt(0.5, factors)).toBeCloseTo(10, 12);
    expect(shareIn(10, factors)).toBeCloseTo(0.5, 12);
    const normal = reachOf(value({ distribution: { kind: 'normal', mean: 1, sd: 1 } }), { min: 0 })!;
    expect([normal.low, normal.high]).toEqual([0, 4]);
    expect(reachOf(value({}), { min: 0, max: 1 })).toEqual({ low: 0, high: 1, logarithmic: false });
    expect(reachOf(value({}), { min: 0 })).toBeUndefined();
    expect(reachOf(value({ value: 'word' }), { min: 0, max: 1 })).toBeUndefined();
  });

  it.each(['840 m2', '5 %', '{2026-01: 25 /year, 2030-01: 1 /year}', 'a, b'])(
    'puts the source beside %s and takes it away again',
    (text) => {
      const both = sourced(text, { source: 'He said: "no", \\ twice', asOf: '2026-06' });
      expect(bareText(both)).toBe(text);
      expect(bareText(text)).toBe(text);
    },
  );

  it('takes a comma for a point in German alone', () => {
    expect(typed(' 1,5 kW', true)).toBe('1.5 kW');
    expect(typed('1,5 kW', false)).toBe('1,5 kW');
    expect(typed('{uniform: [1 kW, 2 kW]}', true)).toBe('{uniform: [1 kW, 2 kW]}');
  });
});
