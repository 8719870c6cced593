import type { Pattern } from './pattern.ts';

/** Steady turning of all orbits of a pattern under the Earth's flattening. */
export interface Drift {
  /** Rate of the mean argument of latitude. */
  readonly latitude_radperS: number;
  readonly node_radperS: number;
}

/** Secular rates to J2² and J4 for circular orbits: SGP4's, with its eccentricity and drag set to zero. */
export function driftOf(pattern: Pattern): Drift {
  const { earth, meanMotion_radperS: n } = pattern;
  const inverseSquare = (earth.radius_m / pattern.semiMajorAxis_m) ** 2;
  const c2 = Math.cos(pattern.inclination_rad) ** 2;
  const c4 = c2 * c2;
  const byJ2 = 1.5 * earth.j2 * inverseSquare * n;
  const byJ2Squared = 0.5 * byJ2 * earth.j2 * inverseSquare;
  const byJ4 = -0.46875 * earth.j4 * inverseSquare * inverseSquare * n;
  const anomaly = n + 0.5 * byJ2 * (3 * c2 - 1) + 0.0625 * byJ2Squared * (13 - 78 * c2 + 137 * c4);
  const perigee =
    -0.5 * byJ2 * (1 - 5 * c2) +
    0.0625 * byJ2Squared * (7 - 114 * c2 + 395 * c4) +
    byJ4 * (3 - 36 * c2 + 49 * c4);
  const node =
    Math.cos(pattern.inclination_rad) * (-byJ2 + 0.5 * byJ2Squared * (4 - 19 * c2) + 2 * byJ4 * (3 - 7 * c2));
  return { latitude_radperS: anomaly + perigee, node_radperS: node };
}
