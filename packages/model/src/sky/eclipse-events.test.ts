import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beta_rad } from './beta.ts';
import { earthMu_m3perS2, earthRadius_m } from './constants.ts';
import { crossings } from './crossings.ts';
import { eclipseShare } from './eclipse.ts';
import { eclipseEvents, stays, sunAlong } from './eclipse-events.ts';
import { keplerState } from './kepler.ts';
import { type MeanOrbit, meanOrbitTrajectory } from './mean-orbit.ts';
import { circularOrbit, period_s } from './orbit.ts';
import { earthAndSun, type ShadowKind, seenShare, shadowDepths } from './shadow.ts';
import { stateTrajectory } from './state-trajectory.ts';
import { sunAt } from './sun.ts';
import { angleBetween_rad, length, type Vector } from './vector.ts';

const any = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyDay = fc.integer({ min: 0, max: 15_000 });
const anyAngle = any(0, 6.28);

/** From low circles to Molniya's ellipses; perigee is never under 200 km. */
const anyOrbit: fc.Arbitrary<MeanOrbit> = fc
  .record({
    perigee_m: any(200e3, 20_000e3),
    eccentricity: any(0, 0.75),
    inclination_rad: any(0, 3.14),
    node_rad: anyAngle,
    perigee_rad: anyAngle,
    meanAnomaly_rad: anyAngle,
  })
  .map(({ perigee_m, ...orbit }) => ({
    ...orbit,
    semiMajorAxis_m: (earthRadius_m + perigee_m) / (1 - orbit.eccentricity),
  }));

const kinds = Object.keys(shadowDepths) as ShadowKind[];

