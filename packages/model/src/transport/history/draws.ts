import type { Keyed } from '../../random/keyed.ts';

/** Draws that one rejected attempt after another may take from an entity. */
const attempts = 64;

/** How many numbered draws a Gamma variate takes of its entity. */
export const gammaDraws = 2 * attempts + 1;

/**
 * Gamma variate of unit scale and any positive shape, from draw numbers `first` on: Marsaglia and Tsang, "A simple
 * method for generating gamma variables", 2000.
 */
export function gammaDraw(shape: number, random: Keyed, entity: number, first: number): number {
  const boost = shape < 1 ? random.uniform(entity, first + 2 * attempts) ** (1 / shape) : 1;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const z = random.normal(entity, first + 2 * attempt);
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    const u = random.uniform(entity, first + 2 * attempt + 1);
    if (Math.log(u) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v * boost;
  }
  // One attempt in some twenty fails; so many in a row do not happen.
  return d * boost;
}

/** Beyond this mean a Poisson count is a rounded normal number: their quantiles differ by less than one. */
const manyPoisson = 400;

/** Poisson count of a mean, from the draw numbered `first`. */
export function poissonDraw(mean: number, random: Keyed, entity: number, first: number): number {
  if (mean > manyPoisson) {
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal(entity, first)));
  }
  const wanted = random.uniform(entity, first);
  let term = Math.exp(-mean);
  let reached = term;
  let count = 0;
  while (reached < wanted && term > 0) {
    count++;
    term *= mean / count;
    reached += term;
  }
  return count;
}
