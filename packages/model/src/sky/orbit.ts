import { earthJ2, earthMu_m3perS2, earthRadius_m, meanSunRate_radperS } from './constants.ts';

/** Size, shape and tilt of an orbit about the Earth: all that its secular drift depends on. */
export interface OrbitShape {
  readonly semiMajorAxis_m: number;
  readonly eccentricity: number;
  readonly inclination_rad: number;
}

/** Rates of an orbit's angles under the Earth's oblateness, mean over a revolution. */
export interface Drift {
  readonly node_radperS: number;
  readonly perigee_radperS: number;
}

export type Vector = readonly [x: number, y: number, z: number];

export function circularOrbit(altitude_m: number, inclination_rad: number): OrbitShape {
  return { semiMajorAxis_m: earthRadius_m + altitude_m, eccentricity: 0, inclination_rad };
}

export function meanMotion_radperS(semiMajorAxis_m: number): number {
  return Math.sqrt(earthMu_m3perS2 / semiMajorAxis_m ** 3);
}

/** Keplerian period. */
export function period_s(semiMajorAxis_m: number): number {
  return (2 * Math.PI) / meanMotion_radperS(semiMajorAxis_m);
}

/** Secular drift by J2 to first order. Source: Vallado, Fundamentals of Astrodynamics, section 9.6. */
export function drift({ semiMajorAxis_m, eccentricity, inclination_rad }: OrbitShape): Drift {
  const parameter_m = semiMajorAxis_m * (1 - eccentricity ** 2);
  const scale = 1.5 * earthJ2 * (earthRadius_m / parameter_m) ** 2 * meanMotion_radperS(semiMajorAxis_m);
  return {
    node_radperS: -scale * Math.cos(inclination_rad),
    perigee_radperS: scale * (2 - 2.5 * Math.sin(inclination_rad) ** 2),
  };
}

/**
 * Inclination at which a circular orbit's node keeps step with the mean Sun; undefined where none does, above
 * some 5,970 km.
 */
export function sunSynchronousInclination_rad(altitude_m: number): number | undefined {
  const polar = drift(circularOrbit(altitude_m, 0)).node_radperS;
  const cosine = meanSunRate_radperS / polar;
  return cosine < -1 ? undefined : Math.acos(cosine);
}

/** Shape of the orbit through a position with a velocity, in any inertial equatorial frame. Bound orbits only. */
export function shapeOf(position_m: Vector, velocity_mperS: Vector): OrbitShape {
  const radius_m = Math.hypot(...position_m);
  const speedSquared = dot(velocity_mperS, velocity_mperS);
  const semiMajorAxis_m = 1 / (2 / radius_m - speedSquared / earthMu_m3perS2);
  const momentum = cross(position_m, velocity_mperS);
  const parameter_m = dot(momentum, momentum) / earthMu_m3perS2;
  return {
    semiMajorAxis_m,
    eccentricity: Math.sqrt(Math.max(0, 1 - parameter_m / semiMajorAxis_m)),
    inclination_rad: Math.acos(momentum[2] / Math.hypot(...momentum)),
  };
}

function dot(left: Vector, right: Vector): number {
  return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
}

function cross(left: Vector, right: Vector): Vector {
  return [
    left[1] * right[2] - left[2] * right[1],
    left[2] * right[0] - left[0] * right[2],
    left[0] * right[1] - left[1] * right[0],
  ];
}
