import type { EarthModel } from './earth-model.ts';
import { brouwerMotion_radperS, keplerMotion_radperS, semiMajorAxis_m } from './mean-motion.ts';

/**
 * A shell as a pattern of equal circular orbits: satellite `index` = plane · perPlane + slot. Angles are those at
 * the pattern's epoch, from the equinox of date.
 */
export interface Pattern {
  readonly planes: number;
  readonly perPlane: number;
  readonly inclination_rad: number;
  /** Mean motion without the part that the Earth's flattening adds to what is observed (Brouwer). */
  readonly meanMotion_radperS: number;
  readonly semiMajorAxis_m: number;
  /** Angle over which the nodes are spread evenly. */
  readonly nodeSpread_rad: number;
  /** Node of plane 0. */
  readonly firstNode_rad: number;
  /** Phase of each plane after the one before it, in slots. */
  readonly phasing_slots: number;
  /** Phase that odd planes have on top, in slots. */
  readonly oddPlaneShift_slots: number;
  readonly earth: EarthModel;
}

/** How large the orbits are: by the mean motion that element sets state (Kozai), or by altitude over the equator. */
export type Size = { readonly meanMotion_radperS: number } | { readonly altitude_m: number };

/** The pattern's motion and axis from the one that is given. */
export function sized(
  size: Size,
  inclination_rad: number,
  earth: EarthModel,
): Pick<Pattern, 'meanMotion_radperS' | 'semiMajorAxis_m'> {
  if ('altitude_m' in size) {
    const axis_m = earth.radius_m + size.altitude_m;
    return { semiMajorAxis_m: axis_m, meanMotion_radperS: keplerMotion_radperS(axis_m, earth) };
  }
  const meanMotion_radperS = brouwerMotion_radperS(size.meanMotion_radperS, inclination_rad, earth);
  return { meanMotion_radperS, semiMajorAxis_m: semiMajorAxis_m(meanMotion_radperS, earth) };
}

/** Number of satellites. */
export const satellitesOf = ({ planes, perPlane }: Pick<Pattern, 'planes' | 'perPlane'>): number =>
  planes * perPlane;

/** Node of a plane at the epoch. */
export function node_rad(pattern: Pattern, plane: number): number {
  return pattern.firstNode_rad + (pattern.nodeSpread_rad * plane) / pattern.planes;
}

/** Argument of latitude of slot 0 of a plane at the epoch. */
export function planePhase_rad(pattern: Pattern, plane: number): number {
  const slots = plane * pattern.phasing_slots + (plane % 2) * pattern.oddPlaneShift_slots;
  return (2 * Math.PI * slots) / pattern.perPlane;
}

/** Mean altitude of the orbits above the equatorial radius. */
export const altitude_m = (pattern: Pattern): number => pattern.semiMajorAxis_m - pattern.earth.radius_m;
