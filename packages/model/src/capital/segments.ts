import type { Interval } from '../time/calendar.ts';
import { begunCost_USD2026, begunMargin_USD2026, imagers_USD2026 } from './begun.ts';
import { subscribersAfter } from './connectivity.ts';
import { bookMonth_s, type CapitalParams, row } from './params.ts';
import { workSales_USD2026perS } from './pricing.ts';
import type { CapitalState, Now, Out } from './state.ts';

/** Books of the three segments before the model begins: as filed, a quarter spread evenly over its months. */
export function reportFiled(
  params: CapitalParams,
  state: CapitalState,
  now: Now,
  out: Out,
  month: number,
): void {
  const { filed } = params;
  for (let segment = 0; segment < 3; segment++) {
    out.revenue_USD[segment] = bookMonth_s * (filed.revenue[segment]![month] as number);
    out.operatingCost_USD[segment] = bookMonth_s * (filed.operatingCost[segment]![month] as number);
    out.capitalSpending_USD[segment] = bookMonth_s * (filed.capital[segment]![month] as number);
  }
  out.intercompany_USD[0] = 0;
  state.subscribers[0] = params.section.filedSubscribers[month] as number;
  state.stations[0] = now.stationsBuilt[0] as number;
}

/** Books of the three segments from what the twin builds, launches and delivers. */
export function operate(
  params: CapitalParams,
  state: CapitalState,
  now: Now,
  out: Out,
  interval: Interval,
): void {
  const margin_USD2026 = begunMargin_USD2026(params, now, out, interval.index);
  out.intercompany_USD[0] = margin_USD2026 * (params.priceLevel[interval.index] as number);
  operateSpace(params, now, out, interval);
  operateConnectivity(params, state, out, interval.index);
  operateAi(params, state, now, out, interval);
}

function operateSpace(params: CapitalParams, now: Now, out: Out, { index, seconds }: Interval): void {
  const { section } = params;
  const nominal = params.priceLevel[index] as number;
  let flown = 0;
  for (let vehicle = 0; vehicle < now.launches.length; vehicle++) flown += now.launches[vehicle] as number;
  // A fleet that is grounded sells no launches.
  const sold = Math.min(flown, (section.launchesSold_perS[index] as number) * seconds);
  const revenue =
    nominal *
    (sold * section.customerLaunchPrice_USD2026 +
      bookMonth_s * (section.governmentSpace_USD2026perS[index] as number));
  // A margin between the companies is the seller's income; what is sold is paid for as the buyer's building.
  out.revenue_USD[row.space] = revenue + (out.intercompany_USD[0] as number);
  out.operatingCost_USD[row.space] = revenue * section.spaceCostShare;
  out.capitalSpending_USD[row.space] =
    nominal * bookMonth_s * (section.spaceCapital_USD2026perS[index] as number);
}

function operateConnectivity(params: CapitalParams, state: CapitalState, out: Out, month: number): void {
  const { section } = params;
  const subscribers = state.subscribers[0] as number;
  const grown = subscribersAfter(
    subscribers,
    section.subscriberLimit,
    section.subscriberGrowth_perS,
    bookMonth_s,
  );
  state.subscribers[0] = grown;
  const paid = ((subscribers + grown) / 2) * (section.subscriberPrice_USD2026perS[month] as number);
  const revenue =
    (params.priceLevel[month] as number) *
    bookMonth_s *
    (paid + (section.connectivityOther_USD2026perS[month] as number));
  out.revenue_USD[row.connectivity] = revenue;
  out.operatingCost_USD[row.connectivity] = revenue * section.connectivityCostShare;
  out.capitalSpending_USD[row.connectivity] = revenue * section.connectivityCapitalShare;
}

function operateAi(params: CapitalParams, state: CapitalState, now: Now, out: Out, interval: Interval): void {
  const { section } = params;
  const month = interval.index;
  const nominal = params.priceLevel[month] as number;
  const sales_USD2026 =
    workSales_USD2026perS(params, now, out) * interval.seconds +
    bookMonth_s * (section.advertising_USD2026perS[month] as number);
  out.revenue_USD[row.ai] = nominal * sales_USD2026 + bookMonth_s * (section.lease_USDperS[month] as number);
  const base_USD2026 =
    bookMonth_s *
    ((section.aiOperatingCost_USD2026perS[month] as number) +
      (params.funding === 'apart' ? section.apartOverhead_USD2026perS : 0));
  const margin_USD = out.intercompany_USD[0] as number;
  out.operatingCost_USD[row.ai] =
    nominal * (base_USD2026 + hostsOperations_USD2026(params, now, out)) + margin_USD;
  const estate_USD2026 = bookMonth_s * (section.estateCapital_USD2026perS[month] as number);
  const units_USD2026 = begunCost_USD2026(params, state, now, out) + imagers_USD2026(params, now);
  out.capitalSpending_USD[row.ai] =
    nominal * (estate_USD2026 + units_USD2026 + stations_USD2026(params, state, now)) - margin_USD;
}

/** Operations of the units in service and the energy that hosts on the ground draw. */
function hostsOperations_USD2026(params: CapitalParams, now: Now, out: Out): number {
  let cost = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index]!;
    const worth = (now.inService[index] as number) * (out.unitCost_USD2026[index] as number);
    cost += worth * host.operations_perS * bookMonth_s;
    cost += (now.generated_J[index] as number) * host.power_USD2026perJ;
  }
  return cost;
}

/** New optical ground terminals since the month before. */
function stations_USD2026(params: CapitalParams, state: CapitalState, now: Now): number {
  const stations = Math.max(0, (now.stationsBuilt[0] as number) - (state.stations[0] as number));
  state.stations[0] = Math.max(state.stations[0] as number, now.stationsBuilt[0] as number);
  return stations * params.section.stationCost_USD2026;
}
