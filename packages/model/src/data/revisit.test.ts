import { describe, expect, it } from 'vitest';
import { earthRadius_m } from '../sky/constants.ts';
import { bandArea, groundSpeed_mperS } from '../sky/track.ts';
import { beltsOf } from './belts.ts';
import { stillWaiting, timeToAnswer_s, waitQuantile_s } from './every-pixel.ts';
import { sentShare } from './imager.ts';
import { lookRate_perS } from './revisit.ts';

const shell = { altitude_m: 600e3, inclination_rad: (53 * Math.PI) / 180, nodes: 'spread' } as const;
const sight = { swath_m: 20e3, leastSun_rad: 0.17, cloud: 0.67, radarShare: 0 };

describe('looks at a place', () => {
  it('over the whole Earth add up to what one imager sweeps', () => {
    let swept_m2perS = 0;
    for (let degree = -90; degree < 90; degree++) {
      const [from, to] = [(degree * Math.PI) / 180, ((degree + 1) * Math.PI) / 180];
      const area_m2 = bandArea(from, to) * 4 * Math.PI * earthRadius_m ** 2;
      swept_m2perS += lookRate_perS(shell, 20e3, (from + to) / 2) * area_m2;
    }
    expect(swept_m2perS / (20e3 * groundSpeed_mperS(600e3))).toBeCloseTo(1, 6);
  });
});

describe('waiting for a look', () => {
  const belt = { area: 1, byDay_perS: 1 / 600, byNight_perS: 1 / 600 };

  it('at a constant rate has the quantiles of the exponential distribution', () => {
    expect(waitQuantile_s([belt], 0.5, 0.95)).toBeCloseTo(-600 * Math.log(0.05), 3);
  });

  it('by day alone lasts through most of the night, however many look by day', () => {
    const wait_s = waitQuantile_s([{ ...belt, byDay_perS: 10, byNight_perS: 0 }], 0.5, 0.95);
    expect(wait_s / 3600).toBeGreaterThan(10);
    expect(wait_s / 3600).toBeLessThan(12);
  });

  it('never ends where more than the rest is out of sight', () => {
    const blind = { area: 0.1, byDay_perS: 0, byNight_perS: 0 };
    expect(waitQuantile_s([{ ...belt, area: 0.9 }, blind], 0.5, 0.95)).toBe(Number.POSITIVE_INFINITY);
    expect(stillWaiting([{ ...belt, area: 0.9 }, blind], 0.5, 1e7)).toBeCloseTo(0.1, 6);
  });

  it('is shorter with more imagers, and with radar goes on by night', () => {
    const few = beltsOf([{ shell: { ...shell, inclination_rad: 1.5 }, imagers: 1e3 }], sight);
    const many = beltsOf([{ shell: { ...shell, inclination_rad: 1.5 }, imagers: 1e5 }], sight);
    const radar = beltsOf([{ shell: { ...shell, inclination_rad: 1.5 }, imagers: 1e5 }], {
      ...sight,
      radarShare: 1,
    });
    expect(waitQuantile_s(many, 0.4, 0.9)).toBeLessThan(waitQuantile_s(few, 0.4, 0.9));
    expect(waitQuantile_s(radar, 0.4, 0.9)).toBeLessThan(waitQuantile_s(many, 0.4, 0.9) / 10);
  });
});

describe('from look to answer', () => {
  it('adds wait, work and links', () => {
    const question = { scene_bit: 1e9, work_FLOPperbit: 1e4, processor_FLOPperS: 1e13, roundTrip_s: 0.05 };
    expect(timeToAnswer_s(10, question)).toBeCloseTo(11.05, 12);
  });

  it('sends compressed scenes raw, and only products of clear ones processed', () => {
    const imager = {
      swath_m: 1,
      groundSample_m: 1,
      pixel_bit: 1,
      compression: 4,
      cloud: 0.5,
      radarShare: 0,
      productShare: 0.1,
    };
    expect(sentShare(imager, 0)).toBe(0.25);
    expect(sentShare(imager, 1)).toBeCloseTo(0.05, 12);
  });
});
