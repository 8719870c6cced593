import { constraintIndex } from '../flows/constraint.ts';
import { secondsPerYear } from '../time/calendar.ts';
import { closePurse, purseBudget_USD, purseFlow_USD } from './apart.ts';
import { begunCost_USD2026 } from './begun.ts';
import { chargeOf } from './depreciation.ts';
import { buildBudget_USD, carriedOn_USD, debtCapacity_USD, taxable_USD } from './funding.ts';
import { listingProceeds_USD } from './merger.ts';
import { bookMonth_s, type CapitalParams, row } from './params.ts';
import type { CapitalState, Now, Out } from './state.ts';

/** Depreciation, operating income, free cash and net plant by segment. */
export function closeSegments(params: CapitalParams, state: CapitalState, out: Out, month: number): void {
  for (let segment = 0; segment < 3; segment++) {
    const spent = out.capitalSpending_USD[segment] as number;
    const depreciation = depreciation_USD(params, state, segment, month);
    const plant = (state.plant[segment] as number) + spent - depreciation;
    state.plant[segment] = plant;
    if (month < params.modelFrom) state.plantAtModel[segment] = plant;
    else state.spent[segment * params.months + month] = spent;
    const earned = (out.revenue_USD[segment] as number) - (out.operatingCost_USD[segment] as number);
    out.netPlant_USD[segment] = plant;
    out.depreciation_USD[segment] = depreciation;
    out.operatingIncome_USD[segment] = earned - depreciation;
    out.freeCash_USD[segment] = earned - spent;
    out.salesIn_USD[segment] = out.revenue_USD[segment] as number;
    out.operatingOut_USD[segment] = out.operatingCost_USD[segment] as number;
    out.capitalOut_USD[segment] = spent;
  }
}

/**
 * As filed before the model begins. After it in straight lines: what plant was left then, and what is spent from then
 * on, each over the segment's life.
 */
function depreciation_USD(
  params: CapitalParams,
  state: CapitalState,
  segment: number,
  month: number,
): number {
  if (month < params.modelFrom) return bookMonth_s * (params.filed.depreciation[segment]![month] as number);
  const life = params.lifeMonths[segment] as number;
  const row = segment * params.months;
  const charge = chargeOf(state.spent, row, month, life, state.charge[segment] as number);
  state.charge[segment] = charge;
  const carried = month < params.modelFrom + life ? (state.plantAtModel[segment] as number) / life : 0;
  return carried + charge;
}

function total(values: Readonly<Float64Array>): number {
  return (values[row.space] as number) + (values[row.connectivity] as number) + (values[row.ai] as number);
}

/** Cash, debt, tax, what had to be raised, and what may be built next month. */
export function closeCompany(
  params: CapitalParams,
  state: CapitalState,
  now: Now,
  out: Out,
  month: number,
): void {
  const modelled = month >= params.modelFrom;
  const debtBefore = state.debt[0] as number;
  const other = modelled ? interestAndTax_USD(params, state, out) : filedOther_USD(params, state, out, month);
  const planned = plannedRaise_USD(params, state, month, modelled);
  let raised = planned;
  const free = total(out.freeCash_USD);
  const before = (state.cash[0] as number) + free - other + raised;
  trackEarnings(state, out);
  if (params.funding === 'apart') raised += closePurse(params, state, out, modelled);
  if (modelled) raised += fill(params, state, before + raised - planned);
  const borrowed = (state.debt[0] as number) - debtBefore + (out.repaid_USD[0] as number);
  out.borrowed_USD[0] = borrowed;
  out.sharesSold_USD[0] = raised - borrowed;
  state.cash[0] = (state.cash[0] as number) + free - other + raised;
  if (modelled && params.funding !== 'as-needed' && (state.cash[0] as number) < 0) state.insolvent[0] = 1;
  out.raisedIn_USD[0] = raised;
  out.otherOut_USD[0] = other;
  out.cash_USD[0] = state.cash[0] as number;
  out.debt_USD[0] = state.debt[0] as number;
  out.capitalNeeded_USD[0] = state.injected[0] as number;
  out.insolvent[0] = state.insolvent[0] as number;
  out.subscribers[0] = state.subscribers[0] as number;
  writeLimits(state, now, out, modelled);
  const begun_USD2026 = modelled ? begunCost_USD2026(params, state, now, out) : 0;
  const begun_USD = begun_USD2026 * (params.priceLevel[month] as number);
  const flow =
    params.funding === 'apart' ? purseFlow_USD(state, out, params, begun_USD) : free - other + begun_USD;
  writeBudget(params, state, out, month, flow);
}

