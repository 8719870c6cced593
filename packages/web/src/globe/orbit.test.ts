import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenStride, shellOrbit } from './orbit.ts';
import { sunDeclination_rad } from './sun.ts';

const deg = Math.PI / 180;

describe('places of satellites in a shell', () => {
  it('reach every slot once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), (slots) => {
        const stride = evenStride(slots);
        const taken = new Set<number>();
        for (let k = 0; k < slots; k++) taken.add((k * stride) % slots);
        return taken.size === slots;
      }),
      { numRuns: 60 },
    );
  });

  it.each([333, 4999, 5565, 5770])('leave no large hole when a plane of %d is half empty', (slots) => {
    const stride = evenStride(slots);
    for (const filled of [9, 40, Math.floor(slots / 2)]) {
      const taken = Array.from({ length: filled }, (_, k) => (k * stride) % slots).sort((a, b) => a - b);
      const gaps = taken.map((slot, k) => (taken[k + 1] ?? taken[0]! + slots) - slot);
      // Left to chance, the largest of thousands of gaps would be eight times the mean and more.
      expect(Math.max(...gaps)).toBeLessThan((5.5 * slots) / filled);
    }
  });

  it('go round in the time of their altitude', () => {
    const orbit = shellOrbit({
      name: 'a',
      altitude_m: 650e3,
      inclination_rad: 98 * deg,
      planes: 2,
      perPlane: 10,
      nodes: 'dawn-dusk',
      satellite: 'ai1',
    });
    const period_min = (2 * Math.PI) / orbit.meanMotion_radPerS / 60;
    expect(period_min).toBeGreaterThan(97.5);
    expect(period_min).toBeLessThan(97.9);
  });
});

describe('the Sun', () => {
  it.each([
    ['2030-06', 23.3],
    ['2030-12', -23.3],
    ['2030-03', -2.2],
    ['2041-09', 3.1],
  ])('in the middle of %s stands %d° from the equator', (label, expected_deg) => {
    expect(Math.abs(sunDeclination_rad(label) / deg - expected_deg)).toBeLessThan(0.6);
  });
});
