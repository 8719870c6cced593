import { earthRotation_radperS } from '../../sky/constants.ts';
import { type GroundPlace, placeFixed_m, siderealAngle_rad } from '../../sky/passes.ts';
import { sunPosition_m } from '../../sky/sun.ts';
import type { Trajectory } from '../../sky/trajectory.ts';
import { dot, length, minus, times, turnZ, type Vector } from '../../sky/vector.ts';
import { ttMinusUtc_s } from '../../time/scales.ts';

/** A place on the ground with what does not change as the Earth turns. */
export interface Ground {
  readonly fixed_m: Vector;
  /** Unit vector up from the ellipsoid, turning with the Earth. */
  readonly up: Vector;
}

export function groundOf(place: GroundPlace): Ground {
  const level = Math.cos(place.latitude_rad);
  return {
    fixed_m: placeFixed_m(place),
    up: [
      level * Math.cos(place.longitude_rad),
      level * Math.sin(place.longitude_rad),
      Math.sin(place.latitude_rad),
    ],
  };
}

/** How a place and a satellite see each other. */
export interface Sight {
  readonly elevation_rad: number;
  /** At the satellite, between the Earth's centre and the place. */
  readonly offNadir_rad: number;
  readonly slant_m: number;
  readonly altitude_m: number;
}

/** The Earth's turning since `from_d` (days of UTC since J2000). */
export function turning(from_d: number): (t_s: number) => number {
  const start_rad = siderealAngle_rad(from_d);
  return (t_s) => start_rad + earthRotation_radperS * t_s;
}

/** How a satellite of a trajectory (TEME) stands to a place `t_s` after its beginning. */
export function sightAt(
  trajectory: Trajectory,
  ground: Ground,
  turned_rad: (t_s: number) => number,
  t_s: number,
): Sight {
  const satellite_m = turnZ(trajectory.position_m(t_s), -turned_rad(t_s));
  const sight = minus(satellite_m, ground.fixed_m);
  const slant_m = length(sight);
  const radius_m = length(satellite_m);
  return {
    elevation_rad: Math.asin(dot(sight, ground.up) / slant_m),
    offNadir_rad: Math.acos(Math.min(1, dot(sight, satellite_m) / (slant_m * radius_m))),
    slant_m,
    altitude_m: radius_m - length(ground.fixed_m),
  };
}

/** Elevation of the Sun over a place at days of UTC since J2000, without refraction. */
export function sunElevation_rad(ground: Ground, utc_d: number): number {
  const sun_m = sunPosition_m(utc_d + ttMinusUtc_s(utc_d) / 86_400, 'teme');
  const toSun = minus(turnZ(sun_m, -siderealAngle_rad(utc_d)), ground.fixed_m);
  return Math.asin(dot(times(toSun, 1 / length(toSun)), ground.up));
}
