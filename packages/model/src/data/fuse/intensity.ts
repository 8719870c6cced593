import { normalShare } from '@kardashev/kernels/numeric/normal.ts';

/** A quake as shaking depends on it. */
export interface Shaking {
  readonly magnitude: number;
  readonly depth_m: number;
}

/**
 * Modified Mercalli intensity at a distance along the ground, median of active crust. Source: Allen, Wald and Worden
 * 2012, Intensity attenuation in active crustal regions, J. Seismology 16, 409–433, by hypocentral distance; the
 * constants are theirs, kilometres inside.
 */
export function intensity({ magnitude, depth_m }: Shaking, distance_m: number): number {
  const away_km = Math.hypot(distance_m, depth_m) / 1e3;
  const source_km = -0.209 + 2.042 * Math.exp(magnitude - 5);
  const near = 2.085 + 1.428 * magnitude - 1.402 * Math.log(Math.max(1, Math.hypot(away_km, source_km)));
  return away_km > 50 ? near + 0.078 * Math.log(away_km / 50) : near;
}

/** Chance that an intensity is reached at the epicentre, by the scatter of the same relation. */
export function exceedance(shaking: Shaking, least: number): number {
  const away_km = shaking.depth_m / 1e3;
  const scatter = 0.82 + 0.37 / (1 + (away_km / 22.9) ** 2);
  return normalShare((intensity(shaking, 0) - least) / scatter);
}

/** Beyond this the relation was never fitted. */
const farthest_m = 1e6;

/** How far from the epicentre an intensity is reached; zero where it is nowhere. */
export function reach_m(shaking: Shaking, least: number): number {
  if (intensity(shaking, 0) < least) return 0;
  if (intensity(shaking, farthest_m) >= least) return farthest_m;
  let [low_m, high_m] = [0, farthest_m];
  for (let round = 0; round < 40; round++) {
    const middle_m = (low_m + high_m) / 2;
    if (intensity(shaking, middle_m) >= least) low_m = middle_m;
    else high_m = middle_m;
  }
  return low_m;
}
