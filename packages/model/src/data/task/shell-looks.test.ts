import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { radians } from '../../sky/angle.ts';
import { earthMu_m3perS2, earthRadius_m } from '../../sky/constants.ts';
import type { Shell } from '../../sky/shell.ts';
import { groundPoint_deg, type ShellLook, shellLooks } from './shell-looks.ts';

const shell: Shell = {
  name: 'low',
  altitude_m: 560e3,
  inclination_rad: radians(53),
  planes: 24,
  perPlane: 20,
  nodes: 'spread',
};
const farthest = radians(45);
/** 2026-06-01T00:00Z. */
const from_d = 9647.5;
const look = (
  latitude_deg: number,
  longitude_deg: number,
  imagers: number,
  most = 40,
  of = shell,
): ShellLook[] =>
  shellLooks(
    { latitude_rad: radians(latitude_deg), longitude_rad: radians(longitude_deg) },
    [{ shell: of, imagers }],
    { from_d, span_s: 6 * 3600, most, farthestOffNadir_rad: farthest },
  );

const apart_deg = (at: readonly [number, number], longitude_deg: number, latitude_deg: number): number => {
  const [a, b] = [radians(at[1]), radians(latitude_deg)];
  const cosine =
    Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(radians(at[0] - longitude_deg));
  return (Math.acos(Math.min(1, cosine)) * 180) / Math.PI;
};

describe('the passes of a plan’s imagers', () => {
  it('are those that stepping every satellite through the time finds', () => {
    const [latitude, longitude] = [37, -122];
    const found = look(latitude, longitude, 48, 1000);
    const radius_m = earthRadius_m + shell.altitude_m;
    const cap_deg = ((Math.asin((radius_m / earthRadius_m) * Math.sin(farthest)) - farthest) * 180) / Math.PI;
    let stepped = 0;
    const period_s = 2 * Math.PI * Math.sqrt(radius_m ** 3 / earthMu_m3perS2);
    for (let index = 0; index < 48; index++) {
      const satellite = Math.floor((index + 0.5) * 10);
      const which = { plane: Math.floor(satellite / 20), slot: satellite % 20 };
      let inside = false;
      for (let t_s = 0; t_s < 6 * 3600; t_s += period_s / 1500) {
        // A fiftieth of a degree for the ellipsoid, which this stepping leaves out.
        const now =
          apart_deg(groundPoint_deg(shell, which, from_d, t_s), longitude, latitude) < cap_deg - 0.05;
        if (now && !inside) stepped++;
        inside = now;
      }
    }
    expect(Math.abs(found.length - stepped)).toBeLessThanOrEqual(2);
    expect(found.length).toBeGreaterThan(10);
  });

  it('come soonest first, within reach, over the place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -52, max: 52, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (lat, lon) => {
          const looks = look(lat, lon, 480, 12);
          expect(looks.length).toBe(12);
          for (const [index, one] of looks.entries()) {
            expect(one.sight.offNadir_rad).toBeLessThanOrEqual(farthest);
            expect(one.t_s).toBeGreaterThanOrEqual(looks[index - 1]?.t_s ?? 0);
            expect(apart_deg(groundPoint_deg(shell, one, from_d, one.t_s), lon, lat)).toBeLessThan(6);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never come where the shell does not pass, nor without imagers', () => {
    expect(look(80, 0, 480)).toEqual([]);
    expect(look(37, 0, 0)).toEqual([]);
  });

  it('of a dawn-dusk shell at the equinox see a low Sun', () => {
    const dusk = { ...shell, nodes: 'dawn-dusk', inclination_rad: radians(97.6), planes: 2 } as const;
    for (const { sunElevation_rad } of look(0, 20, 40, 10, dusk)) {
      expect(Math.abs(sunElevation_rad)).toBeLessThan(radians(35));
    }
  });
});
