import type { FleetShell } from '@kardashev/contracts/fleet.ts';
import { secondsPerYear } from '@kardashev/model/time/calendar.ts';
import { survivalTable } from '@kardashev/model/transport/survival.ts';

/** Share of a month's satellites that is left after so many months, as the transport model ages them. */
export function survivors(mortality: FleetShell['mortality'], months: number): Float64Array {
  const { fails, retires } = survivalTable(mortality, secondsPerYear / 12, months, 0);
  const left = new Float64Array(months + 1);
  left[0] = 1;
  for (let age = 0; age < months; age++) left[age + 1] = left[age]! * (1 - fails[age]!) * (1 - retires[age]!);
  return left;
}

/**
 * Satellites of a shell by month of entry into service, summed up from the oldest: element m is how many of the
 * `count` satellites in service in `month` entered in month m or before.
 */
export function cohortSums(
  placed: readonly (number | null)[],
  left: Float64Array,
  month: number,
  count: number,
): Uint32Array {
  const alive = new Float64Array(month + 1);
  let all = 0;
  for (let entry = 0; entry <= month; entry++) {
    all += Math.max(0, placed[entry] ?? 0) * (left[month - entry] ?? 0);
    alive[entry] = all;
  }
  // Whole satellites, and all of them, though cohorts are expected numbers and may lack what flew before the plan.
  return Uint32Array.from(alive, (sum) => (all > 0 ? Math.round((count * sum) / all) : count));
}

/** Month in which a satellite, counted from the oldest, entered service. */
export function entryOf(sums: Uint32Array, index: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Age in years of satellites that entered in a month: to its middle, as the energy model takes it. */
export function age_yr(month: number, entry: number): number {
  return (month - entry + 0.5) / 12;
}

/** Mean age of a shell's satellites, NaN where it has none. */
export function meanAge_yr(sums: Uint32Array, month: number): number {
  let before = 0;
  let sum = 0;
  sums.forEach((upTo, entry) => {
    sum += (upTo - before) * age_yr(month, entry);
    before = upTo;
  });
  return sum / before;
}
