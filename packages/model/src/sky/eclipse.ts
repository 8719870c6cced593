import { findRoot } from '@kardashev/kernels/numeric/root.ts';
import { radians } from './angle.ts';
import { astronomicalUnit_m, earthRadius_m, sunRadius_m } from './constants.ts';
import { sunSynchronousInclination_rad } from './orbit.ts';

/** Shares of a circular orbit spent in shadow. */
export interface EclipseShares {
  /** Shadow as a cylinder of the Earth's radius. */
  readonly cylinder: number;
  /** Full shadow only. */
  readonly umbra: number;
  /** From first to last contact. */
  readonly penumbra: number;
}

/**
 * Eclipse of a circular orbit whose plane stands at `beta_rad` to the Sun; the Earth is a sphere of equatorial
 * radius. The edge of each shadow is met at a fixed angle from the point opposite the Sun: asin(Re/r) for the
 * cylinder, less (umbra) or more (penumbra) by the half angle of the cone.
 */
export function eclipseShares(
  radius_m: number,
  beta_rad: number,
  sunDistance_m = astronomicalUnit_m,
): EclipseShares {
  const edge = Math.asin(earthRadius_m / radius_m);
  const umbraCone = Math.asin((sunRadius_m - earthRadius_m) / sunDistance_m);
  const penumbraCone = Math.asin((sunRadius_m + earthRadius_m) / sunDistance_m);
  return {
    cylinder: shareWithin(edge, beta_rad),
    umbra: shareWithin(edge - umbraCone, beta_rad),
    penumbra: shareWithin(edge + penumbraCone, beta_rad),
  };
}

/** Cylinder eclipse of a circular orbit as a share of its revolution. */
export function eclipseShare(radius_m: number, beta_rad: number): number {
  return shareWithin(Math.asin(earthRadius_m / radius_m), beta_rad);
}

/** |β| above which a circular orbit meets no shadow (cylinder). */
export function eclipseFreeBeta_rad(radius_m: number): number {
  return Math.asin(earthRadius_m / radius_m);
}

/**
 * Lowest altitude at which a dawn-dusk sun-synchronous orbit is never eclipsed: its plane leans towards the
 * pole of the Sun's year by i − 90°, the Sun by the obliquity, and what is left of β must clear the Earth.
 */
export function eclipseFreeDawnDusk_m(obliquity_rad = radians(23.4392911)): number {
  const margin = (altitude_m: number): number => {
    const inclination = sunSynchronousInclination_rad(altitude_m) ?? Math.PI;
    return Math.PI - inclination - obliquity_rad - eclipseFreeBeta_rad(earthRadius_m + altitude_m);
  };
  return findRoot(margin, 500e3, 3_000e3, 1);
}

/** Share of a circle at inclination β within an angle of the point opposite the Sun. */
function shareWithin(angle_rad: number, beta_rad: number): number {
  const cosine = Math.cos(angle_rad) / Math.cos(beta_rad);
  return cosine >= 1 ? 0 : Math.acos(cosine) / Math.PI;
}
