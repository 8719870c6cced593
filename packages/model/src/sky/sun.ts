import { radians } from './angle.ts';
import { astronomicalUnit_m, solarConstant_Wperm2 } from './constants.ts';
import { distanceTerms, longitudeTerms, type Terms } from './sun-terms.ts';
import { turnY, turnZ, type Vector } from './vector.ts';

/** The Sun as seen from the Earth's centre, apparent place, true equator and equinox of date. */
export interface Sun {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly rightAscension_rad: number;
  readonly declination_rad: number;
  readonly distance_au: number;
}

/**
 * Axes in which an orbit may be given. `date`: true equator and equinox of date. `teme`: true equator, mean
 * equinox, as element sets have it. `j2000`: mean equator and equinox of J2000.
 */
export type Frame = 'date' | 'teme' | 'j2000';

/**
 * Place of the Sun at `day_d` days of TT since J2000 (2000-01-01T12:00). UTC taken for TT moves the Sun by
 * 0.0008°. Good to 0.001° from 2000 to 2050. Source: VSOP87D, shortened; see `sun-terms.ts`.
 */
export function sunAt(day_d: number): Sun {
  const { longitude_rad, distance_au } = eclipticSun(day_d);
  const { longitude_rad: nutation, obliquity_rad } = nutationAt(day_d);
  const [x, y, z] = equatorial(longitude_rad + nutation, obliquity_rad);
  return { x, y, z, rightAscension_rad: Math.atan2(y, x), declination_rad: Math.asin(z), distance_au };
}

/** From the Earth's centre to the Sun in the axes of a frame, in metres. */
export function sunPosition_m(day_d: number, frame: Frame): Vector {
  const { longitude_rad, distance_au } = eclipticSun(day_d);
  const [x, y, z] = inFrame(longitude_rad, day_d, frame);
  const distance_m = distance_au * astronomicalUnit_m;
  return [x * distance_m, y * distance_m, z * distance_m];
}

function inFrame(longitude_rad: number, day_d: number, frame: Frame): Vector {
  if (frame === 'j2000') return toJ2000(equatorial(longitude_rad, meanObliquity_rad(day_d)), day_d);
  const nutation = nutationAt(day_d);
  const ofDate = equatorial(longitude_rad + nutation.longitude_rad, nutation.obliquity_rad);
  // The mean equinox stands off the true one by the equation of the equinoxes.
  return frame === 'date'
    ? ofDate
    : turnZ(ofDate, -nutation.longitude_rad * Math.cos(nutation.obliquity_rad));
}

/** Right ascension of the mean Sun, which keeps mean solar time: the Sun's mean longitude, with aberration. */
export function meanSunRightAscension_rad(day_d: number): number {
  return radians((meanLongitude_deg(day_d / 36_525) - 0.00569) % 360);
}

/** Sunlight at a distance from the Sun, above the air and square to the rays. */
export function solarFlux_Wperm2(distance_au: number): number {
  return solarConstant_Wperm2 / distance_au ** 2;
}

/** Days since J2000 of a calendar day at noon UTC. `dayOfYear` counts from 1. */
export function noonOf(year: number, dayOfYear: number): number {
  return (Date.UTC(year, 0, dayOfYear, 12) - Date.UTC(2000, 0, 1, 12)) / 86_400_000;
}

/** Apparent longitude on the ecliptic of date from the mean equinox, and distance. */
function eclipticSun(day_d: number): { longitude_rad: number; distance_au: number } {
  const millennia = day_d / 365_250;
  const distance_au = series(distanceTerms, millennia);
  // To the FK5 equinox, and by aberration. Source: Meeus, ch. 25, higher accuracy.
  const shift_arcsec = -0.09033 - 20.4898 / distance_au;
  return {
    longitude_rad: series(longitudeTerms, millennia) + Math.PI + radians(shift_arcsec / 3600),
    distance_au,
  };
}

function series(powers: readonly Terms[], tau: number): number {
  let sum = 0;
  for (let power = powers.length - 1; power >= 0; power--) {
    let terms = 0;
    for (const [a, b, c] of powers[power]!) terms += a * Math.cos(b + c * tau);
    sum = sum * tau + terms;
  }
  return sum * 1e-8;
}

function equatorial(longitude_rad: number, obliquity_rad: number): Vector {
  const sine = Math.sin(longitude_rad);
  return [Math.cos(longitude_rad), Math.cos(obliquity_rad) * sine, Math.sin(obliquity_rad) * sine];
}

function meanObliquity_rad(day_d: number): number {
  return radians(23.4392911 - 0.0130042 * (day_d / 36_525));
}

/** Nutation in longitude, and the true obliquity, to 0.5″. Source: Meeus, ch. 22. */
function nutationAt(day_d: number): { longitude_rad: number; obliquity_rad: number } {
  const t = day_d / 36_525;
  const node = radians(125.04452 - 1934.136261 * t);
  const sun = radians(2 * meanLongitude_deg(t));
  const moon = radians(2 * (218.3165 + 481_267.8813 * t));
  const longitude_arcsec =
    -17.2 * Math.sin(node) - 1.32 * Math.sin(sun) - 0.23 * Math.sin(moon) + 0.21 * Math.sin(2 * node);
  const obliquity_arcsec =
    9.2 * Math.cos(node) + 0.57 * Math.cos(sun) + 0.1 * Math.cos(moon) - 0.09 * Math.cos(2 * node);
  return {
    longitude_rad: radians(longitude_arcsec / 3600),
    obliquity_rad: meanObliquity_rad(day_d) + radians(obliquity_arcsec / 3600),
  };
}

/** From the mean equator and equinox of date to those of J2000. Source: IAU 1976 precession, Meeus, ch. 21. */
function toJ2000(ofDate: Vector, day_d: number): Vector {
  const t = day_d / 36_525;
  const zeta = radians(((2306.2181 + (0.30188 + 0.017998 * t) * t) * t) / 3600);
  const z = radians(((2306.2181 + (1.09468 + 0.018203 * t) * t) * t) / 3600);
  const theta = radians(((2004.3109 - (0.42665 + 0.041833 * t) * t) * t) / 3600);
  return turnZ(turnY(turnZ(ofDate, -z), theta), -zeta);
}

function meanLongitude_deg(t: number): number {
  return 280.46646 + (36_000.76983 + 0.0003032 * t) * t;
}
