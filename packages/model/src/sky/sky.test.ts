import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrees, radians, wrap_rad } from './angle.ts';
import { beta_rad, nodeOfLocalTime_rad } from './beta.ts';
import { earthRadius_m } from './constants.ts';
import { eclipseFreeBeta_rad, eclipseShare, eclipseShares } from './eclipse.ts';
import { eclipseCalendar, newYear_d } from './eclipse-days.ts';
import { circularOrbit, drift, period_s, shapeOf, sunSynchronousInclination_rad } from './orbit.ts';
import { noonOf, sunAt } from './sun.ts';

const any = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyRadius = any(earthRadius_m + 200e3, earthRadius_m + 36_000e3);

describe('the Sun', () => {
  it('gives a unit vector within the ecliptic and the distances of the seasons', () => {
    fc.assert(
      fc.property(any(0, 18_262), (day_d) => {
        const sun = sunAt(day_d);
        expect(Math.hypot(sun.x, sun.y, sun.z)).toBeCloseTo(1, 12);
        expect(Math.abs(degrees(sun.declination_rad))).toBeLessThan(23.45);
        expect(sun.distance_au).toBeGreaterThan(0.9832);
        expect(sun.distance_au).toBeLessThan(1.0168);
      }),
    );
  });

  it('crosses the equator northward at the equinox of 2026, 20 March 14:46 UTC', () => {
    const equinox_d = (Date.UTC(2026, 2, 20, 14, 46) - Date.UTC(2000, 0, 1, 12)) / 86_400_000;
    expect(Math.abs(degrees(sunAt(equinox_d).declination_rad))).toBeLessThan(0.005);
  });
});

describe('eclipse', () => {
  it('shrinks as the Sun leaves the plane, and is gone beyond the free angle', () => {
    fc.assert(
      fc.property(anyRadius, any(0, 1), any(0, 1), (radius_m, one, other) => {
        const free = eclipseFreeBeta_rad(radius_m);
        const [near, far] = [Math.min(one, other) * free, Math.max(one, other) * free];
        expect(eclipseShare(radius_m, near)).toBeGreaterThanOrEqual(eclipseShare(radius_m, far));
        expect(eclipseShare(radius_m, -far)).toBe(eclipseShare(radius_m, far));
        expect(eclipseShare(radius_m, free + 1e-9)).toBe(0);
      }),
    );
  });

  it('has its cylinder between umbra and penumbra', () => {
    fc.assert(
      fc.property(anyRadius, any(-1.5, 1.5), (radius_m, beta) => {
        const { umbra, cylinder, penumbra } = eclipseShares(radius_m, beta);
        expect(umbra).toBeLessThanOrEqual(cylinder);
        expect(cylinder).toBeLessThanOrEqual(penumbra);
      }),
    );
  });

  it('is the same over a year at 06:00 with the halves of the year exchanged', () => {
    const epoch_d = newYear_d(2025);
    const shape = circularOrbit(650e3, sunSynchronousInclination_rad(650e3)!);
    const at = (hour: number) => {
      const node_rad = nodeOfLocalTime_rad(hour, epoch_d);
      return eclipseCalendar({ ...shape, node_rad, perigee_rad: 0, meanAnomaly_rad: 0 }, epoch_d, 2025);
    };
    const [morning, evening] = [at(6), at(18)];
    expect(Math.abs(morning.daysWithEclipse - evening.daysWithEclipse)).toBeLessThan(6);
    expect(morning.firstDay).toBe(1);
    expect(evening.firstDay).toBeGreaterThan(100);
    const shadow_s = evening.days.reduce((sum, day) => sum + day.shadow_s, 0);
    expect(1 - shadow_s / (365 * 86_400)).toBeCloseTo(evening.sunlitShare, 9);
  });
});

describe('orbits', () => {
  it('at the sun-synchronous inclination keep the local time of their node over a year', () => {
    const shape = circularOrbit(700e3, sunSynchronousInclination_rad(700e3)!);
    const start_d = noonOf(2026, 1);
    const days = 365.2421897;
    const drifted = nodeOfLocalTime_rad(6, start_d) + drift(shape).node_radperS * days * 86_400;
    expect(Math.abs(degrees(wrap_rad(drifted - nodeOfLocalTime_rad(6, start_d + days))))).toBeLessThan(0.01);
  });

  it('have no sun-synchronous inclination far out', () => {
    expect(sunSynchronousInclination_rad(5_900e3)).toBeDefined();
    expect(sunSynchronousInclination_rad(6_000e3)).toBeUndefined();
  });

  it('come back from a state at perigee as they went in', () => {
    fc.assert(
      fc.property(
        any(6_700e3, 40_000e3),
        any(0.001, 0.8),
        any(0.01, 3.1),
        (axis_m, eccentricity, inclination) => {
          const perigee_m = axis_m * (1 - eccentricity);
          const speed = Math.sqrt((3.986004418e14 * (1 + eccentricity)) / perigee_m);
          const shape = shapeOf(
            [perigee_m, 0, 0],
            [0, speed * Math.cos(inclination), speed * Math.sin(inclination)],
          );
          expect(shape.semiMajorAxis_m / axis_m).toBeCloseTo(1, 9);
          expect(shape.eccentricity).toBeCloseTo(eccentricity, 6);
          expect(shape.inclination_rad).toBeCloseTo(inclination, 9);
        },
      ),
    );
  });

  it('obey the third law', () => {
    expect(period_s(4e7) / period_s(1e7)).toBeCloseTo(8, 12);
  });
});

describe('beta', () => {
  it('of a polar plane at 06:00 faces the Sun at the equinox, at noon has it in the plane', () => {
    const equinox_d = noonOf(2026, 79);
    const sun = sunAt(equinox_d);
    const at = (hour: number) => degrees(beta_rad(sun, nodeOfLocalTime_rad(hour, equinox_d), radians(90)));
    expect(Math.abs(at(6))).toBeGreaterThan(87);
    expect(Math.sign(at(6))).toBe(-Math.sign(at(18)));
    // The true Sun runs up to 16 minutes off the mean Sun: the equation of time.
    expect(Math.abs(at(12))).toBeLessThan(4.1);
  });
});
