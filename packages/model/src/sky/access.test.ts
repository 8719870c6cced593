import { describe, expect, it } from 'vitest';
import {
  capAngle_rad,
  contactShare,
  greatCircle_m,
  medianSlant_m,
  shellView,
  slantRange_m,
} from './access.ts';
import { radians } from './angle.ts';
import { bandArea, bandShare, litShare } from './track.ts';

describe('views from the ground', () => {
  it('reach the altitude overhead and farther to the side', () => {
    expect(slantRange_m(550e3, Math.PI / 2)).toBeCloseTo(550e3, 3);
    expect(medianSlant_m(550e3, radians(25))).toBeGreaterThan(550e3);
    expect(medianSlant_m(550e3, radians(25))).toBeLessThan(slantRange_m(550e3, radians(25)));
  });

  it('summed over the sphere see a satellite as often as the cap is large', () => {
    const cap = capAngle_rad(550e3, radians(25));
    let share = 0;
    for (let degree = -90; degree < 90; degree++) {
      const { satellite } = shellView({ inclination_rad: radians(53) }, radians(degree + 0.5), cap);
      share += satellite * bandArea(radians(degree), radians(degree + 1));
    }
    expect(share).toBeCloseTo((1 - Math.cos(cap)) / 2, 5);
  });

  it('miss a shell that stays nearer the equator', () => {
    const view = shellView({ inclination_rad: radians(30) }, radians(60), capAngle_rad(550e3, radians(20)));
    expect(contactShare(view, 30, 1e5)).toBe(0);
  });

  it('of a dense shell overhead last all day, of a dawn-dusk one only its passes', () => {
    const cap = capAngle_rad(570e3, radians(20));
    const spread = shellView({ inclination_rad: radians(30) }, radians(20), cap);
    const polar = shellView({ inclination_rad: radians(97.7) }, radians(20), cap);
    expect(contactShare(spread, 30, 1e4)).toBeGreaterThan(0.999);
    expect(contactShare(polar, 2, 1e4)).toBeLessThan(0.5);
    expect(contactShare(polar, 2, 1e4)).toBeGreaterThan(polar.plane);
  });

  it('lie a quarter of the equator from the pole', () => {
    const pole = { latitude_rad: Math.PI / 2, longitude_rad: 0 };
    const distance_m = greatCircle_m(pole, { latitude_rad: 0, longitude_rad: 2 });
    expect(distance_m).toBeCloseTo((Math.PI / 2) * 6_378_137, 3);
  });
});

describe('ground tracks', () => {
  it('spend all their time between the turning latitudes', () => {
    expect(bandShare(radians(53), -Math.PI / 2, Math.PI / 2)).toBeCloseTo(1, 12);
    expect(bandShare(radians(53), radians(60), radians(70))).toBe(0);
    expect(bandShare(radians(90), 0, radians(30))).toBeCloseTo(1 / 6, 12);
  });

  it('are lit half the time, and hardly ever well lit under a dawn-dusk orbit', () => {
    const polar = { nodes: 'dawn-dusk', inclination_rad: radians(97.7) } as const;
    expect(litShare({ nodes: 'spread', inclination_rad: 0.5 }, 0)).toBe(0.5);
    expect(litShare(polar, 0)).toBeCloseTo(0.5, 6);
    expect(litShare(polar, radians(20))).toBeLessThan(0.2);
    expect(litShare(polar, radians(40))).toBe(0);
  });
});
