import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { describe, expect, it } from 'vitest';
import { houseSatellite } from '../../testing/satellite.ts';
import { radians } from '../sky/angle.ts';
import { nodeOfLocalTime_rad } from '../sky/beta.ts';
import { newYear_d } from '../sky/eclipse-days.ts';
import { checkYear, workable } from './satellite-check.ts';
import { sizeSatellite } from './satellite-size.ts';
import { momentOf, satelliteYear } from './satellite-year.ts';
import { orbitSeries } from './worst-orbit.ts';

const kernels = { fleet: referenceFleet };
const { satellite, section } = houseSatellite('ai1');
const age_s = 5 * 365.25 * 86_400;
const dawn = {
  altitude_m: 650e3,
  inclination_rad: radians(97.986),
  node_rad: nodeOfLocalTime_rad(18, newYear_d(2028)),
  year: 2028,
};
const tilted = { ...dawn, altitude_m: 702e3, inclination_rad: radians(30) };

const check = (change: Partial<typeof satellite>, flight = dawn, limit_K = section.junctionLimit_K) => {
  const surroundings = { ...section, junctionLimit_K: limit_K };
  const year = satelliteYear({ ...satellite, ...change }, surroundings, flight, age_s, kernels);
  return { year, ...checkYear(year, age_s, satellite.chipDose_Gy) };
};

describe('a year of AI1', () => {
  it('breaks each limit where its part is made too small, and none where all are ample', () => {
    const ample = { arrayArea_m2: 900, radiatorArea_m2: 250, batteryCapacity_J: 120 * 3.6e6 };
    const limits = (change: Partial<typeof satellite>) =>
      check({ ...ample, ...change }).limits.map((one) => one.limit);
    expect(limits({})).toEqual([]);
    expect(limits({ arrayArea_m2: 400 })).toEqual(['power']);
    expect(limits({ batteryCapacity_J: 20 * 3.6e6 })).toEqual(['battery']);
    expect(limits({ radiatorArea_m2: 80 })).toEqual(['heat']);
    expect(limits({ shielding_m: 0.5e-3 })).toContain('dose');
  });

  it('gives least when eclipse is longest, and what the policy allows in it', () => {
    const policy = (eclipsePolicy: typeof satellite.eclipsePolicy) =>
      check({ eclipsePolicy, radiatorArea_m2: 250, batteryCapacity_J: 40 * 3.6e6 });
    const throttled = policy('throttle');
    expect(Math.abs(throttled.worst.dayOfYear - 172)).toBeLessThan(12);
    expect(policy('hibernate').worst.held.chips_W).toBeLessThan(0.95 * throttled.worst.held.chips_W);
    expect(policy('hibernate').deepest.held.depth).toBeLessThan(0.1);
    expect(throttled.deepest.held.depth).toBeLessThanOrEqual(satellite.batteryDepthLimit + 1e-9);
  });

  it('keeps a nadir radiator hotter than an edge-on one', () => {
    const hot = (radiatorAttitude: typeof satellite.radiatorAttitude) =>
      check({ radiatorAttitude }, tilted).hottest.free.junction_K;
    expect(hot('nadir')).toBeGreaterThan(hot('edge-on') + 1);
  });

  it('is refused where no policy can save it', () => {
    const code = (change: Partial<typeof satellite>) => {
      const { year } = check(change);
      const outcome = workable('ai1', year, age_s, 0.25);
      return outcome.ok ? 'ok' : outcome.faults[0]!.code;
    };
    expect(code({})).toBe('ok');
    expect(code({ batteryCapacity_J: 1e6 })).toBe('energy/battery-too-small');
    expect(code({ radiatorArea_m2: 5 })).toBe('energy/radiator-too-small');
  });

  it('has a revolution as a series whose mean is that of the day', () => {
    const { year, worst } = check({});
    const series = orbitSeries(year.design, momentOf(year.design, worst, age_s), kernels);
    const mean = series.reduce((sum, step) => sum + step.chips_W, 0) / series.length;
    expect(mean / worst.held.chips_W).toBeCloseTo(1, 3);
    expect(series.at(-1)!.time_s / year.period_s).toBeCloseTo(1, 9);
  });
});

describe('sizing', () => {
  it.each(['throttle', 'ride-through', 'hibernate'] as const)(
    'closes on every day at end of life, %s',
    (eclipsePolicy) => {
      const outcome = sizeSatellite({ ...satellite, eclipsePolicy }, section, tilted, age_s, kernels);
      if (!outcome.ok) throw new Error(outcome.faults[0]!.code);
      const sized = outcome.value;
      const { limits, worst, hottest } = check({ ...sized });
      expect(check({ ...sized }, tilted).limits).toEqual([]);
      // A tilted orbit is the harder one: what closes there has room to spare at dawn.
      expect(limits.filter((one) => one.limit === 'power')).toEqual([]);
      expect(worst.held.chips_W).toBeGreaterThan(0);
      expect(hottest.free.junction_K).toBeGreaterThan(300);
      const smaller = check({ ...sized, radiatorArea_m2: 0.95 * sized.radiatorArea_m2 }, tilted);
      expect(smaller.limits.map((one) => one.limit)).toContain('heat');
    },
  );

  it('says so where no radiator can do', () => {
    const outcome = sizeSatellite(satellite, { ...section, junctionLimit_K: 225 }, dawn, age_s, kernels);
    expect(outcome.ok ? 'ok' : outcome.faults[0]!.code).toBe('energy/radiator-too-small');
  });
});
