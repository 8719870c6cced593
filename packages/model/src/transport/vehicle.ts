import { learned } from '@kardashev/kernels/numeric/wright.ts';
import type { Interval } from '../time/calendar.ts';
import type { Vehicle } from './entries.ts';
import type { Family } from './families.ts';
import type { Params } from './params.ts';
import { lostPerFlight } from './stages.ts';

/** Whether the month's launches are on record. */
export function onRecord(params: Params, interval: Interval): boolean {
  return interval.month <= params.plan.section.actualsUntil;
}

/** Mean turnaround after so many flights of the family. */
export function turnaround_s(vehicle: Vehicle, reference_s: number, flights: number): number {
  return Math.max(
    vehicle.turnaroundLeast_s,
    learned(reference_s, vehicle.turnaroundFlights, vehicle.turnaroundLearning, flights),
  );
}

/** Median grounding after so many flights of the family. */
export function groundingMedian_s(vehicle: Vehicle, flights: number): number {
  return Math.max(
    vehicle.groundingLeast_s,
    learned(vehicle.groundingMedian_s, vehicle.groundingFlights, vehicle.groundingLearning, flights),
  );
}

/** Launches that Connectivity and customers want in the month. */
export function otherLaunches(params: Params, family: Family, { index, seconds }: Interval): number {
  let wanted = 0;
  for (const v of family.versions) {
    const vehicle = params.plan.vehicles[v]!;
    const share = params.mix[v * params.months + index]!;
    wanted +=
      share * (vehicle.starlinkLaunches_perS[index]! + vehicle.customerLaunches_perS[index]!) * seconds;
  }
  return wanted;
}

/** Cost of one more launch: stages used up and operations, at the month's build cost. */
export function launchCost_USD2026(vehicle: Vehicle, month: number): number {
  return (
    lostPerFlight(vehicle.boosterRecovery[month]!, vehicle.boosterLife) *
      vehicle.boosterCost_USD2026[month]! +
    lostPerFlight(vehicle.shipRecovery[month]!, vehicle.shipLife) * vehicle.shipCost_USD2026[month]! +
    vehicle.operations_USD2026[month]!
  );
}
