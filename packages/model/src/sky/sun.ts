import { radians } from './angle.ts';
import { astronomicalUnit_m, solarConstant_Wperm2 } from './constants.ts';

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
 * Place of the Sun at `day_d` days since J2000 (2000-01-01T12:00, UTC taken for TT: the minute between them
 * moves the Sun by 0.0008°). Good to 0.01° from 2000 to 2050.
 *
 * Source: Meeus, Astronomical Algorithms, 2nd ed., ch. 25, low accuracy.
 */
export function sunAt(day_d: number): Sun {
  const t = day_d / 36_525;
  const meanAnomaly = radians(357.52911 + (35_999.05029 - 0.0001537 * t) * t);
  const centre =
    (1.914602 - (0.004817 + 0.000014 * t) * t) * Math.sin(meanAnomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * meanAnomaly) +
    0.000289 * Math.sin(3 * meanAnomaly);
  const trueLongitude_deg = meanLongitude_deg(t) + centre;
  const node = radians(125.04 - 1934.136 * t);
  // Nutation and aberration.
  const longitude = radians(trueLongitude_deg - 0.00569 - 0.00478 * Math.sin(node));
  const obliquity = radians(23.4392911 - 0.0130042 * t + 0.00256 * Math.cos(node));
  const eccentricity = 0.016708634 - (0.000042037 + 0.0000001267 * t) * t;
  const distance_au =
    (1.000001018 * (1 - eccentricity ** 2)) / (1 + eccentricity * Math.cos(meanAnomaly + radians(centre)));
  const x = Math.cos(longitude);
  const y = Math.cos(obliquity) * Math.sin(longitude);
  const z = Math.sin(obliquity) * Math.sin(longitude);
  return { x, y, z, rightAscension_rad: Math.atan2(y, x), declination_rad: Math.asin(z), distance_au };
}

/** Right ascension of the mean Sun, which keeps mean solar time: the Sun's mean longitude, with aberration. */
export function meanSunRightAscension_rad(day_d: number): number {
  return radians((meanLongitude_deg(day_d / 36_525) - 0.00569) % 360);
}

/** Sunlight at a distance from the Sun, above the air and square to the rays. */
export function solarFlux_Wperm2(distance_au: number): number {
  return solarConstant_Wperm2 / distance_au ** 2;
}

export function sunDistance_m(sun: Sun): number {
  return sun.distance_au * astronomicalUnit_m;
}

/** Days since J2000 of a calendar day at noon UTC. `dayOfYear` counts from 1. */
export function noonOf(year: number, dayOfYear: number): number {
  return (Date.UTC(year, 0, dayOfYear, 12) - Date.UTC(2000, 0, 1, 12)) / 86_400_000;
}

function meanLongitude_deg(t: number): number {
  return 280.46646 + (36_000.76983 + 0.0003032 * t) * t;
}
