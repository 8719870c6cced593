/** One step of the monthly engine. Times count from the plan's first month. */
export interface Interval {
  /** Index of the month in the plan. */
  readonly index: number;
  /** Months since 2026-01, the epoch of month rows in plans. */
  readonly month: number;
  readonly year: number;
  readonly seconds: number;
  /** Length in Julian years. */
  readonly years: number;
  /** Middle of the month, days since J2000 (2000-01-01T12:00 UTC). */
  readonly middle_d: number;
}

/** The months of a plan. */
export interface Calendar {
  readonly intervals: readonly Interval[];
  /** `YYYY-MM`, one a month. */
  readonly labels: readonly string[];
}

export const secondsPerDay = 86_400;
export const secondsPerYear = 365.25 * secondsPerDay;
const epochYear = 2026;
const j2000_ms = Date.UTC(2000, 0, 1, 12);

/** Months since 2026-01 of `YYYY-MM`, or undefined when it is not a month. */
export function monthOf(label: string): number | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(label);
  return match ? (Number(match[1]) - epochYear) * 12 + Number(match[2]) - 1 : undefined;
}

/** `YYYY-MM` of a number of months since 2026-01. */
export function labelOf(month: number): string {
  const year = epochYear + Math.floor(month / 12);
  const monthOfYear = month - (year - epochYear) * 12;
  return `${year}-${String(monthOfYear + 1).padStart(2, '0')}`;
}

/** The calendar from one month to another, both included, in months since 2026-01. */
export function calendar(from: number, to: number): Calendar {
  const intervals: Interval[] = [];
  for (let month = from; month <= to; month++) {
    const start_ms = startOf(month);
    const seconds = (startOf(month + 1) - start_ms) / 1000;
    intervals.push({
      index: month - from,
      month,
      year: epochYear + Math.floor(month / 12),
      seconds,
      years: seconds / secondsPerYear,
      middle_d: (start_ms - j2000_ms) / 86_400_000 + seconds / 2 / secondsPerDay,
    });
  }
  return { intervals, labels: intervals.map((interval) => labelOf(interval.month)) };
}

function startOf(month: number): number {
  const year = epochYear + Math.floor(month / 12);
  return Date.UTC(year, month - (year - epochYear) * 12, 1);
}
