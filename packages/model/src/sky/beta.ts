import { meanSunRightAscension_rad, type Sun } from './sun.ts';

/**
 * Angle between the Sun and an orbital plane, positive when the Sun stands on the side of the orbit's angular
 * momentum. Eclipse, albedo and heat of a circular orbit depend on the Sun through this and its distance alone.
 */
export function beta_rad(sun: Sun, node_rad: number, inclination_rad: number): number {
  const sine =
    Math.cos(sun.declination_rad) * Math.sin(inclination_rad) * Math.sin(node_rad - sun.rightAscension_rad) +
    Math.sin(sun.declination_rad) * Math.cos(inclination_rad);
  return Math.asin(Math.max(-1, Math.min(1, sine)));
}

/** Right ascension of the ascending node whose mean local time is `localTime_h` (06:00 is 6) on a day. */
export function nodeOfLocalTime_rad(localTime_h: number, day_d: number): number {
  return meanSunRightAscension_rad(day_d) + ((localTime_h - 12) * Math.PI) / 12;
}
