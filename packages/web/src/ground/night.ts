import { siderealAngle_rad } from '@kardashev/model/sky/passes.ts';
import { sunAt } from '@kardashev/model/sky/sun.ts';
import { ttMinusUtc_s } from '@kardashev/model/time/scales.ts';
import type { Point } from './projection.ts';

/** Unix seconds of 2000-01-01T12:00Z. */
const j2000_s = 946_728_000;
const degrees = 180 / Math.PI;

/** Days of UTC since J2000 of a Unix time. */
export const daysOf = (moment_s: number): number => (moment_s - j2000_s) / 86_400;

/** The part of the flat map where the Sun is down, as one ring from −180° to 180°. */
export function nightRing(moment_s: number): Point[] {
  const utc_d = daysOf(moment_s);
  const sun = sunAt(utc_d + ttMinusUtc_s(utc_d) / 86_400);
  const below = sun.rightAscension_rad - siderealAngle_rad(utc_d);
  // On the very equator the terminator would be a meridian.
  const declination = Math.abs(sun.declination_rad) < 1e-4 ? 1e-4 : sun.declination_rad;
  const line = Array.from({ length: 181 }, (_, index): Point => {
    const longitude = index * 2 - 180;
    const hour = longitude / degrees - below;
    return [longitude, Math.atan(-Math.cos(hour) / Math.tan(declination)) * degrees];
  });
  const pole = declination > 0 ? -90 : 90;
  return [[-180, pole], ...line, [180, pole]];
}
