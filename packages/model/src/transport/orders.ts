import type { Readings } from '../flows/ports.ts';
import type { Interval } from '../time/calendar.ts';
import { month_s } from './entries.ts';
import { countFinishable, countMade } from './factory.ts';
import type { Ask, Supplies } from './limits.ts';
import type { Params } from './params.ts';
import type { Place } from './place.ts';
import { ration } from './ration.ts';
import { sitePower_W } from './site.ts';
import { delay, type TransportState } from './state.ts';
import type { Work } from './work.ts';

/** What the last month left to spend, and what a unit costs. */
export type Money = Readings<'buildBudget_USD2026' | 'unitCost_USD2026'>;

/** Units missing: the target and what will be gone by arrival, less what serves or is on its way. */
export function askForUnits(params: Params, state: TransportState, ask: Ask, interval: Interval): void {
  const { places, orbits } = params;
  for (let h = 0; h < places.length; h++) {
    const place = places[h]!;
    const onItsWay = state.building[h]! + state.waiting[h]! + state.raising[h]!;
    const missing = place.host.target + state.goingSoon[h]! - state.serving[h]! - onItsWay;
    ask.wanted[h] = interval.index >= place.from ? Math.max(0, missing) : 0;
    if (h >= orbits) askSite(state, place, h, ask, interval);
  }
}

/** What permit and grid allow to be begun at a site now, and what its builders can. */
function askSite(state: TransportState, place: Place, h: number, ask: Ask, interval: Interval): void {
  const site = place.site!;
  const since_s = (interval.index - place.host.begin) * month_s;
  const power_W = since_s >= site.permitWait_s ? sitePower_W(site, since_s + site.building_s) : 0;
  const halls = place.host.unitPower_W > 0 ? power_W / place.host.unitPower_W : 0;
  ask.permitted[h] = Math.max(0, halls + state.goingSoon[h]! - state.serving[h]! - state.building[h]!);
  ask.buildable[h] = site.hallRate_perS[interval.index]! * interval.seconds;
}

/** What supplies, launches ahead and money allow to begin of what is wanted, in `work.begun`. */
export function beginUnits(
  params: Params,
  state: TransportState,
  work: Work,
  before: Money,
  interval: Interval,
): void {
  const { places, orbits, inOrder, factories } = params;
  const { begun, ask, supplies } = work;
  begun.set(ask.wanted);
  for (let h = orbits; h < places.length; h++) {
    begun[h] = Math.min(begun[h]!, ask.permitted[h]!, ask.buildable[h]!);
  }
  countFinishable(params, state, interval.index, interval.seconds, ask.finishable);
  for (let d = 0; d < factories.length; d++) {
    ration(begun, factories[d]!.serves, ask.finishable[d]!, inOrder, 0, orbits);
  }
  limitToLaunches(params, state, work);
  readSupplies(params, supplies, before, interval);
  ration(begun, supplies.cells.cost, supplies.cells.limit, inOrder, 0, orbits);
  ration(begun, supplies.chips.cost, supplies.chips.limit, inOrder, 0, places.length);
  ration(begun, supplies.cash.cost, supplies.cash.limit, inOrder, 0, places.length);
}

/** Puts what was begun into the line that finishes it. */
export function countBegun(
  params: Params,
  state: TransportState,
  begun: Readonly<Float64Array>,
  { index }: Interval,
): void {
  const { places, line } = params;
  countMade(params, state, begun);
  for (let h = 0; h < places.length; h++) {
    state.building[h] = state.building[h]! + begun[h]!;
    delay(state.finishing, h, line, index, places[h]!.building_months, begun[h]!);
  }
}

/** No more satellites are begun than launches at the present rate would take by the time they are built. */
function limitToLaunches(
  params: Params,
  state: TransportState,
  { begun, launchTime, ungrounded }: Work,
): void {
  let ahead = params.longestBuilding_months + params.plan.section.launchBuffer_s / month_s;
  for (let h = 0; h < params.orbits; h++) {
    launchTime[h] = 1 / ungrounded[h]!;
    const onGround = state.building[h]! + state.waiting[h]!;
    if (onGround > 0) ahead -= onGround * launchTime[h]!;
  }
  ration(begun, launchTime, Math.max(0, ahead), params.inOrder, 0, params.orbits);
}

function readSupplies(params: Params, supplies: Supplies, before: Money, { index, seconds }: Interval): void {
  const { section } = params.plan;
  supplies.chips.limit = section.chipSupply_WperS[index]! * seconds;
  supplies.cells.limit = section.cellSupply_WperS[index]! * seconds;
  supplies.cash.limit = params.books ? before.buildBudget_USD2026[0]! : Infinity;
  supplies.cash.cost.set(before.unitCost_USD2026);
}
