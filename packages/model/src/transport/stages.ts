/**
 * Flights that a stock of stages allows in `time_s`. A stage that comes back is away for its turnaround; one that
 * does not, or is worn out, leaves the stock: `lost` stages a flight. A stock never goes below zero.
 */
export function flightsOf(stock: number, turnaround_s: number, lost: number, time_s: number): number {
  return stock / Math.max(turnaround_s / time_s, lost);
}

/** Stages that a flight takes from the stock: not recovered, or recovered for the last time. */
export function lostPerFlight(recovery: number, life: number): number {
  return 1 - recovery * (1 - 1 / life);
}
