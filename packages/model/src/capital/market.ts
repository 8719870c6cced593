/**
 * The market for delivered work. The enterprise takes the market's price while it sells less than is asked of it
 * at that price. What it can deliver beyond that it sells along the demand curve, down to a floor under which
 * capacity is better left idle.
 */

/** Price of delivered work from the price of an accelerator's hour. */
export function pricePerWork_USDperFLOP(
  hour_USDperS: number,
  peak_FLOPperS: number,
  sustainedShare: number,
): number {
  return hour_USDperS / (peak_FLOPperS * sustainedShare);
}

/**
 * Price after `elapsed_s` over today's: halves every `halfLife_s`, towards the share `least` that new
 * generations of chips and cheaper power do not pass.
 */
export function priceTrend(elapsed_s: number, halfLife_s: number, least: number): number {
  if (elapsed_s <= 0) return 1;
  return least + (1 - least) * 2 ** (-elapsed_s / halfLife_s);
}

/**
 * Price over the market's at which a supply is sold, when `ratio` is that supply over what would be bought at
 * the market's price. Demand goes with price to the power of `elasticity`, below zero; so the price goes with
 * supply to the power of its inverse. Falls monotonically with the supply, from 1 to `floor`.
 */
export function clearingPrice(ratio: number, elasticity: number, floor: number): number {
  if (!(ratio > 1)) return 1;
  return Math.max(floor, ratio ** (1 / elasticity));
}

/** Work bought at a price, over that bought at the market's price. */
export function boughtAt(price: number, elasticity: number): number {
  return price ** elasticity;
}

/** Work that is asked of the enterprise at the market's price, all workloads. */
export function demandAtMarket_FLOPperS(
  worldAiPower_W: number,
  marketWork_FLOPperJ: number,
  trend: number,
  shareWon: number,
): number {
  // Work per energy grows as the price falls: the market's spending per watt stays what it is.
  return (worldAiPower_W * marketWork_FLOPperJ * shareWon) / trend;
}
