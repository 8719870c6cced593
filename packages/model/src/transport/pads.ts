import type { Keyed } from '../random/keyed.ts';

/**
 * Pads as renewal processes: gaps between launches have a mean and a coefficient of variation c. Over a time
 * much longer than a gap, n pads launch `n·time/gap` times with variance c² times that. Outages take their share.
 */
export function meanLaunches(pads: number, gap_s: number, outage: number, time_s: number): number {
  return (pads * (1 - outage) * time_s) / gap_s;
}

/** One month's launches: the mean with the scatter of a renewal process, `z` standard normal, mean kept. */
export function scattered(mean: number, variation: number, z: number): number {
  if (mean <= 0) return 0;
  const bound = variation > 0 ? Math.sqrt(mean) / variation : Infinity;
  const held = Math.max(-bound, Math.min(bound, z));
  return Math.max(0, mean + variation * Math.sqrt(mean) * held);
}

/**
 * Launches of one pad within `time_s`, event by event: Gamma gaps of the given mean and variation, the first from
 * a pad in steady use. The reference that the fluid form is held against.
 */
export function simulatedLaunches(
  gap_s: number,
  variation: number,
  time_s: number,
  random: Keyed,
  entity: number,
): number[] {
  const at: number[] = [];
  const shape = 1 / variation ** 2;
  // A burn-in of a few gaps forgets that the process began with a launch.
  let clock = -20 * gap_s;
  for (let draw = 0; ; draw++) {
    clock += (gap_s / shape) * gamma(shape, random, entity, draw);
    if (clock >= time_s) return at;
    if (clock >= 0) at.push(clock);
  }
}

/** Attempts that one Gamma variate may take, and so draws it keeps to itself. */
const attempts = 64;

/**
 * Gamma variate of unit scale: Marsaglia and Tsang, "A simple method for generating gamma variables", 2000. A shape
 * below 1 is that of one more, times a power of a uniform.
 */
export function gamma(shape: number, random: Keyed, entity: number, draw: number): number {
  if (shape < 1) {
    const power = random.uniform(entity, 2 * (draw * attempts + attempts - 1)) ** (1 / shape);
    return gamma(shape + 1, random, entity, draw) * power;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let attempt = 0; ; attempt++) {
    const key = 2 * (draw * attempts + attempt);
    const z = random.normal(entity, key);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(random.uniform(entity, key + 1)) < (z * z) / 2 + d - d * v + d * Math.log(v))
      return d * v;
  }
}
