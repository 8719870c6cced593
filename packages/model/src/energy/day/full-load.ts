import type { DayPlanes } from '../../flows/day.ts';
import { firstOf, type Seat } from './seat.ts';

/** What the kernel adds up on each satellite and shells keep, in the order in which it is hashed and written. */
export const summedColumns = [
  'sunlit_s',
  'array_J',
  'chips_J',
  'housekeeping_J',
  'heldByPower_J',
  'heldByHeat_J',
  'curtailed_J',
  'distributionLoss_J',
  'batteryLoss_J',
  'environment_J',
  'radiated_J',
] as const;

/** Columns of a shell, one value a slot; after the sums, the hottest junction and the least share of charge of any satellite. */
export const shellColumns = [...summedColumns, 'hottest_K', 'leastCharge'] as const;

export type ShellSeries = { readonly [K in (typeof shellColumns)[number]]: Float64Array };

export function emptySeries(slots: number): ShellSeries {
  const columns = Object.fromEntries(shellColumns.map((name) => [name, new Float64Array(slots)]));
  return { ...(columns as ShellSeries), leastCharge: new Float64Array(slots).fill(1) };
}

/** Asks every satellite for all that its chips can take. */
export function askAll(seats: readonly Seat[]): void {
  for (const { block } of seats) block.state.load.fill(1);
}

/** Adds to a shell's slot what the kernel found on the satellites of one of its planes, and empties that. */
export function drainSlot(
  plane: number,
  seat: Seat,
  { first }: DayPlanes,
  into: ShellSeries,
  slot: number,
): void {
  const { rows, totals } = seat.block;
  const from = firstOf(seat);
  const to = from + first[plane + 1]! - first[plane]!;
  for (const name of summedColumns) {
    const column = totals[name];
    let sum = 0;
    for (let at = from; at < to; at++) sum += column[at]!;
    into[name][slot]! += sum;
    column.fill(0, from, to);
  }
  const usable_J = rows.usable_J[seat.row]!;
  let hottest_K = into.hottest_K[slot]!;
  let leastCharge = into.leastCharge[slot]!;
  for (let at = from; at < to; at++) {
    hottest_K = Math.max(hottest_K, totals.junction_K[at]!);
    if (usable_J > 0) leastCharge = Math.min(leastCharge, totals.least_J[at]! / usable_J);
  }
  into.hottest_K[slot] = hottest_K;
  into.leastCharge[slot] = leastCharge;
  totals.junction_K.fill(0, from, to);
  totals.least_J.fill(Infinity, from, to);
}
