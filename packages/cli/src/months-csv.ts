import type { RunResult } from '@kardashev/model/engine/result.ts';
import { csv } from './layout.ts';

/** A cell; what is not finite has no figure and leaves its cell empty. */
const finite = (value: number | undefined) => (Number.isFinite(value) ? value! : null);

/** All months of a result as CSV, as `months.parquet` has them. */
export function monthsCsv({ months, passes }: RunResult): string {
  const columns = passes[0]?.columns ?? [];
  const head = ['funding', 'month', 'binding', ...columns.map(({ name }) => name)];
  const rows = passes.flatMap((pass) =>
    months.map((month, at) => [
      pass.funding,
      month,
      pass.binding[at] ?? '',
      ...pass.columns.map(({ values }) => finite(values[at])),
    ]),
  );
  return csv([head, ...rows]);
}
