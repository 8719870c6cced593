import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import { describe, expect, it } from 'vitest';
import { nodeOf, planeBeta_rad, positionOf, shellSky, sunOf } from './sky.ts';

const nodes = { begin: 24, from: '2026-01', tolerance_rad: radians(0.3), formation_m: 0 };
const shell = (altitude_km: number, inclination_deg: number, kind: ShellRow['nodes']): ShellRow => ({
  name: 'a',
  altitude_m: altitude_km * 1000,
  inclination_rad: radians(inclination_deg),
  planes: 12,
  perPlane: 100,
  nodes: kind,
  satellite: 'ai1',
});

describe('orbits of a month', () => {
  it('go round in the time of their altitude', () => {
    const sky = shellSky(shell(650, 98, 'dawn-dusk'), '2030-01', nodes);
    const period_min = (2 * Math.PI) / sky.meanMotion_radperS / 60;
    expect(period_min).toBeGreaterThan(97.5);
    expect(period_min).toBeLessThan(97.9);
  });

  it('keep dawn and dusk to the Sun at the inclination that does, and lose it at another', () => {
    const kept = shellSky(shell(575, 97.7, 'dawn-dusk'), '2034-06', nodes);
    expect(kept.nodeRate_radperS).toBe(0);
    const sun = sunOf('2034-06');
    for (const plane of [0, 1]) {
      expect(Math.abs(planeBeta_rad(kept, plane, 0, sun))).toBeGreaterThan(radians(50));
    }
    const lost = shellSky(shell(725, 97.2, 'dawn-dusk'), '2034-06', nodes);
    expect(lost.nodeRate_radperS).not.toBe(0);
  });

  it('drift by some degrees a day at 30°, all planes together', () => {
    const sky = shellSky(shell(559, 30, 'spread'), '2030-01', nodes);
    const perDay_deg = ((sky.nodeRate_radperS * 86_400) / Math.PI) * 180;
    // −6.6° by J2, −0.99° since the picture turns with the Sun.
    expect(perDay_deg).toBeGreaterThan(-8.2);
    expect(perDay_deg).toBeLessThan(-7.2);
    expect(nodeOf(sky, 3, 0) - nodeOf(sky, 0, 0)).toBeCloseTo(Math.PI / 2, 9);
  });

  it('stay at their radius and under their inclination', () => {
    const sky = shellSky(shell(702, 30, 'spread'), '2032-03', nodes);
    for (let slot = 0; slot < 100; slot += 7) {
      const [x, y, z] = positionOf(sky, { plane: slot % 12, slot }, 321);
      expect(Math.hypot(x, y, z)).toBeCloseTo(sky.radius, 9);
      expect(Math.abs(z)).toBeLessThanOrEqual(sky.radius * Math.sin(radians(30)) + 1e-9);
    }
  });
});

describe('the Sun', () => {
  it.each([
    ['2030-06', 23.3],
    ['2030-12', -23.3],
    ['2030-03', -2.2],
    ['2041-09', 3.1],
  ])('in the middle of %s stands %d° from the equator', (label, expected_deg) => {
    const declination_deg = (sunOf(label).declination_rad / Math.PI) * 180;
    expect(Math.abs(declination_deg - expected_deg)).toBeLessThan(0.6);
  });
});
