import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beltExposure, ringExposure } from './exposure.ts';

const picture = { globeRadius_px: 280, pixelRatio: 1 };

it('never draws more satellites brighter or larger one by one, and always draws them', () => {
  const counts = fc.tuple(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: 2_000_000 }));
  fc.assert(
    fc.property(counts, ([a, b]) => {
      const [few, many] = a < b ? [a, b] : [b, a];
      return [beltExposure, ringExposure].every((expose) => {
        const [bright, dim] = [expose(few, picture), expose(many, picture)];
        return bright.strength >= dim.strength && bright.pointSize >= dim.pointSize && dim.strength > 1 / 255;
      });
    }),
  );
});

it('covers a full ring with its own colour', () => {
  const { strength, pointSize } = ringExposure(244_860, picture);
  const layers = (244_860 * pointSize) / (4 * Math.PI * picture.globeRadius_px);
  expect(1 - (1 - strength) ** layers).toBeGreaterThan(0.95);
});
