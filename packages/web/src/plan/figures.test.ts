import { describe, expect, it } from 'vitest';
import { movement } from './figures.ts';

const write = (value: number) => String(Number(value.toPrecision(3)));

describe('how far a figure moved', () => {
  it.each([
    [100, 112, '+12 %'],
    [100, 88, '−12 %'],
    [-100, -88, ''],
    [10, 34, '× 3.4'],
    [100, 100, ''],
    [100, 100.001, '+<0.01 %'],
    [0, 5, ''],
    [null, 5, ''],
    [-5, 5, ''],
  ])('from %s to %s: %s', (before, after, expected) => {
    expect(
      movement(before, after, write).replaceAll(/[\u2009\u00a0]/g, (space) =>
        expected.includes('<') && space === '\u2009' ? '' : ' ',
      ),
    ).toBe(expected);
  });
});
