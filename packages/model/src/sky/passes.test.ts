import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capAngle_rad, shellView } from './access.ts';
import { radians } from './angle.ts';
import { earthRadius_m } from './constants.ts';
import { meanOrbitTrajectory, nodalPeriod_s } from './mean-orbit.ts';
import { circularOrbit } from './orbit.ts';
import { elevationAlong, passes, placeFixed_m, siderealAngle_rad, sightings } from './passes.ts';
import { angleBetween_rad, length } from './vector.ts';
import { walkerDelta, walkerOrbit } from './walker.ts';

const any = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const orbit = (altitude_m: number, inclination_deg: number, node_rad = 0, meanAnomaly_rad = 0) => ({
  ...circularOrbit(altitude_m, radians(inclination_deg)),
  node_rad,
  perigee_rad: 0,
  meanAnomaly_rad,
});

describe('passes over a place', () => {
  it('begin and end at the least elevation, and are higher between', () => {
    fc.assert(
      fc.property(
        any(-1.2, 1.2),
        any(-3, 3),
        any(0, 6),
        any(0.05, 0.8),
        (latitude, longitude, node, least) => {
          const way = meanOrbitTrajectory(orbit(700e3, 80, node), 9_000.3);
          const place = { latitude_rad: latitude, longitude_rad: longitude };
          const elevation = elevationAlong(way, place);
          for (const { from_s, to_s } of passes(way, place, least, 0, 86_400)) {
            if (from_s > 0) expect(elevation(from_s)).toBeCloseTo(least, 5);
            if (to_s < 86_400) expect(elevation(to_s)).toBeCloseTo(least, 5);
            expect(elevation((from_s + to_s) / 2)).toBeGreaterThan(least - 1e-9);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are all that a look every ten seconds finds', () => {
    const way = meanOrbitTrajectory(orbit(550e3, 53), 9_000);
    const place = { latitude_rad: radians(35.1), longitude_rad: radians(-90), altitude_m: 80 };
    const found = passes(way, place, radians(25), 0, 3 * 86_400);
    const elevation = elevationAlong(way, place);
    for (let t_s = 0; t_s < 3 * 86_400; t_s += 10) {
      const inside = found.some(({ from_s, to_s }) => from_s <= t_s && t_s <= to_s);
      expect(inside).toBe(elevation(t_s) >= radians(25));
    }
  });

  it('take the share of time that the closed form has', () => {
    const way = meanOrbitTrajectory(orbit(550e3, 53), 9_000);
    const place = { latitude_rad: radians(35), longitude_rad: 0 };
    const days = 60;
    const least = radians(10);
    const seen_s = passes(way, place, least, 0, days * 86_400).reduce((s, p) => s + p.to_s - p.from_s, 0);
    const view = shellView({ inclination_rad: radians(53) }, radians(35), capAngle_rad(550e3, least));
    expect(seen_s / (days * 86_400) / view.satellite).toBeGreaterThan(0.95);
    expect(seen_s / (days * 86_400) / view.satellite).toBeLessThan(1.05);
  });

  it('over the pole come once a revolution on a polar orbit', () => {
    const polar = orbit(800e3, 90);
    const way = meanOrbitTrajectory(polar, 0);
    const span_s = 10 * nodalPeriod_s(polar);
    expect(passes(way, { latitude_rad: Math.PI / 2, longitude_rad: 0 }, 0.1, 0, span_s)).toHaveLength(10);
  });

  it('of the geostationary orbit never end', () => {
    const way = meanOrbitTrajectory(orbit(35_786e3, 0, 0, siderealAngle_rad(0)), 0);
    const found = passes(way, { latitude_rad: 0.3, longitude_rad: 0.1 }, 0.3, 0, 86_400);
    expect(found).toEqual([{ from_s: 0, to_s: 86_400 }]);
  });
});

describe('places', () => {
  it('lie on the ellipsoid', () => {
    expect(length(placeFixed_m({ latitude_rad: 0, longitude_rad: 1 }))).toBeCloseTo(earthRadius_m, 3);
    expect(placeFixed_m({ latitude_rad: Math.PI / 2, longitude_rad: 1 })[2]).toBeCloseTo(6_356_752.314, 2);
  });

  it('turn with Greenwich: 13h10m46.3668s at midnight of 10 April 1987', () => {
    // Meeus, example 12.a.
    const day_d = (Date.UTC(1987, 3, 10) - Date.UTC(2000, 0, 1, 12)) / 86_400_000;
    const expected = ((13 + 10 / 60 + 46.3668 / 3600) / 24) * 2 * Math.PI;
    expect(siderealAngle_rad(day_d)).toBeCloseTo(expected, 7);
  });
});

describe('sightings between satellites', () => {
  it('never end within a plane of enough satellites, and never begin across the Earth', () => {
    const one = meanOrbitTrajectory(orbit(550e3, 53), 0);
    const near = meanOrbitTrajectory(orbit(550e3, 53, 0, radians(20)), 0);
    const far = meanOrbitTrajectory(orbit(550e3, 53, 0, radians(170)), 0);
    expect(sightings(one, near, 80e3, 0, 86_400)).toEqual([{ from_s: 0, to_s: 86_400 }]);
    expect(sightings(one, far, 80e3, 0, 86_400)).toEqual([]);
  });

  it('of two that meet at both nodes come twice a revolution', () => {
    const one = orbit(550e3, 53);
    const two = meanOrbitTrajectory(orbit(550e3, 53, radians(180), radians(180)), 0);
    const span_s = 8 * nodalPeriod_s(one);
    const found = sightings(meanOrbitTrajectory(one, 0), two, 80e3, 0, span_s);
    expect(found.length).toBeGreaterThanOrEqual(16);
    expect(found.length).toBeLessThanOrEqual(17);
  });
});

describe('a Walker shell', () => {
  it('spreads its satellites evenly within planes and its nodes evenly over the equator', () => {
    const shell = walkerDelta(1_200e3, 55, 24, 6, 1);
    const places = Array.from({ length: 24 }, (_, index) =>
      meanOrbitTrajectory(walkerOrbit(shell, index), 0).position_m(0),
    );
    expect(angleBetween_rad(places[0]!, places[1]!)).toBeCloseTo(Math.PI / 2, 9);
    expect(walkerOrbit(shell, 4).node_rad).toBeCloseTo(Math.PI / 3, 12);
    expect(walkerOrbit(shell, 4).meanAnomaly_rad).toBeCloseTo((2 * Math.PI) / 24, 12);
    // Evenly spread as a whole: the places add up to the centre.
    for (const axis of [0, 1, 2] as const) {
      expect(Math.abs(places.reduce((sum, place) => sum + place[axis], 0))).toBeLessThan(1);
    }
  });
});
