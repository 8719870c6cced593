import { earthMu_m3perS2, earthRadius_m } from '../../sky/constants.ts';

/** Objects of one kind within a layer, whose motions are not coordinated. */
export interface Layer {
  readonly count: number;
  readonly altitude_m: number;
  /** Height over which they are spread evenly. */
  readonly thickness_m: number;
}

/** Meetings of a kinetic gas: ½ n² σ v V, with n = N/V. `crossSection_m2` is that of two objects together. */
export function meetings_perS(
  count: number,
  volume_m3: number,
  crossSection_m2: number,
  speed_mperS: number,
): number {
  return (0.5 * count ** 2 * crossSection_m2 * speed_mperS) / volume_m3;
}

/** The same for one object among `count` others. */
export function meetingsOfOne_perS(
  count: number,
  volume_m3: number,
  crossSection_m2: number,
  speed_mperS: number,
): number {
  return (count * crossSection_m2 * speed_mperS) / volume_m3;
}

/** Volume of a layer around the whole Earth. */
export function layerVolume_m3({ altitude_m, thickness_m }: Omit<Layer, 'count'>): number {
  const low_m = earthRadius_m + altitude_m - thickness_m / 2;
  return (4 / 3) * Math.PI * ((low_m + thickness_m) ** 3 - low_m ** 3);
}

export function circularSpeed_mperS(altitude_m: number): number {
  return Math.sqrt(earthMu_m3perS2 / (earthRadius_m + altitude_m));
}

/** Mean speed between objects of one speed that fly in all directions alike: 4/3 of it. */
export function mixedSpeed_mperS(altitude_m: number): number {
  return (4 / 3) * circularSpeed_mperS(altitude_m);
}

/**
 * Speed that makes the kinetic gas over the whole layer right for circular orbits of one inclination with nodes at
 * random: v · 4 K(sin i)/π². Where two of them meet, one goes north and the other south, or both alike, without
 * any speed between them; they crowd at the highest latitudes. It grows without limit towards polar orbits, which
 * all meet at the poles; there the size of what is there ends it, which is not taken in.
 *
 * Derivation: ½ ∫ n(φ)² ½ · 2 v cos ψ dV over the latitudes φ with n ∝ 1/√(sin² i − sin² φ) and the course ψ.
 */
export function shellSpeed_mperS(altitude_m: number, inclination_rad: number): number {
  return (4 / Math.PI ** 2) * ellipticK(Math.sin(inclination_rad)) * circularSpeed_mperS(altitude_m);
}

/** Complete elliptic integral of the first kind of modulus k < 1, by the arithmetic-geometric mean. */
export function ellipticK(k: number): number {
  let a = 1;
  let g = Math.sqrt(1 - k ** 2);
  while (a - g > 1e-15 * a) [a, g] = [(a + g) / 2, Math.sqrt(a * g)];
  return Math.PI / (a + g);
}

/** Cross-section of two bodies of given mean areas, taken as discs: hulls touch where their radii do. */
export function jointSection_m2(one_m2: number, other_m2: number): number {
  return (Math.sqrt(one_m2) + Math.sqrt(other_m2)) ** 2;
}

/** Mean area of a satellite over all directions: a thin plate shows half its area. */
export function meanArea_m2(design: {
  readonly arrayArea_m2: number;
  readonly radiatorArea_m2: number;
}): number {
  return (design.arrayArea_m2 + design.radiatorArea_m2) / 2;
}
