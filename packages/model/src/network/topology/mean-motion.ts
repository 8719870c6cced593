import type { EarthModel } from './earth-model.ts';

/** Mean motion of a circular orbit by Kepler's third law. */
export const keplerMotion_radperS = (axis_m: number, earth: EarthModel): number =>
  Math.sqrt(earth.mu_m3perS2 / axis_m ** 3);

/** Axis of a circular orbit by Kepler's third law. */
export const semiMajorAxis_m = (motion_radperS: number, earth: EarthModel): number =>
  Math.cbrt(earth.mu_m3perS2 / motion_radperS ** 2);

/**
 * Brouwer's mean motion from that which element sets state (Kozai's), for circular orbits. The series is the one
 * SGP4 starts with (Spacetrack Report 3; Vallado et al., AIAA 2006-6753).
 */
export function brouwerMotion_radperS(
  kozai_radperS: number,
  inclination_rad: number,
  earth: EarthModel,
): number {
  const shape = 0.75 * earth.j2 * (3 * Math.cos(inclination_rad) ** 2 - 1);
  const first = semiMajorAxis_m(kozai_radperS, earth) / earth.radius_m;
  const guess = shape / (first * first);
  const axis = first * (1 - guess * guess - guess * (1 / 3 + (134 * guess * guess) / 81));
  return kozai_radperS / (1 + shape / (axis * axis));
}
