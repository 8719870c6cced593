import type { MonthTable } from '../../months/table.ts';
import type { Cell } from '../../tables/csv.ts';

/** Columns of a run as a table: a line a month, a column a row of each, its unit in its head. */
export function monthRows(table: MonthTable, names: readonly string[]): readonly (readonly Cell[])[] {
  const series = names.flatMap((name) => {
    const column = table.columns.get(name);
    return (column?.rows ?? []).map((row, index) => ({
      head: `${column?.rows.length === 1 ? name : `${name}/${row}`} [${column?.unit || '1'}]`,
      values: column?.values[index] ?? [],
    }));
  });
  return [
    ['month', ...series.map(({ head }) => head)],
    ...table.labels.map((label, month): Cell[] => [
      label,
      ...series.map(({ values }) => values[month] ?? null),
    ]),
  ];
}
