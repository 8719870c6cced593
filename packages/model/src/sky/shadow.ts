import { earthRadius_m, sunRadius_m } from './constants.ts';
import { angleBetween_rad, dot, length, minus, type Vector } from './vector.ts';

/** What casts a shadow, and what shines. */
export interface Bodies {
  readonly bodyRadius_m: number;
  readonly sunRadius_m: number;
}

export const earthAndSun: Bodies = { bodyRadius_m: earthRadius_m, sunRadius_m };

/**
 * Angles by which a place lies outside each shadow, negative within. They are continuous outside the body, so
 * that their zeros are the events.
 */
export const shadowDepths = {
  /** Shadow as a cylinder of the body's radius, at the body's centre between the place and the antisolar point. */
  cylinder(position_m: Vector, sun_m: Vector, { bodyRadius_m }: Bodies): number {
    const edge = Math.asin(Math.min(1, bodyRadius_m / length(position_m)));
    return Math.PI - angleBetween_rad(position_m, sun_m) - edge;
  },
  /** Full shadow, as seen from the place: the body's disc hides the Sun's. */
  umbra(position_m: Vector, sun_m: Vector, bodies: Bodies): number {
    const { apart, body, sun } = discs(position_m, sun_m, bodies);
    return apart - body + sun;
  },
  /** Any shadow, as seen from the place: the body's disc touches the Sun's. */
  penumbra(position_m: Vector, sun_m: Vector, bodies: Bodies): number {
    const { apart, body, sun } = discs(position_m, sun_m, bodies);
    return apart - body - sun;
  },
} as const;

export type ShadowKind = keyof typeof shadowDepths;

/** Share of the Sun's disc that is seen from a place: 1 in full sun, 0 in the umbra. Limb darkening left aside. */
export function seenShare(position_m: Vector, sun_m: Vector, bodies: Bodies = earthAndSun): number {
  const { apart, body, sun } = discs(position_m, sun_m, bodies);
  if (apart >= body + sun) return 1;
  if (apart <= body - sun) return 0;
  if (apart <= sun - body) return 1 - (body / sun) ** 2;
  return 1 - overlap(apart, body, sun) / (Math.PI * sun * sun);
}

/** Radii of the two discs and the angle between their centres, as seen from a place. */
function discs(position_m: Vector, sun_m: Vector, bodies: Bodies) {
  const toSun = minus(sun_m, position_m);
  const toBody = minus([0, 0, 0], position_m);
  return {
    apart: angleBetween_rad(toBody, toSun),
    body: Math.asin(Math.min(1, bodies.bodyRadius_m / length(position_m))),
    sun: Math.asin(Math.min(1, bodies.sunRadius_m / Math.sqrt(dot(toSun, toSun)))),
  };
}

/** Area common to two circles. Source: Montenbruck and Gill, Satellite Orbits, section 3.4.2. */
function overlap(apart: number, a: number, b: number): number {
  const x = (apart * apart + a * a - b * b) / (2 * apart);
  const y = Math.sqrt(Math.max(0, a * a - x * x));
  const cap = (radius: number, height: number) =>
    radius * radius * Math.acos(Math.max(-1, Math.min(1, height / radius)));
  return cap(a, x) + cap(b, apart - x) - apart * y;
}
