/**
 * Wright's law: each doubling of what was built so far lowers the cost by a constant share.
 *
 * @param cost cost while no more than `from` was built
 * @param built built so far, in any unit, the same as `from`
 * @param exponent from `learningExponent`, at most 0
 * @param floor cost that learning does not pass
 */
export function learntCost(
  cost: number,
  built: number,
  from: number,
  exponent: number,
  floor: number,
): number {
  if (built <= from) return Math.max(cost, floor);
  return Math.max(cost * (built / from) ** exponent, floor);
}

/** Exponent of Wright's law for a fall of the cost by `learning` with each doubling. */
export function learningExponent(learning: number): number {
  return Math.log2(1 - learning);
}