/** Interest paid less earned, and tax on what is left of the income after carried losses. */
function interestAndTax_USD(params: CapitalParams, state: CapitalState, out: Out): number {
  const { section } = params;
  const paid = (state.debt[0] as number) * section.debtRate_perS * bookMonth_s;
  const earned = Math.max(0, state.cash[0] as number) * section.cashYield_perS * bookMonth_s;
  const income = total(out.operatingIncome_USD) - paid + earned;
  const carried = state.lossCarried[0] as number;
  const tax = taxable_USD(income, carried) * section.taxRate;
  state.lossCarried[0] = carriedOn_USD(income, carried);
  out.interestPaid_USD[0] = paid;
  out.interestEarned_USD[0] = earned;
  out.tax_USD[0] = tax;
  out.repaid_USD[0] = 0;
  return paid - earned + tax;
}

/** Before the model: repayments, less the reconciling line. Interest and tax are within what was filed. */
function filedOther_USD(params: CapitalParams, state: CapitalState, out: Out, month: number): number {
  const { section } = params;
  const repaid = bookMonth_s * (section.filedRepaid_USDperS[month] as number);
  state.debt[0] = (state.debt[0] as number) - repaid;
  out.interestPaid_USD[0] = 0;
  out.interestEarned_USD[0] = 0;
  out.tax_USD[0] = 0;
  out.repaid_USD[0] = repaid;
  state.lossCarried[0] = carriedOn_USD(total(out.operatingIncome_USD), state.lossCarried[0] as number);
  return repaid - bookMonth_s * (section.reconciling_USDperS[month] as number);
}

/** The listing, debt as filed, and raises announced for later. */
function plannedRaise_USD(
  params: CapitalParams,
  state: CapitalState,
  month: number,
  modelled: boolean,
): number {
  const { section } = params;
  const listed =
    month === params.listing
      ? listingProceeds_USD(section.listingShares, section.listingPrice_USD, section.greenshoe)
      : 0;
  if (modelled) return listed + bookMonth_s * (section.announcedRaise_USDperS[month] as number);
  const borrowed = bookMonth_s * (section.filedBorrowed_USDperS[month] as number);
  state.debt[0] = (state.debt[0] as number) + borrowed;
  return listed + borrowed;
}

/** Trailing year of earnings before interest, tax and depreciation. */
function trackEarnings(state: CapitalState, out: Out): void {
  const rate = (total(out.revenue_USD) - total(out.operatingCost_USD)) / bookMonth_s;
  const weight = bookMonth_s / secondsPerYear;
  state.earnings[0] = (state.earnings[0] as number) + weight * (rate - (state.earnings[0] as number));
}

/** Brings cash up to the least: with new shares as needed, or with what debt the books still carry. */
function fill(params: CapitalParams, state: CapitalState, before: number): number {
  const missing = Math.max(0, params.section.leastCash_USD - before);
  if (params.funding === 'as-needed') {
    state.injected[0] = (state.injected[0] as number) + missing;
    return missing;
  }
  const borrowed = Math.min(missing, capacity_USD(params, state));
  state.debt[0] = (state.debt[0] as number) + borrowed;
  return borrowed;
}

function capacity_USD(params: CapitalParams, state: CapitalState): number {
  return debtCapacity_USD(
    (state.earnings[0] as number) * secondsPerYear,
    params.section.leverageLimit,
    state.debt[0] as number,
  );
}

/** Share of the wanted units' cost that the last month's budget did not cover. */
function writeLimits(state: CapitalState, now: Now, out: Out, modelled: boolean): void {
  let wanted = 0;
  for (let host = 0; host < now.wanted.length; host++) {
    wanted += (now.wanted[host] as number) * (out.unitCost_USD2026[host] as number);
  }
  const missing = modelled ? Math.max(0, wanted - (state.budget[0] as number)) : 0;
  out.capitalLimits.fill(0);
  out.capitalLimits[constraintIndex.cash] = wanted > 0 ? missing / wanted : 0;
  out.fundable[0] = missing > 0 ? 0 : 1;
}

/** What may be spent on units next month, real. `monthly` is the month's cash flow before units and raises. */
export function writeBudget(
  params: CapitalParams,
  state: CapitalState,
  out: Out,
  month: number,
  monthly_USD: number,
): void {
  const { section } = params;
  const nominal =
    params.funding === 'as-needed'
      ? Number.POSITIVE_INFINITY
      : params.funding === 'apart'
        ? purseBudget_USD(params, state, monthly_USD)
        : buildBudget_USD(
            state.cash[0] as number,
            section.leastCash_USD,
            capacity_USD(params, state),
            section.budgetHorizon_s / bookMonth_s,
            monthly_USD,
          );
  state.budget[0] = nominal / (params.priceLevel[month] as number);
  out.buildBudget_USD2026[0] = state.budget[0] as number;
}
