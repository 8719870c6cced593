import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { columnName, type PassMonths } from './passes.ts';

/**
 * All months as a Parquet file with the columns of a kept run's `months.parquet`: what was computed in this page exists
 * nowhere else. Months without a figure are NaN, as they are kept.
 */
export function monthsParquet(passes: readonly PassMonths[]): Blob {
  const all = <T>(of: (pass: PassMonths, index: number) => readonly T[]): T[] => passes.flatMap(of);
  const said = (name: string, data: string[]): ColumnSource => ({
    name,
    data,
    type: 'STRING',
    nullable: false,
  });
  const [first] = passes;
  const columnData: ColumnSource[] = [
    {
      name: 'pass',
      data: all(({ months }, index) => months.labels.map(() => index)),
      type: 'INT32',
      nullable: false,
    },
    said(
      'funding',
      all(({ funding, months }) => months.labels.map(() => funding)),
    ),
    said(
      'month',
      all(({ months }) => months.labels),
    ),
    said(
      'binding',
      all(({ binding }) => binding),
    ),
    ...(first?.months.columns ?? []).flatMap(({ name, rows }, column) =>
      rows.map((row, index): ColumnSource => {
        const values = all(({ months }) => months.columns[column]?.values[index] ?? []);
        const data = Float64Array.from(values, (value) => value ?? Number.NaN);
        return { name: columnName(name, row), data, type: 'DOUBLE', nullable: false };
      }),
    ),
  ];
  return new Blob([parquetWriteBuffer({ columnData })], { type: 'application/vnd.apache.parquet' });
}
