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
  for (let month = from; month < months; month++) {
    value += flow_USD(series, view, month) * Math.exp(-view.rate_perMonth * (month - from + 0.5));
  }
  return value + terminal_USD(series, view) * Math.exp(-view.rate_perMonth * (months - from));
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

/**
 * The same as seen from every month on. A month's discounted flows are its own and those of the next, half a month and a
 * month nearer, so that one way back through the months finds them all.
 */
export function segmentValues_USD(series: SegmentSeries, view: View): Float64Array {
  const months = series.earnings_USD.length;
  const { cashFlowWeight: weight } = view;
  const values = new Float64Array(months);
  const [halfMonth, month] = [Math.exp(-view.rate_perMonth / 2), Math.exp(-view.rate_perMonth)];
  let ahead_USD = terminal_USD(series, view);
  for (let from = months - 1; from >= 0; from--) {
    ahead_USD = flow_USD(series, view, from) * halfMonth + ahead_USD * month;
    values[from] = weight * ahead_USD + (1 - weight) * multipleValue_USD(series, view, from);
  }
  return values;
}

/** Earnings of a month less its tax and spending. */
function flow_USD(series: SegmentSeries, view: View, month: number): number {
  const earnings = grown(series.earnings_USD[month] as number, view, month, series.earnings_USD.length);
  const taxed = Math.max(0, earnings - (series.depreciation_USD[month] as number)) * view.taxRate;
  return earnings - taxed - (series.spending_USD[month] as number);
}

/** Worth at the end of the plan: a multiple of the last year's earnings. */
function terminal_USD(series: SegmentSeries, view: View): number {
  const months = series.earnings_USD.length;
  let lastYear = 0;
  for (let month = Math.max(0, months - year); month < months; month++) {
    lastYear += grown(series.earnings_USD[month] as number, view, month, months);
  }
  return Math.max(0, (lastYear / Math.min(year, months)) * year) * view.exitMultiple;
}
