import type { Interval } from '../time/calendar.ts';
import { boughtAt, clearingPrice } from './market.ts';
import type { CapitalParams } from './params.ts';
import type { Now, Out } from './state.ts';

/** What the hosts could deliver of all workloads if every chip had a buyer. */
export function supply_FLOPperS(now: Now): number {
  let supply = 0;
  for (let workload = 0; workload < now.deliverable_FLOPperS.length; workload++) {
    supply += now.deliverable_FLOPperS[workload] as number;
  }
  return supply;
}

/**
 * Clears the market: this interval's price for what the hosts could deliver now, and the work bought at that
 * price in the next. What is bought equals what could be delivered wherever that exceeds demand at the market's
 * price and the floor is not reached; so compute that has grown since idles for one month at most.
 */
export function clearMarket(params: CapitalParams, now: Now, out: Out, interval: Interval): void {
  const { marketPrice, marketDemand, section } = params;
  const month = interval.index;
  const next = Math.min(month + 1, params.months - 1);
  const supply = supply_FLOPperS(now);
  const asked = marketDemand[month] as number;
  const price = asked > 0 ? clearingPrice(supply / asked, section.elasticity, section.priceFloor) : 1;
  writeMarket(
    params,
    out,
    price * (marketPrice[month] as number),
    (marketDemand[next] as number) * boughtAt(price, section.elasticity),
  );
}

/** Price and demand of each workload from those of all work. */
export function writeMarket(params: CapitalParams, out: Out, price: number, demand: number): void {
  for (let workload = 0; workload < params.workloads.length; workload++) {
    const { priceFactor, demandShare } = params.workloads[workload]!;
    out.computePrice_USD2026perFLOP[workload] = price * priceFactor;
    out.demand_FLOPperS[workload] = demand * demandShare;
  }
}

/** Sale of delivered work, real USD a second. */
export function workSales_USD2026perS(params: CapitalParams, now: Now, out: Out): number {
  let sales = 0;
  for (let workload = 0; workload < params.workloads.length; workload++) {
    const price = out.computePrice_USD2026perFLOP[workload] as number;
    sales += (now.work_FLOPperS[workload] as number) * price * params.workloads[workload]!.paidShare;
  }
  return sales;
}
