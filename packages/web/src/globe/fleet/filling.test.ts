import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenStride, fillingOf, placeAt, satelliteAt } from './filling.ts';

const size = fc.record({
  planes: fc.integer({ min: 1, max: 60 }),
  perPlane: fc.integer({ min: 1, max: 400 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.integer({ min: 0, max: 100_000 }),
});

describe('places of satellites in a shell', () => {
  it('belong to one satellite each, and lead back to it', () => {
    fc.assert(
      fc.property(size, ({ planes, perPlane, share, gone }) => {
        const count = Math.round(share * planes * perPlane);
        const filling = fillingOf(planes, perPlane, count, count + gone);
        for (let index = 0; index < count; index++) {
          const place = placeAt(filling, index);
          if (place.plane >= planes || place.slot >= perPlane) return false;
          if (satelliteAt(filling, place) !== index) return false;
        }
        return true;
      }),
      { numRuns: 40 },
    );
  });

  it('are empty where no satellite is', () => {
    fc.assert(
      fc.property(size, ({ planes, perPlane, share, gone }) => {
        const count = Math.round(share * planes * perPlane);
        const filling = fillingOf(planes, perPlane, count, count + gone);
        let taken = 0;
        for (let plane = 0; plane < planes; plane++) {
          for (let slot = 0; slot < perPlane; slot++) if (satelliteAt(filling, { plane, slot }) >= 0) taken++;
        }
        return taken === count;
      }),
      { numRuns: 20 },
    );
  });

  it('fill planes evenly, to one satellite', () => {
    const filling = fillingOf(30, 333, 4321, 9000);
    const perPlane = new Array(30).fill(0);
    for (let index = 0; index < 4321; index++) perPlane[placeAt(filling, index).plane]++;
    expect(Math.max(...perPlane) - Math.min(...perPlane)).toBe(1);
  });

  it('stay a satellite’s own while older ones retire and others are launched', () => {
    const before = fillingOf(20, 4999, 5000, 7000);
    // 100 of the oldest are gone, 300 have come.
    const after = fillingOf(20, 4999, 5200, 7300);
    expect(placeAt(after, 400)).toEqual(placeAt(before, 500));
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
});
