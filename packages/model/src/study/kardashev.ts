import type { Reading } from './reading.ts';

/** Electrical power to the chips of the fleet in orbit, by month. */
export function fleetPower_W(reading: Reading): Float64Array {
  return reading.total('powerToCompute_W', 'orbit');
}

/** What mankind uses in a month of the plan, the fleet with it. */
export function mankindPower_W(reading: Reading, month: number): number {
  return reading.assumption('capital.mankindPower') + (fleetPower_W(reading)[month] as number);
}
