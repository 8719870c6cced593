/** Closed forms of launch campaigns: what a claim needs, by arithmetic alone. */

/** Little's law: units in service at a steady rate of entry, both in one unit of time. */
export function steadyFleet(entering_perS: number, meanLife_s: number): number {
  return entering_perS * meanLife_s;
}

/** Launches that fill a constellation once. */
export function launchesToFill(units: number, perLaunch: number): number {
  return units / perLaunch;
}

/** Launches a second that keep it full; times `perLaunch` also the rate of re-entry. */
export function launchesToKeep_perS(units: number, perLaunch: number, life_s: number): number {
  return units / life_s / perLaunch;
}

/** Mass to orbit, kg/s, at one launch each `gap_s`. */
export function massRate_kgperS(payload_kg: number, gap_s: number): number {
  return payload_kg / gap_s;
}

/**
 * Units launched within `duration_s` when the constellation fills evenly over `fill_s` and units leave it in
 * proportion to their number, at 1/life: the fill, and replacement of the mean number in service.
 */
export function unitsLaunched(units: number, life_s: number, fill_s: number, duration_s: number): number {
  return units + (units / life_s) * (duration_s - fill_s / 2);
}
