import { earthMu_m3perS2, earthRadius_m } from './constants.ts';
import type { Shell } from './shell.ts';

/** Speed of the point under a satellite on a circular orbit, the Earth's own turning left aside. */
export function groundSpeed_mperS(altitude_m: number): number {
  const radius_m = earthRadius_m + altitude_m;
  return Math.sqrt(earthMu_m3perS2 / radius_m) * (earthRadius_m / radius_m);
}

/** Share of time that a circular orbit spends between two latitudes. Closed form. */
export function bandShare(inclination_rad: number, from_rad: number, to_rad: number): number {
  const top = Math.sin(inclination_rad);
  const phase = (latitude_rad: number): number =>
    Math.asin(Math.max(-1, Math.min(1, Math.sin(latitude_rad) / top)));
  return top < 1e-9 ? Number(from_rad <= 0 && to_rad > 0) : (phase(to_rad) - phase(from_rad)) / Math.PI;
}

/** Share of the sphere between two latitudes. */
export function bandArea(from_rad: number, to_rad: number): number {
  return (Math.sin(to_rad) - Math.sin(from_rad)) / 2;
}

/** Obliquity of the ecliptic at J2000, IAU 2006. */
const obliquity_rad = (23.4392794 * Math.PI) / 180;

/**
 * Share of time in which the Sun stands at least `least_rad` high under a satellite, mean over the year. Evenly
 * spread nodes see every local time alike. Under a dawn-dusk orbit the Sun never climbs higher than the angle
 * θ = |δ − (90° − i)| between the Sun and the orbit's normal: sin(elevation) = sin θ cos u.
 */
export function litShare(shell: Pick<Shell, 'nodes' | 'inclination_rad'>, least_rad: number): number {
  if (shell.nodes === 'spread') return (1 - Math.sin(least_rad)) / 2;
  const days = 360;
  let sum = 0;
  for (let day = 0; day < days; day++) {
    const declination = Math.asin(Math.sin(obliquity_rad) * Math.sin((2 * Math.PI * (day + 0.5)) / days));
    const highest = Math.abs(Math.sin(declination - Math.PI / 2 + shell.inclination_rad));
    const least = Math.sin(least_rad);
    if (highest > least) sum += Math.acos(least / highest) / Math.PI;
  }
  return sum / days;
}
