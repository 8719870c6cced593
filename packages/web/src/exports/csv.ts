import { columnName, type PassMonths } from './passes.ts';

/** All months as CSV, one row a pass and month, as `kardashev run --csv` writes them. */
export function monthsCsv(passes: readonly PassMonths[]): string {
  const [first] = passes;
  if (!first) return '';
  const names = first.months.columns.flatMap(({ name, rows }) => rows.map((row) => columnName(name, row)));
  const head = ['funding', 'month', 'binding', ...names];
  const rows = passes.flatMap(({ funding, months, binding }) =>
    months.labels.map((label, month) => [
      funding,
      label,
      binding[month] ?? '',
      ...months.columns.flatMap(({ values }) => values.map((row) => row[month] ?? null)),
    ]),
  );
  return [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
