import { earthJ2, earthMu_m3perS2, earthRadius_m, meanSunRate_radperS } from './constants.ts';
import { cross, dot, type Vector } from './vector.ts';

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
 * Inclination at which an orbit's node keeps step with the mean Sun; undefined where none does, for circular
 * orbits above some 5,970 km. `altitude_m` is the semi-major axis less the Earth's radius.
 */
export function sunSynchronousInclination_rad(altitude_m: number, eccentricity = 0): number | undefined {
  const flat = { ...circularOrbit(altitude_m, 0), eccentricity };
  const cosine = meanSunRate_radperS / drift(flat).node_radperS;
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
