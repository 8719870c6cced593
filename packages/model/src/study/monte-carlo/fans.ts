import { quantile } from '@kardashev/kernels/numeric/statistics.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { decembers, yearlySeries } from './series.ts';
import type { Rows } from './study.ts';

/** Quantiles of a number over the samples, one a year; null where no sample has it. */
export interface Fan {
  readonly unit: string;
  /** Years whose Decembers are told. */
  readonly years: readonly number[];
  readonly p5: readonly (number | null)[];
  readonly p25: readonly (number | null)[];
  readonly p50: readonly (number | null)[];
  readonly p75: readonly (number | null)[];
  readonly p95: readonly (number | null)[];
}

/** Fans by name of the series; none where the rows keep no series. */
export function fansOf(
  rows: Rows,
  plan: Pick<ResolvedPlan, 'from' | 'to'>,
): { readonly [name: string]: Fan } {
  const months = decembers(plan);
  const samples = rows.to - rows.from;
  if (months.length === 0 || rows.series.length !== samples * yearlySeries.length * months.length) return {};
  const width = yearlySeries.length * months.length;
  return Object.fromEntries(
    yearlySeries.map(({ name, unit }, place) => {
      const sorted = months.map((_, year) =>
        Float64Array.from({ length: samples }, (_, row) => {
          return rows.series[row * width + place * months.length + year] as number;
        })
          .filter((value) => !Number.isNaN(value))
          .sort(),
      );
      const at = (share: number) => sorted.map((values) => finite(quantile(values, share)));
      const years = months.map(({ year }) => year);
      const fan = { unit, years, p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
      return [name, fan];
    }),
  );
}

/** Nothing, and what lies between two futures of infinite cost, is no number. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
