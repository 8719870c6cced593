import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectValue, houseCatalogue } from '../../../testing/house.ts';
import { assumptionsOf } from '../assumptions.ts';
import { dataSchema } from '../schema.ts';
import { Coverage, cellCount, cellOf, middleOf } from './coverage.ts';
import { realTime, wholeEarth_bps } from './real-time.ts';

describe('where no sense reaches', () => {
  it('has a cell for each place, and its middle lies in it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 360, noNaN: true }),
        (latitude, longitude) => {
          const cell = cellOf(latitude, longitude);
          expect(cell).toBeGreaterThanOrEqual(0);
          expect(cell).toBeLessThan(cellCount);
          const { latitude_deg, longitude_deg } = middleOf(cell);
          expect(cellOf(latitude_deg, longitude_deg)).toBe(cell);
        },
      ),
    );
  });

  it('counts each cell and hour once, by sense and together', () => {
    const coverage = new Coverage(0, 2 * 3600, [{ latitude_deg: 10, longitude_deg: 10, people: 100 }]);
    for (let again = 0; again < 3; again++) coverage.add('posts', 10, 10, 100);
    coverage.add('hotspots', 10, 10, 100);
    coverage.add('hotspots', -40, 10, 4000);
    coverage.add('hotspots', -40, 10, 9000);
    const { posts, hotspots, all } = coverage.reach();
    expect(posts).toEqual({ area: 1 / (2 * cellCount), people: 0.5 });
    expect(hotspots!.area).toBe(1 / cellCount);
    expect(all).toEqual({ area: 1 / cellCount, people: 0.5 });
    expect(coverage.blind()[cellOf(10, 10)]).toBe(0.5);
    expect(coverage.blind().reduce((sum, share) => sum + share, 0) / cellCount).toBeCloseTo(1 - all!.area, 9);
  });
});

describe('every pixel in real time', () => {
  const imager = expectValue(
    assumptionsOf('data', { section: dataSchema.section, collections: {} }, houseCatalogue()),
  );
  const shell = { altitude_m: 600e3, inclination_rad: 1.2, nodes: 'spread' } as const;
  const of = (imagers: number, groundSample_m: number) =>
    realTime(shell, imagers, groundSample_m, { pixels: 20_000, imager }, 0.5);

  it('waits shorter with more imagers and coarser pixels, and never carries less for less waiting', () => {
    expect(of(1e6, 1).wait_s).toBeLessThan(of(1e4, 1).wait_s);
    expect(of(1e4, 3).wait_s).toBeLessThan(of(1e4, 1).wait_s);
    expect(of(2e4, 1).raw_bps / of(1e4, 1).raw_bps).toBeCloseTo(2, 9);
    // The same pixels a second, whatever they are worth on the ground: only the read-out rate counts.
    expect(of(1e4, 1).raw_bps / of(1e4, 2).raw_bps).toBeCloseTo(2, 9);
  });

  it('takes bits in proportion to pixels and hurry', () => {
    expect(wholeEarth_bps({ pixel_bit: 48, groundSample_m: 1 }, 60)).toBeCloseTo((5.1121e14 * 48) / 60, -11);
  });
});
