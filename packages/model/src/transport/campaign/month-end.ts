import { constraints } from '../../flows/constraint.ts';
import type { Interval } from '../../time/calendar.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { causes } from '../fleet/lives.ts';
import type { Params } from '../params.ts';
import type { Dock } from './dock.ts';
import type { FamilyRecord } from './family-record.ts';
import type { Planner } from './planner.ts';
import type { CampaignMonths } from './record.ts';

/** Ends a month: hands the stocks of its last day to who orders, orders, and writes what came of it. */
export function closeMonth(
  params: Params,
  months: CampaignMonths,
  fleet: Fleet,
  dock: Dock,
  families: FamilyRecord,
  planner: Planner,
  interval: Interval,
): void {
  const { index, seconds } = interval;
  const { state, limits } = planner;
  for (let f = 0; f < params.families.length; f++) {
    state.groundingLeft[f] = families.groundedFor_s(f);
    months.grounded[f * params.months + index] = families.groundedFor_s(f) / seconds;
  }
  for (let h = 0; h < params.orbits; h++) {
    state.waiting[h] = dock.waiting[h]!;
    state.raising[h] = dock.onTheWay[h]!;
    state.serving[h] = fleet.serving[h]!;
    state.goingSoon[h] = goingSoon(params, fleet, h, index);
    const at = h * params.months + index;
    months.inService[at] = fleet.serving[h]!;
    months.inOrbit[at] = dock.onTheWay[h]! + fleet.serving[h]! + fleet.leaving[h]! + fleet.dead[h]!;
    months.reentered[at] = fleet.down[h]! - sumBefore(months.reentered, h * params.months, index);
  }
  planner.order(interval);
  for (let c = 0; c < constraints.length; c++) months.limits[c * params.months + index] = limits[c]!;
  countEnds(params, months, fleet, index);
}

function countEnds(params: Params, months: CampaignMonths, fleet: Fleet, month: number): void {
  for (let c = 0; c < causes.length; c++) {
    let ended = 0;
    for (let h = 0; h < params.orbits; h++) ended += fleet.ended[h * causes.length + c]!;
    months.ended[c * params.months + month] = ended - sumBefore(months.ended, c * params.months, month);
  }
}

/** Satellites in service that will be gone when one begun now arrives. */
function goingSoon({ months, places }: Params, fleet: Fleet, h: number, month: number): number {
  const { goneAhead } = places[h]!.survival;
  let going = 0;
  for (let cohort = 0; cohort <= month; cohort++) {
    const units = fleet.alive[h * months + cohort]!;
    if (units > 0) going += units * goneAhead[month - cohort]!;
  }
  return going;
}

function sumBefore(rows: Readonly<Float64Array>, from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at++) sum += rows[at]!;
  return sum;
}
