import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badDayChance, gapInSeason_s, weatherWait } from './weather.ts';

const cape = { weatherLoss: 0.1, weatherSwing: 0.5, weatherWorst: 8 };

describe('weather', () => {
  it('is worst in its month, best half a year off, and as bad as stated over the year', () => {
    expect(badDayChance(cape, 7)).toBeCloseTo(0.15, 12);
    expect(badDayChance(cape, 1)).toBeCloseTo(0.05, 12);
    const year = Array.from({ length: 12 }, (_, month) => badDayChance(cape, month));
    expect(year.reduce((sum, chance) => sum + chance / 12, 0)).toBeCloseTo(0.1, 12);
  });

  it('costs half a day when one day is lost, and more when days follow one another', () => {
    expect(weatherWait(0).mean_s).toBe(0);
    expect(weatherWait(0.01).mean_s / 864).toBeCloseTo(0.5, 1);
    expect(weatherWait(0.5).mean_s / 86_400).toBeCloseTo(0.75, 12);
  });

  it('leaves the mean gap of a year as it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e5, max: 1e7, noNaN: true }), (gap_s) => {
        const gaps = Array.from({ length: 12 }, (_, month) => gapInSeason_s(cape, gap_s, month));
        expect(gaps.reduce((sum, gap) => sum + gap / 12, 0) / gap_s).toBeCloseTo(1, 9);
        expect(gaps[7]).toBeGreaterThan(gaps[1]!);
      }),
    );
  });
});
