import type { Money } from '../orders.ts';

/**
 * Money for units by month, from a run of the books that this campaign is part of. Real 2026 USD; arrays by month,
 * costs by month · hosts + host.
 */
export interface Budget {
  /** What may be spent on units in the month; ∞ where nothing limits. */
  readonly budget_USD2026: Readonly<Float64Array>;
  /** What one more unit costs to build and place, launch included. */
  readonly unitCost_USD2026: Readonly<Float64Array>;
  /** What that run spent on units itself. */
  readonly spent_USD2026: Readonly<Float64Array>;
  /** Time over which cash to spare is spent. */
  readonly horizon_months: number;
}

/** Money without limit: a plan that is funded as needed. */
export function unlimited(months: number, hosts: number): Budget {
  return evenBudget(months, hosts, Infinity, 0);
}

/** The same sum every month at one cost a unit; what is not spent is gone. */
export function evenBudget(
  months: number,
  hosts: number,
  budget_USD2026: number,
  unitCost_USD2026: number,
): Budget {
  return {
    budget_USD2026: new Float64Array(months).fill(budget_USD2026),
    unitCost_USD2026: new Float64Array(months * hosts).fill(unitCost_USD2026),
    spent_USD2026: new Float64Array(months),
    horizon_months: Infinity,
  };
}

/**
 * The budget as one campaign goes through it. What it has spent less than the run that gave the budget is cash to
 * spare, more is cash that is missing: either is spread over the horizon, as the books do with all their cash.
 */
export class Purse implements Money {
  readonly buildBudget_USD2026 = new Float64Array(1);
  readonly unitCost_USD2026: Float64Array;
  readonly #budget: Budget;
  #spare_USD2026 = 0;
  #month = 0;

  constructor(budget: Budget, hosts: number) {
    this.#budget = budget;
    this.unitCost_USD2026 = new Float64Array(hosts);
  }

  /** What a month may spend, and on what terms. Months come in turn. */
  turnTo(month: number): void {
    const { budget_USD2026, unitCost_USD2026, horizon_months } = this.#budget;
    const hosts = this.unitCost_USD2026.length;
    this.#month = month;
    for (let h = 0; h < hosts; h++) this.unitCost_USD2026[h] = unitCost_USD2026[month * hosts + h]!;
    this.buildBudget_USD2026[0] = Math.max(0, budget_USD2026[month]! + this.#spare_USD2026 / horizon_months);
  }

  /** Pays for the units begun in the month. */
  pay(begun: Readonly<Float64Array>): void {
    let spent_USD2026 = 0;
    for (let h = 0; h < begun.length; h++) spent_USD2026 += begun[h]! * this.unitCost_USD2026[h]!;
    this.#spare_USD2026 += this.#budget.spent_USD2026[this.#month]! - spent_USD2026;
  }
}
