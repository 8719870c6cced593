import { ttMinusUtc_s } from '../time/scales.ts';
import { earthFlattening, earthRadius_m, earthRotation_radperS } from './constants.ts';
import { crossings } from './crossings.ts';
import type { Trajectory } from './trajectory.ts';
import { dot, length, minus, times, turnZ, type Vector } from './vector.ts';

/** A place on the Earth, geodetic. */
export interface GroundPlace {
  readonly latitude_rad: number;
  readonly longitude_rad: number;
  readonly altitude_m?: number;
}

/** A time in which two see each other; cut off at the ends of the time that was looked at. */
export interface Pass {
  readonly from_s: number;
  readonly to_s: number;
}

/** Angle of Greenwich from the mean equinox, at days of UTC since J2000. Source: IAU 1982, Meeus, ch. 12. */
export function siderealAngle_rad(utc_d: number): number {
  const t = utc_d / 36_525;
  const degrees = 280.46061837 + 360.98564736629 * utc_d + (0.000387933 - t / 38_710_000) * t * t;
  return ((((degrees % 360) + 360) % 360) * Math.PI) / 180;
}

/** A place in axes that turn with the Earth, on the ellipsoid of WGS 84. */
export function placeFixed_m({ latitude_rad, longitude_rad, altitude_m = 0 }: GroundPlace): Vector {
  const squared = earthFlattening * (2 - earthFlattening);
  const across_m = earthRadius_m / Math.sqrt(1 - squared * Math.sin(latitude_rad) ** 2);
  const level_m = (across_m + altitude_m) * Math.cos(latitude_rad);
  return [
    level_m * Math.cos(longitude_rad),
    level_m * Math.sin(longitude_rad),
    (across_m * (1 - squared) + altitude_m) * Math.sin(latitude_rad),
  ];
}

/** Elevation of a satellite over a place's horizon, along a trajectory's time. For orbits in axes of date. */
export function elevationAlong(trajectory: Trajectory, place: GroundPlace): (t_s: number) => number {
  const fixed_m = placeFixed_m(place);
  const up: Vector = [
    Math.cos(place.latitude_rad) * Math.cos(place.longitude_rad),
    Math.cos(place.latitude_rad) * Math.sin(place.longitude_rad),
    Math.sin(place.latitude_rad),
  ];
  const utc_d = trajectory.epoch_d - ttMinusUtc_s(trajectory.epoch_d) / 86_400;
  const start_rad = siderealAngle_rad(utc_d);
  return (t_s) => {
    const turned = turnZ(trajectory.position_m(t_s), -(start_rad + earthRotation_radperS * t_s));
    const sight = minus(turned, fixed_m);
    return Math.asin(dot(sight, up) / length(sight));
  };
}

/** Lower than this under its least elevation, a satellite at a look is on no pass before or after the look. */
const near_rad = 0.5;

/** Times in which a satellite stands at least so high over a place, located to 0.1 ms. */
export function passes(
  trajectory: Trajectory,
  place: GroundPlace,
  least_rad: number,
  from_s: number,
  to_s: number,
): Pass[] {
  const elevation = elevationAlong(trajectory, place);
  // Overhead a low satellite crosses the sky in minutes: look more often than for eclipses.
  const step_s = (t_s: number) => trajectory.step_s(t_s) / 2;
  return spans((t_s) => elevation(t_s) - least_rad, from_s, to_s, step_s);
}

/** Times in which the straight line between two satellites clears the Earth by `clearance_m`. Common epoch and axes. */
export function sightings(
  one: Trajectory,
  other: Trajectory,
  clearance_m: number,
  from_s: number,
  to_s: number,
): Pass[] {
  const limit_m = earthRadius_m + clearance_m;
  const clear = (t_s: number) => nearest_m(one.position_m(t_s), other.position_m(t_s)) / limit_m - 1;
  return spans(clear, from_s, to_s, (t_s) => Math.min(one.step_s(t_s), other.step_s(t_s)) / 2);
}

/** How near the line between two points comes to the Earth's centre. */
function nearest_m(from: Vector, to: Vector): number {
  const way = minus(to, from);
  const share = Math.max(0, Math.min(1, -dot(from, way) / Math.max(dot(way, way), 1e-9)));
  return length(minus(from, times(way, -share)));
}

/** Spans of time in which a function is not negative. */
function spans(
  f: (t_s: number) => number,
  from_s: number,
  to_s: number,
  step_s: (t_s: number) => number,
): Pass[] {
  const found: Pass[] = [];
  let start_s = f(from_s) >= 0 ? from_s : undefined;
  for (const { t_s, rising } of crossings(f, from_s, to_s, step_s, near_rad)) {
    if (rising) start_s = t_s;
    else if (start_s !== undefined) {
      found.push({ from_s: start_s, to_s: t_s });
      start_s = undefined;
    }
  }
  if (start_s !== undefined) found.push({ from_s: start_s, to_s });
  return found;
}
