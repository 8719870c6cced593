/** Share of a segment's cash need that another segment's spare cash meets. Infinite when nothing is needed. */
export function crossSubsidy(giverFreeCash_USD: number, takerFreeCash_USD: number): number {
  const need_USD = -takerFreeCash_USD;
  return need_USD > 0 ? giverFreeCash_USD / need_USD : Number.POSITIVE_INFINITY;
}

/** Free cash by month with the calendar year of each. */
export interface FreeCashColumns {
  readonly years: ArrayLike<number>;
  readonly connectivity_USD: ArrayLike<number>;
  readonly ai_USD: ArrayLike<number>;
}

export interface WorstYear {
  readonly year: number;
  /** Connectivity's free cash over AI's cash need in that year; infinite when AI needs none in any year. */
  readonly ratio: number;
}

/** The year up to `lastYear` in which Connectivity's free cash covers least of AI's cash need. */
export function starlinkPays(columns: FreeCashColumns, lastYear: number): WorstYear | undefined {
  const totals = new Map<number, { connectivity: number; ai: number }>();
  for (let month = 0; month < columns.years.length; month++) {
    const year = columns.years[month] as number;
    if (year > lastYear) continue;
    const total = totals.get(year) ?? { connectivity: 0, ai: 0 };
    total.connectivity += columns.connectivity_USD[month] ?? 0;
    total.ai += columns.ai_USD[month] ?? 0;
    totals.set(year, total);
  }
  let worst: WorstYear | undefined;
  for (const [year, { connectivity, ai }] of totals) {
    const ratio = crossSubsidy(connectivity, ai);
    if (!worst || ratio < worst.ratio) worst = { year, ratio };
  }
  return worst;
}
