/**
 * Splits the fleet's chips between workloads. `need[w]` is the share of all chips that demand for w wants,
 * `kept[w]` the share that the plan keeps for it. When all needs fit, each gets its need and the rest is idle.
 * Otherwise each gets its need up to what is kept for it, and what is left over goes to unmet needs in
 * proportion. Writes the shares to `given` and returns their sum, at most 1.
 */
export function dispatch(
  need: Readonly<Float64Array>,
  kept: Readonly<Float64Array>,
  given: Float64Array,
): number {
  let needed = 0;
  let keptSum = 0;
  for (let w = 0; w < need.length; w++) {
    needed += need[w]!;
    keptSum += kept[w]!;
  }
  if (needed <= 1) {
    given.set(need);
    return needed;
  }
  let spare = 1;
  for (let w = 0; w < need.length; w++) {
    given[w] = Math.min(need[w]!, keptSum > 0 ? kept[w]! / keptSum : 0);
    spare -= given[w]!;
  }
  const unmet = needed - (1 - spare);
  for (let w = 0; w < need.length; w++) {
    given[w] = given[w]! + (spare * (need[w]! - given[w]!)) / unmet;
  }
  return 1;
}

/** Share of chip time that runs on a mean power, when idle chips draw `idleShare` of full draw. */
export function runningShare(power: number, nominal: number, idleShare: number): number {
  if (!(nominal > 0)) return 0;
  return Math.min(1, Math.max(0, (power / nominal - idleShare) / (1 - idleShare)));
}

/** Draw over full draw at a load. */
export function drawShare(load: number, idleShare: number): number {
  return idleShare + (1 - idleShare) * load;
}
