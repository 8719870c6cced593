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

/** Cash that comes from the business alone, one a month: sales less all that is paid, before any raise. */
export function ownCashFlow_USD(columns: {
  readonly sales_USD: ArrayLike<number>;
  readonly operating_USD: ArrayLike<number>;
  readonly capital_USD: ArrayLike<number>;
  readonly other_USD: ArrayLike<number>;
}): Float64Array {
  const { sales_USD: sales, operating_USD: operating, capital_USD: capital, other_USD: other } = columns;
  return Float64Array.from(
    sales,
    (value, month) => value - (operating[month] ?? 0) - (capital[month] ?? 0) - (other[month] ?? 0),
  );
}
