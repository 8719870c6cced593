import type { DayPlanes, DaySatellites } from '../../flows/day.ts';
import { firstOf, type Seat } from './seat.ts';

/** What a stretch of time came to on the satellites of each plane together. One row a plane. */
export interface PlaneTotals {
  readonly array_J: Float64Array;
  readonly curtailed_J: Float64Array;
  readonly loss_J: Float64Array;
  readonly housekeeping_J: Float64Array;
  readonly sunlit_s: Float64Array;
}

export function planeTotals(planes: number): PlaneTotals {
  const zeros = () => new Float64Array(planes);
  return {
    array_J: zeros(),
    curtailed_J: zeros(),
    loss_J: zeros(),
    housekeeping_J: zeros(),
    sunlit_s: zeros(),
  };
}

/** Hands a plane's asks to the kernel. */
export function applyAsks(plane: number, seat: Seat, planes: DayPlanes, { ask }: DaySatellites): void {
  const { load } = seat.block.state;
  const from = planes.first[plane]!;
  const at = firstOf(seat);
  const count = planes.first[plane + 1]! - from;
  for (let slot = 0; slot < count; slot++) load[at + slot] = ask[from + slot]!;
}

/** Takes from the kernel what the minute brought to each satellite of a plane; returns the energy of their chips. */
export function takeMinute(
  plane: number,
  seat: Seat,
  planes: DayPlanes,
  { pace, heldPower, heldHeat }: DaySatellites,
  minute_s: number,
): number {
  const { chips_J, heldByPower_J, heldByHeat_J } = seat.block.totals;
  const from = planes.first[plane]!;
  const at = firstOf(seat);
  const count = planes.first[plane + 1]! - from;
  const idle_J = planes.idle_W[plane]! * minute_s;
  const perWork = 1 / (planes.load_W[plane]! * minute_s - idle_J);
  const perLoad = 1 / (planes.load_W[plane]! * minute_s);
  let sum_J = 0;
  for (let slot = 0; slot < count; slot++) {
    const chips = chips_J[at + slot]!;
    sum_J += chips;
    pace[from + slot] = Math.max(0, Math.min(1, (chips - idle_J) * perWork));
    heldPower[from + slot] = heldByPower_J[at + slot]! * perLoad;
    heldHeat[from + slot] = heldByHeat_J[at + slot]! * perLoad;
    chips_J[at + slot] = 0;
    heldByPower_J[at + slot] = 0;
    heldByHeat_J[at + slot] = 0;
  }
  return sum_J;
}

/** Adds to a plane's totals what its satellites' have grown to, and empties those. */
export function takeTotals(plane: number, seat: Seat, planes: DayPlanes, into: PlaneTotals): void {
  const { totals } = seat.block;
  const from = firstOf(seat);
  const to = from + planes.first[plane + 1]! - planes.first[plane]!;
  into.array_J[plane]! += drain(totals.array_J, from, to);
  into.curtailed_J[plane]! += drain(totals.curtailed_J, from, to);
  into.loss_J[plane]! += drain(totals.distributionLoss_J, from, to) + drain(totals.batteryLoss_J, from, to);
  into.housekeeping_J[plane]! += drain(totals.housekeeping_J, from, to);
  into.sunlit_s[plane]! += drain(totals.sunlit_s, from, to);
}

function drain(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += column[at]!;
  column.fill(0, from, to);
  return sum;
}