describe('eclipse events', () => {
  it('bracket a change of sign of their shadow within a millisecond', () => {
    fc.assert(
      fc.property(anyOrbit, anyDay, (orbit, epoch_d) => {
        const way = meanOrbitTrajectory(orbit, epoch_d);
        const sun_m = sunAlong(way, 0, 86_400);
        for (const { kind, t_s } of eclipseEvents(way, 0, 86_400)) {
          const depth = shadowDepths[kind.startsWith('umbra') ? 'umbra' : 'penumbra'];
          const at = (time_s: number) => depth(way.position_m(time_s), sun_m(time_s), earthAndSun);
          const sign = kind.endsWith('Exit') ? 1 : -1;
          expect(Math.sign(at(t_s - 1e-3))).toBe(-sign);
          expect(Math.sign(at(t_s + 1e-3))).toBe(sign);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are all that a look every five seconds finds', () => {
    fc.assert(
      fc.property(anyOrbit, anyDay, fc.constantFrom(...kinds), (orbit, epoch_d, kind) => {
        const way = meanOrbitTrajectory(orbit, epoch_d);
        const sun_m = sunAlong(way, 0, 43_200);
        const found = stays(way, kind, 0, 43_200);
        const dark = (t_s: number) => shadowDepths[kind](way.position_m(t_s), sun_m(t_s), earthAndSun) < 0;
        for (let t_s = 0; t_s <= 43_200; t_s += 5) {
          const within = found.some(({ from_s, to_s }) => t_s >= from_s - 1e-3 && t_s <= to_s + 1e-3);
          if (dark(t_s)) expect(within, `dark at ${t_s} s`).toBe(true);
        }
        for (const { from_s, to_s } of found) expect(dark((from_s + to_s) / 2)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('come in the order of an eclipse, the umbra within the penumbra', () => {
    const orbit = { ...circularOrbit(550e3, 0.9), node_rad: 1, perigee_rad: 0, meanAnomaly_rad: 0 };
    const events = eclipseEvents(meanOrbitTrajectory(orbit, 9_000), 0, 86_400).map(({ kind }) => kind);
    const first = events.indexOf('penumbraEntry');
    const order = ['penumbraEntry', 'umbraEntry', 'umbraExit', 'penumbraExit'];
    for (const [index, kind] of events.slice(first).entries()) expect(kind).toBe(order[index % 4]);
    expect(events.length).toBeGreaterThan(50);
  });

  it('last on circular orbits as the closed form says', () => {
    fc.assert(
      fc.property(
        any(300e3, 3_000e3),
        any(0.1, 3),
        anyAngle,
        anyDay,
        (altitude_m, inclination, node_rad, epoch_d) => {
          const shape = circularOrbit(altitude_m, inclination);
          const start: Vector = [
            Math.cos(node_rad) * shape.semiMajorAxis_m,
            Math.sin(node_rad) * shape.semiMajorAxis_m,
            0,
          ];
          const speed = Math.sqrt(earthMu_m3perS2 / shape.semiMajorAxis_m);
          const velocity_mperS: Vector = [
            -speed * Math.cos(inclination) * Math.sin(node_rad),
            speed * Math.cos(inclination) * Math.cos(node_rad),
            speed * Math.sin(inclination),
          ];
          const way = stateTrajectory(
            { position_m: start, velocity_mperS },
            earthMu_m3perS2,
            epoch_d,
            'date',
          );
          const period = period_s(shape.semiMajorAxis_m);
          const dark_s = stays(way, 'cylinder', 0, period).reduce((sum, s) => sum + s.to_s - s.from_s, 0);
          const expected = eclipseShare(
            shape.semiMajorAxis_m,
            beta_rad(sunAt(epoch_d + period / 172_800), node_rad, inclination),
          );
          // Grazing eclipses change fast while the Sun moves on in the one revolution.
          if (expected > 0.1) expect(Math.abs(dark_s / period - expected)).toBeLessThan(2e-3);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('crossings', () => {
  it('find a dip between two looks', () => {
    const found = crossings(
      (t) => (t - 5.02) ** 2 - 1e-4,
      0,
      10,
      () => 1,
      2,
    );
    expect(found.map(({ rising }) => rising)).toEqual([false, true]);
    expect(found[0]!.t_s).toBeCloseTo(5.01, 4);
    expect(found[1]!.t_s).toBeCloseTo(5.03, 4);
  });

  it('find a bump that ends a dark time between two looks', () => {
    const found = crossings(
      (t) => 1e-4 - (t - 5.02) ** 2,
      0,
      10,
      () => 1,
      2,
    );
    expect(found.map(({ rising }) => rising)).toEqual([true, false]);
  });

  it('find every root of a sine', () => {
    fc.assert(
      fc.property(any(0.1, 6), (phase) => {
        const found = crossings(
          (t) => Math.sin(t + phase),
          0,
          100,
          () => 0.5,
          0.5,
        );
        expect(found).toHaveLength(Math.floor((100 + phase) / Math.PI) - Math.floor(phase / Math.PI));
        for (const { t_s } of found) expect(Math.abs(Math.sin(t_s + phase))).toBeLessThan(1e-4);
      }),
    );
  });
});

describe('shadow', () => {
  const sun_m: Vector = [1.496e11, 0, 0];

  it('deepens without a jump along any way round the Earth', () => {
    fc.assert(
      fc.property(any(6_600e3, 50_000e3), anyAngle, anyAngle, (radius_m, azimuth, height) => {
        const at = (angle: number): Vector => [
          radius_m * Math.cos(angle) * Math.cos(height),
          radius_m * Math.sin(angle) * Math.cos(height),
          radius_m * Math.sin(height),
        ];
        for (const kind of kinds) {
          const one = shadowDepths[kind](at(azimuth), sun_m, earthAndSun);
          const other = shadowDepths[kind](at(azimuth + 1e-6), sun_m, earthAndSun);
          expect(Math.abs(other - one)).toBeLessThan(3e-6);
        }
        const [here, there] = [seenShare(at(azimuth), sun_m), seenShare(at(azimuth + 1e-6), sun_m)];
        expect(Math.abs(there - here)).toBeLessThan(2e-3);
      }),
    );
  });

  it('hides the Sun wholly in the umbra, partly in the penumbra, and not outside', () => {
    fc.assert(
      fc.property(any(6_600e3, 50_000e3), any(2.6, 3.14), (radius_m, angle) => {
        const place: Vector = [radius_m * Math.cos(angle), radius_m * Math.sin(angle), 0];
        const seen = seenShare(place, sun_m);
        const { umbra, penumbra } = shadowDepths;
        if (umbra(place, sun_m, earthAndSun) < 0) expect(seen).toBe(0);
        else if (penumbra(place, sun_m, earthAndSun) > 0) expect(seen).toBe(1);
        else expect(seen > 0 && seen < 1).toBe(true);
      }),
    );
  });

  it('has half of the Sun on the edge of the Earth', () => {
    // Where the centre of the Sun is on the limb; the limb is nearly straight against so small a disc.
    const radius_m = 7_000e3;
    const angle = Math.PI - Math.asin(earthRadius_m / radius_m) - 4e-5;
    const place: Vector = [radius_m * Math.cos(angle), radius_m * Math.sin(angle), 0];
    expect(seenShare(place, sun_m)).toBeGreaterThan(0.4);
    expect(seenShare(place, sun_m)).toBeLessThan(0.6);
  });
});

describe("Kepler's way", () => {
  const start = (speed_mperS: number) =>
    ({ position_m: [7_000e3, 0, 0], velocity_mperS: [0, speed_mperS * 0.8, speed_mperS * 0.6] }) as const;

  it('keeps energy and momentum on every conic, and comes back when time runs back', () => {
    fc.assert(
      fc.property(any(3_000, 20_000), any(-2e5, 2e5), (speed, t_s) => {
        const from = start(speed);
        const to = keplerState(from, earthMu_m3perS2, t_s);
        const energy = (s: { position_m: Vector; velocity_mperS: Vector }) =>
          length(s.velocity_mperS) ** 2 / 2 - earthMu_m3perS2 / length(s.position_m);
        const scale = earthMu_m3perS2 / 7_000e3;
        expect(Math.abs(energy(to) - energy(from)) / scale).toBeLessThan(1e-8);
        const back = keplerState(to, earthMu_m3perS2, -t_s);
        expect(Math.hypot(...back.position_m.map((x, i) => x - from.position_m[i]!))).toBeLessThan(50);
      }),
    );
  });

  it('is that of the mean orbit where nothing drifts', () => {
    // At 63.435° and with the node's drift small over a minute, both go the same way.
    const orbit = { ...circularOrbit(700e3, 1), node_rad: 0, perigee_rad: 0, meanAnomaly_rad: 0 };
    const way = meanOrbitTrajectory(orbit, 0);
    const speed = Math.sqrt(earthMu_m3perS2 / orbit.semiMajorAxis_m);
    const state = {
      position_m: way.position_m(0),
      velocity_mperS: [0, speed * Math.cos(1), speed * Math.sin(1)],
    } as const;
    const to = keplerState(state, earthMu_m3perS2, 60).position_m;
    expect(angleBetween_rad(to, way.position_m(60))).toBeLessThan(2e-4);
  });
});
