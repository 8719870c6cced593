/** Debt that can still be had when earnings (a year's worth) carry `limit` times themselves. */
export function debtCapacity_USD(earnings_USDperYear: number, limit: number, debt_USD: number): number {
  return Math.max(0, limit * Math.max(0, earnings_USDperYear) - debt_USD);
}

/**
 * What a company that lives from its books may spend on units in a month: spare cash and debt over the horizon,
 * and what the business brings before units are paid for (or takes, when it burns).
 */
export function buildBudget_USD(
  cash_USD: number,
  least_USD: number,
  capacity_USD: number,
  horizonMonths: number,
  monthly_USD: number,
): number {
  return Math.max(0, (cash_USD - least_USD + capacity_USD) / horizonMonths + monthly_USD);
}

/** Taxable part of an income when `carried_USD` of earlier losses may be set against it. */
export function taxable_USD(income_USD: number, carried_USD: number): number {
  return Math.max(0, income_USD - carried_USD);
}

/** Losses carried on: an income uses them up, a loss adds to them. */
export function carriedOn_USD(income_USD: number, carried_USD: number): number {
  return Math.max(0, carried_USD - income_USD);
}
