import { describe, expect, it } from 'vitest';
import { at, monthTable, ratio, total, weightedMean } from './table.ts';

const column = (name: string, values: (number | null)[][]) => ({
  name,
  room: 'energy',
  unit: 'W',
  doc: '',
  rows: ['low', 'site'],
  values,
});
const table = monthTable({
  labels: ['2026-01', '2026-02'],
  columns: [
    column('power', [
      [1, 2],
      [10, null],
    ]),
    column('share', [
      [0.5, 1],
      [1, 1],
    ]),
    column('cost', [
      [0, 7],
      [3, 9],
    ]),
  ],
});

describe('monthly results', () => {
  it('sums rows, and only those that pass', () => {
    expect([...total(table, 'power')!]).toEqual([11, Number.NaN]);
    expect([...total(table, 'power', (row) => row === 'low')!]).toEqual([1, 2]);
    expect(total(table, 'nothing')).toBeUndefined();
  });

  it('weighs a mean by another column and leaves months without weight open', () => {
    const mean = weightedMean(table, 'share', 'power')!;
    expect(mean[0]).toBeCloseTo((0.5 * 1 + 1 * 10) / 11, 12);
    expect(mean[1]).toBe(1);
    expect(at(weightedMean(table, 'power', 'cost'), 0)).toBe(10);
  });

  it('does not divide what is not there', () => {
    expect(ratio(undefined, total(table, 'power'))).toBeUndefined();
    expect(at(undefined, 3)).toBeNaN();
  });
});
