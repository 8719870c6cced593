import type { Place } from '../place.ts';
import type { TransportState } from '../state.ts';

/** What left service in a month. One object is reused by all steps. */
export interface Losses {
  failed: number;
  retired: number;
}

/** Units below which an oldest cohort no longer counts. */
const gone = 1e-9;

/**
 * Ages all cohorts of one host by a month: some fail, some are retired; then lets `entering` units in as the
 * cohort of `now`. Keeps the sum in service and the sum that will be gone when a unit begun now arrives.
 */
export function ageHost(
  state: TransportState,
  place: Place,
  row: number,
  months: number,
  now: number,
  entering: number,
  losses: Losses,
): void {
  const { alive, oldest } = state;
  const { fails, retires, goneAhead } = place.survival;
  const start = row * months;
  let failed = 0;
  let retired = 0;
  let serving = entering;
  let goingSoon = entering * goneAhead[0]!;
  // As an integer, or the loop below would index by doubles at half the speed.
  let first = oldest[row]! | 0;
  for (let cohort = first; cohort < now; cohort++) {
    const units = alive[start + cohort]!;
    if (units === 0) continue;
    const age = now - 1 - cohort;
    const lost = units * fails[age]!;
    const ended = (units - lost) * retires[age]!;
    const left = units - lost - ended;
    alive[start + cohort] = left;
    failed += lost;
    retired += ended;
    serving += left;
    goingSoon += left * goneAhead[age + 1]!;
  }
  alive[start + now] = entering;
  while (first < now && alive[start + first]! < gone) {
    retired += alive[start + first]!;
    serving -= alive[start + first]!;
    alive[start + first] = 0;
    first++;
  }
  oldest[row] = first;
  state.serving[row] = serving;
  state.goingSoon[row] = goingSoon;
  losses.failed = failed;
  losses.retired = retired;
}

/** Share of a stock that leaves it in a time, at a mean stay. */
export function leavingShare(time_s: number, meanStay_s: number): number {
  return meanStay_s === Infinity ? 0 : -Math.expm1(-time_s / meanStay_s);
}
