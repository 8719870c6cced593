import type { StateHeader } from '@kardashev/contracts/job.ts';
import { expect, it } from 'vitest';
import { growing } from './growing.ts';
import { StateReader } from './state-reader.ts';

const column = (port: string, row: string) => ({ port, row, unit: '1', doc: '' });
const header: StateHeader = {
  run: 'r',
  labels: ['2026-01', '2026-02', '2026-03'],
  passes: ['as-needed', 'books'],
  shells: ['low', 'high'],
  columns: [
    column('inService', 'low'),
    column('inService', 'high'),
    column('inService', 'site'),
    column('cash_USD', ''),
  ],
};
const frame = (...values: number[]) => {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  for (const [index, value] of values.entries()) view.setFloat64(8 * index, value, true);
  return view.buffer;
};

it('adds up what is in orbit, pass by pass and as far as it is known', () => {
  const reader = new StateReader(header);
  expect(growing(reader)[0]).toEqual({ name: 'units', unit: '1', lines: [] });
  reader.take(frame(0, 1, 2, 99, -5));
  reader.take(frame(1, 3, 4, 99, -6));
  reader.take(frame(2, 5, 6, 99, -7));
  reader.take(frame(3, 10, 20, 99, 8));
  const [units, , , cash] = growing(reader);
  expect(units?.lines).toEqual([
    { funding: 'as-needed', values: Float64Array.of(3, 7, 11) },
    { funding: 'books', values: Float64Array.of(30) },
  ]);
  expect(cash?.lines[0]?.values).toEqual(Float64Array.of(-5, -6, -7));
});

it('takes the sites where there is no shell', () => {
  const reader = new StateReader({ ...header, shells: [] });
  reader.take(frame(0, 1, 2, 4, 0));
  expect(growing(reader)[0]?.lines[0]?.values).toEqual(Float64Array.of(7));
});
