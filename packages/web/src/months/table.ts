import type { Column, Months } from '@kardashev/contracts/months.ts';

/** One number a month; NaN where the run has none. */
export type Series = Float64Array;

/** Monthly results, looked up by the name of their port. */
export interface MonthTable {
  readonly labels: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
}

export function monthTable({ labels, columns }: Months): MonthTable {
  return { labels, columns: new Map(columns.map((column) => [column.name, column])) };
}

/** The sum of a column's rows, or of those rows that pass. Undefined where the run does not have the column. */
export function total(
  table: MonthTable,
  name: string,
  keep: (row: string) => boolean = () => true,
): Series | undefined {
  const column = table.columns.get(name);
  if (!column) return undefined;
  const sum = new Float64Array(table.labels.length);
  column.rows.forEach((row, index) => {
    if (!keep(row)) return;
    const values = column.values[index] ?? [];
    for (let month = 0; month < sum.length; month++) sum[month] = sum[month]! + (values[month] ?? Number.NaN);
  });
  return sum;
}

/** The rows' mean, weighted by another column; NaN in months without weight. */
export function weightedMean(
  table: MonthTable,
  name: string,
  weight: string,
  keep: (row: string) => boolean = () => true,
): Series | undefined {
  const column = table.columns.get(name);
  const weights = table.columns.get(weight);
  if (!column || !weights) return undefined;
  const mean = new Float64Array(table.labels.length);
  for (let month = 0; month < mean.length; month++) {
    let sum = 0;
    let all = 0;
    column.rows.forEach((row, index) => {
      if (!keep(row)) return;
      const w = weights.values[weights.rows.indexOf(row)]?.[month] ?? 0;
      if (w > 0) sum += w * (column.values[index]?.[month] ?? Number.NaN);
      if (w > 0) all += w;
    });
    mean[month] = sum / all;
  }
  return mean;
}

export function ratio(part: Series | undefined, whole: Series | undefined): Series | undefined {
  return part && whole ? part.map((value, month) => value / (whole[month] ?? Number.NaN)) : undefined;
}

/** The hosts a plan is about: its shells, or its sites when it has none. */
export function fleetRows(table: MonthTable, inOrbit: (row: string) => boolean): (row: string) => boolean {
  return table.columns.get('inService')?.rows.some(inOrbit) ? inOrbit : () => true;
}

/** The value of a month, NaN where there is none. */
export function at(series: Series | undefined, month: number): number {
  return series?.[month] ?? Number.NaN;
}
