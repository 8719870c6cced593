import { radians } from './angle.ts';
import { earthRadius_m } from './constants.ts';
import type { MeanOrbit } from './mean-orbit.ts';

/** A shell of circular orbits as Walker described them. */
export interface Walker {
  readonly altitude_m: number;
  readonly inclination_rad: number;
  readonly planes: number;
  readonly perPlane: number;
  /** Angle over which the nodes are spread evenly: a whole turn (delta) or half of one (star). */
  readonly nodeSpread_rad: number;
  /** Walker's F: by how many slots of planes × perPlane each plane runs ahead of the one before. */
  readonly phasing: number;
  readonly firstNode_rad: number;
}

/** The delta pattern in Walker's notation i: T/P/F. */
export function walkerDelta(
  altitude_m: number,
  inclination_deg: number,
  total: number,
  planes: number,
  phasing: number,
): Walker {
  return {
    altitude_m,
    inclination_rad: radians(inclination_deg),
    planes,
    perPlane: total / planes,
    nodeSpread_rad: 2 * Math.PI,
    phasing,
    firstNode_rad: 0,
  };
}

/** Orbit of satellite `index` = plane · perPlane + slot at the pattern's epoch. */
export function walkerOrbit(shell: Walker, index: number): MeanOrbit {
  const { planes, perPlane } = shell;
  const plane = Math.floor(index / perPlane);
  const slot = index - plane * perPlane;
  return {
    semiMajorAxis_m: earthRadius_m + shell.altitude_m,
    eccentricity: 0,
    inclination_rad: shell.inclination_rad,
    node_rad: shell.firstNode_rad + (shell.nodeSpread_rad * plane) / planes,
    perigee_rad: 0,
    meanAnomaly_rad: 2 * Math.PI * (slot / perPlane + (shell.phasing * plane) / (planes * perPlane)),
  };
}
