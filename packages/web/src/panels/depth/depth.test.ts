import { describe, expect, it } from 'vitest';
import { monthTable } from '../../months/table.ts';
import { monthRows } from './csv.ts';
import { limitsOf, stretches } from './limits.ts';
import { numberRows, together, written } from './numbers.ts';
import { scaleOf } from './scale.ts';

const column = (name: string, unit: string, rows: { [row: string]: (number | null)[] }) => ({
  name,
  room: '',
  unit,
  doc: `${name} in words`,
  rows: Object.keys(rows),
  values: Object.values(rows),
});
const inOrbit = (row: string) => row !== 'hall';
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('the numbers of a month', () => {
  const table = monthTable({
    labels: ['2030-01', '2030-02'],
    columns: [
      column('inService', '1', { low: [1, 30], high: [0, 10], hall: [2, 2] }),
      column('powerToCompute_W', 'W', { low: [1, 3e6], high: [0, 1e6], hall: [5, 5e6] }),
      column('sunlitShare', '', { low: [1, 0.6], high: [1, 1], hall: [1, 0.9] }),
      column('junctionWorst_K', 'K', { low: [300, 350], high: [900, 361.15], hall: [310.15, 310.15] }),
      column('launches', '', { big: [1, 2], small: [3, 4] }),
      column('cash_USD', 'USD', { all: [1e9, null] }),
    ],
  });

  it('add up what adds up, weigh shares by units and take the hottest', () => {
    const names = ['powerToCompute_W', 'sunlitShare', 'junctionWorst_K', 'launches', 'cash_USD', 'nothing'];
    const rows = numberRows(table, names, 1, inOrbit);
    expect(rows.map(({ orbit, ground, all }) => [plain(orbit), plain(ground), plain(all)])).toEqual([
      ['4 MW', '5 MW', undefined],
      ['70 %', '90 %', undefined],
      ['88 °C', '37 °C', undefined],
      [undefined, undefined, '2'],
      [undefined, undefined, '4'],
      [undefined, undefined, '–'],
    ]);
    expect(rows[3]).toMatchObject({ column: 'launches', part: 'big', doc: 'launches in words' });
  });

  it('leave hosts without units out of a mean or an extreme', () => {
    const values = [
      [0.5, 10],
      [9, 0],
      [Number.NaN, 5],
    ] as const;
    expect(together('mean', values)).toBe(0.5);
    expect(together('most', values)).toBe(0.5);
    expect(together('sum', [])).toBeNaN();
  });

  it('tell cost of work as of a PFLOP-day', () => {
    expect(plain(written({ name: 'levelised_USD2026perFLOP', unit: 'USD/FLOP' }, 1e-18))).toBe(
      '86.4 $/PFLOP-day',
    );
  });

  it('are all in the CSV, a column a row of the run, with units', () => {
    const [head, , second] = monthRows(table, ['launches', 'cash_USD']);
    expect(head).toEqual(['month', 'launches/big [1]', 'launches/small [1]', 'cash_USD [USD]']);
    expect(second).toEqual(['2030-02', 2, 4, null]);
  });
});

describe('what limits a room', () => {
  const table = monthTable({
    labels: ['a', 'b', 'c', 'd'],
    columns: [column('limits', '', { pads: [0, 0.3, 0.3, 0.9], cash: [0, 0, 0.001, 0], heat: [1, 1, 1, 1] })],
  });

  it('is told by how much it held back, and not where that is next to nothing', () => {
    const limits = limitsOf(table, 'limits');
    expect(limits.map(({ constraint }) => constraint)).toEqual(['heat', 'pads']);
    expect(limits[1]?.most).toEqual({ month: 3, share: 0.9 });
    expect(limitsOf(table, undefined)).toEqual([]);
  });

  it('is put together in stretches of one strength', () => {
    expect(stretches(Float64Array.of(0, 0.3, 0.3, 0.9, 0))).toEqual([
      { from: 1, months: 2, strength: 2 },
      { from: 3, months: 1, strength: 4 },
    ]);
  });
});

it('a spread over tens of times is shown by its factors', () => {
  expect(scaleOf([1, 10_000])(100)).toBeCloseTo(50, 9);
  expect(scaleOf([0, 10])(5)).toBeCloseTo(50, 9);
  expect(scaleOf([0, 10, Number.NaN])(Number.NaN)).toBe(0);
});
