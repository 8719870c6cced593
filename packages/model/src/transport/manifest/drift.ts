import { circularOrbit, drift } from '../../sky/orbit.ts';

const turn_rad = 2 * Math.PI;
/** Waits nearer to a whole turn than this are none: the node stands there already. */
const same_rad = 1e-9;

/** A climb from the parking orbit to the shell, both circular and of one inclination. */
export interface Climb {
  readonly parking_m: number;
  readonly altitude_m: number;
  readonly inclination_rad: number;
  readonly rate_mperS: number;
}

/** How fast the node of the parking orbit runs ahead of the shell's, by J2; negative where it falls behind. */
export function driftApart_radperS({ parking_m, altitude_m, inclination_rad }: Climb): number {
  const node = (height_m: number): number => drift(circularOrbit(height_m, inclination_rad)).node_radperS;
  return node(parking_m) - node(altitude_m);
}

export function climb_s({ parking_m, altitude_m, rate_mperS }: Climb): number {
  return Math.abs(altitude_m - parking_m) / rate_mperS;
}

/** How far the node has run ahead of the shell's when the climb is done: the integral by Simpson's rule. */
export function climbDrift_rad(climb: Climb): number {
  const at = (share: number): number =>
    driftApart_radperS({
      ...climb,
      parking_m: climb.parking_m + share * (climb.altitude_m - climb.parking_m),
    });
  const intervals = 8;
  let sum = at(0) + at(1);
  for (let point = 1; point < intervals; point++) {
    sum += (point % 2 === 1 ? 4 : 2) * at(point / intervals);
  }
  return (climb_s(climb) * sum) / (3 * intervals);
}

/**
 * Wait in the parking orbit from one node of the shell to another, both in axes that turn with the shell;
 * Infinity where the orbits do not drift apart.
 */
export function wait_s(from_rad: number, to_rad: number, apart_radperS: number): number {
  const ahead = (((to_rad - from_rad) * Math.sign(apart_radperS)) % turn_rad) + turn_rad;
  const way = ahead % turn_rad;
  if (way < same_rad || way > turn_rad - same_rad) return 0;
  return apart_radperS === 0 ? Infinity : way / Math.abs(apart_radperS);
}
