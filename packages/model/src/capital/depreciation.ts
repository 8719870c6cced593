/**
 * Straight-line depreciation over whole months. `spent` holds the capital spending of each month of the plan,
 * one row a segment; the charge of a month follows from that of the month before, so that a step costs nothing.
 */

/**
 * Charge of `month` of one segment.
 *
 * @param spent spending by segment and month
 * @param first where the segment's first month lies in `spent`
 * @param charge charge of the month before for spending within the plan
 */
export function chargeOf(
  spent: Readonly<Float64Array>,
  first: number,
  month: number,
  lifeMonths: number,
  charge: number,
): number {
  const added = month > 0 ? (spent[first + month - 1] as number) : 0;
  const gone = month > lifeMonths ? (spent[first + month - 1 - lifeMonths] as number) : 0;
  return Math.max(0, charge + (added - gone) / lifeMonths);
}
