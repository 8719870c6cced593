/** A segment's flows by month, nominal, from the month of valuation on. */
export interface SegmentSeries {
  readonly revenue_USD: Float64Array;
  /** Before interest, tax and depreciation. */
  readonly earnings_USD: Float64Array;
  readonly depreciation_USD: Float64Array;
  readonly spending_USD: Float64Array;
}

/** One view of the world: a draw, or the middle of all. */
export interface View {
  /** Nominal, continuous, a month. */
  readonly rate_perMonth: number;
  readonly taxRate: number;
  readonly exitMultiple: number;
  readonly salesMultiple: number;
  readonly cashFlowWeight: number;
  /** ln of earnings over the run's at the end of the plan; before that in proportion to the time that has passed. */
  readonly drift: number;
}

const year = 12;

/**
 * Discounted cash flow: earnings less tax and spending through the plan, and at its end a multiple of the last year's
 * earnings. A segment that earns nothing then is worth nothing then: holders may walk away.
 *
 * @param from month of valuation, from 0
 */
export function cashFlowValue_USD(series: SegmentSeries, view: View, from: number): number {
  const months = series.earnings_USD.length;
  let value = 0;
  let lastYear = 0;
  for (let month = from; month < months; month++) {
    const earnings = grown(series.earnings_USD[month] as number, view, month, months);
    const taxed = Math.max(0, earnings - (series.depreciation_USD[month] as number)) * view.taxRate;
    const flow = earnings - taxed - (series.spending_USD[month] as number);
    value += flow * Math.exp(-view.rate_perMonth * (month - from + 0.5));
    if (month >= months - year) lastYear += earnings;
  }
  const yearly = (lastYear / Math.min(year, months)) * year;
  const terminal = Math.max(0, yearly) * view.exitMultiple;
  return value + terminal * Math.exp(-view.rate_perMonth * (months - from));
}

/** A multiple of the revenue of the year ahead. */
export function multipleValue_USD(series: SegmentSeries, view: View, from: number): number {
  const months = series.revenue_USD.length;
  const until = Math.min(months, from + year);
  let ahead = 0;
  for (let month = from; month < until; month++)
    ahead += grown(series.revenue_USD[month] as number, view, month, months);
  return until > from ? (ahead / (until - from)) * year * view.salesMultiple : 0;
}

/** What a segment is worth: both ways of looking at it, by their weights. */
export function segmentValue_USD(series: SegmentSeries, view: View, from: number): number {
  const { cashFlowWeight: weight } = view;
  return (
    weight * cashFlowValue_USD(series, view, from) + (1 - weight) * multipleValue_USD(series, view, from)
  );
}

/** A gain scales by the drift so far; a loss is not made larger by good fortune, nor smaller by bad. */
function grown(amount: number, view: View, month: number, months: number): number {
  return amount > 0 ? amount * Math.exp((view.drift * (month + 1)) / months) : amount;
}
