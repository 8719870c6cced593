import type { Months } from '@kardashev/contracts/months.ts';
import { monthTable, type Series, total } from '../months/table.ts';

/** Two runs over all months of either, in which each has a series or none. */
export interface Together {
  readonly labels: readonly string[];
  readonly a: Series | undefined;
  readonly b: Series | undefined;
}

type Take = (months: Months) => Series | undefined;

/** Lays a series of two runs over each other, month by month. */
export function together(a: Months, b: Months, take: Take): Together {
  const labels = [...new Set([...a.labels, ...b.labels])].sort();
  return { labels, a: spread(a, labels, take), b: spread(b, labels, take) };
}

function spread(months: Months, labels: readonly string[], take: Take): Series | undefined {
  const values = take(months);
  if (!values) return undefined;
  const at = new Map(months.labels.map((label, index) => [label, values[index] ?? Number.NaN]));
  return Float64Array.from(labels, (label) => at.get(label) ?? Number.NaN);
}

/** The sum of a column over all its rows, or over those in orbit. */
export const sum =
  (name: string, keep?: (row: string) => boolean): Take =>
  (months) =>
    total(monthTable(months), name, keep);
