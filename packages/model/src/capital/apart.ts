import { secondsPerYear } from '../time/calendar.ts';
import { buildBudget_USD, debtCapacity_USD } from './funding.ts';
import { bookMonth_s, type CapitalParams, row } from './params.ts';
import type { CapitalState, Out } from './state.ts';

/**
 * The purse of AI where the companies are apart: its own cash, debt and earnings. What Connectivity earns stays with
 * Connectivity. Until the model begins the companies are as filed, and the purse is its share of their cash and debt.
 *
 * @returns what AI borrowed in the month, nominal
 */
export function closePurse(params: CapitalParams, state: CapitalState, out: Out, modelled: boolean): number {
  const { section } = params;
  trackEarnings(state, out);
  if (!modelled) {
    state.purse[0] = (state.cash[0] as number) * section.apartShareAi;
    state.purseDebt[0] = (state.debt[0] as number) * section.apartShareAi;
    return 0;
  }
  const interest = (state.purseDebt[0] as number) * section.debtRate_perS * bookMonth_s;
  const earned = Math.max(0, state.purse[0] as number) * section.cashYield_perS * bookMonth_s;
  const before = (state.purse[0] as number) + (out.freeCash_USD[row.ai] as number) - interest + earned;
  const missing = Math.max(0, least_USD(params) - before);
  const borrowed = Math.min(missing, capacity_USD(params, state));
  state.purse[0] = before + borrowed;
  state.purseDebt[0] = (state.purseDebt[0] as number) + borrowed;
  state.debt[0] = (state.debt[0] as number) + borrowed;
  if ((state.purse[0] as number) < 0) state.insolvent[0] = 1;
  return borrowed;
}

/** What AI may spend on units next month out of its own purse, nominal. */
export function purseBudget_USD(params: CapitalParams, state: CapitalState, monthly_USD: number): number {
  return buildBudget_USD(
    state.purse[0] as number,
    least_USD(params),
    capacity_USD(params, state),
    params.section.budgetHorizon_s / bookMonth_s,
    monthly_USD,
  );
}

/** AI's cash flow of a month before units and raises. */
export function purseFlow_USD(
  state: CapitalState,
  out: Out,
  params: CapitalParams,
  begun_USD: number,
): number {
  const interest = (state.purseDebt[0] as number) * params.section.debtRate_perS * bookMonth_s;
  return (out.freeCash_USD[row.ai] as number) - interest + begun_USD;
}

function least_USD(params: CapitalParams): number {
  return params.section.leastCash_USD * params.section.apartShareAi;
}

function capacity_USD(params: CapitalParams, state: CapitalState): number {
  return debtCapacity_USD(
    (state.purseEarnings[0] as number) * secondsPerYear,
    params.section.leverageLimit,
    state.purseDebt[0] as number,
  );
}

/** Trailing year of AI's earnings before interest, tax and depreciation. */
function trackEarnings(state: CapitalState, out: Out): void {
  const earned = (out.revenue_USD[row.ai] as number) - (out.operatingCost_USD[row.ai] as number);
  const weight = bookMonth_s / secondsPerYear;
  const before = state.purseEarnings[0] as number;
  state.purseEarnings[0] = before + weight * (earned / bookMonth_s - before);
}
