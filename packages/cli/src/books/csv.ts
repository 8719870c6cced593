import type { BooksDocument } from '@kardashev/model/study/books-document.ts';
import type { BooksPeriod } from '@kardashev/model/study/books-period.ts';
import { csv } from '../layout.ts';

/** Years of each way of funding, a line a year, every figure of segments, income, balance and cash. */
export function booksCsv(documents: readonly BooksDocument[]): string {
  const rows = documents.flatMap(({ funding, years }) =>
    years.map(({ year, ...period }) => ({ funding, year, basis: period.basis, ...figuresOf(period) })),
  );
  const head = Object.keys(rows[0] ?? {});
  return csv([head, ...rows.map((row) => Object.values(row))]);
}

function figuresOf({ segments, income, balance, cash }: BooksPeriod): { [figure: string]: number | null } {
  const flat = (name: string, figures: object) =>
    Object.entries(figures).map(([key, value]) => [`${name}.${key}`, value as number | null]);
  return Object.fromEntries([
    ...Object.entries(segments).flatMap(([name, figures]) => flat(name, figures)),
    ...flat('income', income),
    ...flat('balance', balance),
    ...flat('cash', cash),
  ]);
}
