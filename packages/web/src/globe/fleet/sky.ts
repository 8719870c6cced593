import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { planesOf } from '@kardashev/model/energy/planes.ts';
import { beta_rad } from '@kardashev/model/sky/beta.ts';
import { earthRadius_m, meanSunRate_radperS } from '@kardashev/model/sky/constants.ts';
import { circularOrbit, drift, meanMotion_radperS } from '@kardashev/model/sky/orbit.ts';
import { type Sun, sunAt } from '@kardashev/model/sky/sun.ts';
import { calendar, monthOf, secondsPerDay } from '@kardashev/model/time/calendar.ts';
import type { Place } from './filling.ts';

/**
 * Orbits of a shell in a month, in the frame of the picture: z to the north pole, x at the Sun's right ascension, turning
 * with it. Times count from the middle of the month.
 */
export interface ShellSky {
  /** In Earth radii. */
  readonly radius: number;
  readonly inclination_rad: number;
  readonly meanMotion_radperS: number;
  /** Ascending node of plane p: first + (p odd ? odd : 0) + p · step, moving at a rate. */
  readonly firstNode_rad: number;
  readonly oddNode_rad: number;
  readonly nodeStep_rad: number;
  readonly nodeRate_radperS: number;
  /** Argument of latitude of slot s in plane p: s · slotStep + p · planeStep, moving at the mean motion. */
  readonly slotStep_rad: number;
  readonly planeStep_rad: number;
}

/** What nodes depend on beside the shell. */
export interface Nodes {
  /** First month of service, counted from the plan's first, and the plan's first month `YYYY-MM`. */
  readonly begin: number;
  readonly from: string;
  readonly tolerance_rad: number;
  readonly formation_m: number;
}

/** The Sun in the middle of a month. */
export function sunOf(label: string): Sun {
  return sunAt(middle_d(monthOf(label) ?? 0));
}

/** Middle of a month since 2026-01, in days since J2000. */
function middle_d(month: number): number {
  return calendar(month, month).intervals[0]!.middle_d;
}

export function shellSky(shell: ShellRow, label: string, nodes: Nodes): ShellSky {
  const radius_m = earthRadius_m + shell.altitude_m;
  const day_d = middle_d(monthOf(label) ?? 0);
  const begin_d = middle_d((monthOf(nodes.from) ?? 0) + nodes.begin);
  const turn = 2 * Math.PI;
  return {
    radius: radius_m / earthRadius_m,
    inclination_rad: shell.inclination_rad,
    meanMotion_radperS: meanMotion_radperS(radius_m),
    ...(shell.nodes === 'dawn-dusk'
      ? byLocalTime(shell, begin_d, day_d, nodes.tolerance_rad)
      : allAround(shell, begin_d, day_d)),
    slotStep_rad: nodes.formation_m > 0 ? nodes.formation_m / radius_m : turn / shell.perPlane,
    planeStep_rad: turn / (shell.planes * shell.perPlane),
  };
}

/** Planes of 06:00 and 18:00 by turns, which keep to the Sun or leave it by J2, as the energy model has them. */
function byLocalTime(shell: ShellRow, begin_d: number, day_d: number, tolerance_rad: number) {
  const planes = planesOf(shell, begin_d, tolerance_rad);
  const sun = sunAt(day_d).rightAscension_rad;
  const first = planes.node_rad(0, day_d) - sun;
  const odd = planes.count > 1 ? planes.node_rad(1, day_d) - sun - first : 0;
  return {
    firstNode_rad: wrapped(first),
    oddNode_rad: wrapped(odd),
    nodeStep_rad: 0,
    nodeRate_radperS: planes.drift_radperS,
  };
}

/** Planes evenly over all right ascensions; all of them drift by J2 together. */
function allAround(shell: ShellRow, begin_d: number, day_d: number) {
  const rate = drift(circularOrbit(shell.altitude_m, shell.inclination_rad)).node_radperS;
  const drifted = rate * (day_d - begin_d) * secondsPerDay;
  return {
    firstNode_rad: wrapped(drifted - sunAt(day_d).rightAscension_rad),
    oddNode_rad: 0,
    nodeStep_rad: (2 * Math.PI) / shell.planes,
    nodeRate_radperS: rate - meanSunRate_radperS,
  };
}

function wrapped(angle_rad: number): number {
  const turn = 2 * Math.PI;
  return angle_rad - turn * Math.floor(angle_rad / turn);
}

/** Ascending node of a plane, from the Sun's right ascension. */
export function nodeOf(sky: ShellSky, plane: number, time_s: number): number {
  const odd = plane % 2 === 1 ? sky.oddNode_rad : 0;
  return sky.firstNode_rad + odd + plane * sky.nodeStep_rad + time_s * sky.nodeRate_radperS;
}

/** Argument of latitude of a place. */
export function latitudeArgument(sky: ShellSky, { plane, slot }: Place, time_s: number): number {
  const turns = (time_s * sky.meanMotion_radperS) % (2 * Math.PI);
  return slot * sky.slotStep_rad + plane * sky.planeStep_rad + turns;
}

/** Angle between the Sun and a plane. */
export function planeBeta_rad(sky: ShellSky, plane: number, time_s: number, sun: Sun): number {
  return beta_rad(sun, nodeOf(sky, plane, time_s) + sun.rightAscension_rad, sky.inclination_rad);
}

/** Equatorial x, y, z of a place in Earth radii. */
export function positionOf(sky: ShellSky, place: Place, time_s: number): readonly [number, number, number] {
  const node = nodeOf(sky, place.plane, time_s);
  return onOrbit(sky, node, latitudeArgument(sky, place, time_s));
}

/** A point of a circular orbit by node and argument of latitude. */
export function onOrbit(
  { radius, inclination_rad }: ShellSky,
  node_rad: number,
  u_rad: number,
): readonly [number, number, number] {
  const [cosU, sinU] = [Math.cos(u_rad), Math.sin(u_rad)];
  const [cosN, sinN] = [Math.cos(node_rad), Math.sin(node_rad)];
  const [cosI, sinI] = [Math.cos(inclination_rad), Math.sin(inclination_rad)];
  return [
    radius * (cosN * cosU - sinN * sinU * cosI),
    radius * (sinN * cosU + cosN * sinU * cosI),
    radius * sinU * sinI,
  ];
}
