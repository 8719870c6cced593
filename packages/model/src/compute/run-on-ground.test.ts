import { describe, expect, it } from 'vitest';
import { plainSection, smallModel } from '../../testing/compute.ts';
import { secondsPerDay } from '../time/calendar.ts';
import { generationOf } from './accelerator.ts';
import { runOnGround, sitePowerForRun_W } from './run-on-ground.ts';

const generation = generationOf({
  name: 'part',
  from: 0,
  peak_FLOPperS: 1e15,
  peakFp8_FLOPperS: 2e15,
  memory_B: 80e9,
  memoryRate_BperS: 3e12,
  power_W: 750,
  domain: 8,
  scaleUp_BperS: 4.5e11,
  scaleOut_BperS: 5e10,
  matrixShare: 0.8,
  matrixHalf: 300,
  memoryShare: 0.9,
  linkShare: 0.9,
  layerOverhead_s: 5e-5,
});
const site = { boardShare: 0.25, powerUsageEffectiveness: 1.2 };

describe('a large run on the ground', () => {
  it('takes the accelerators that its work asks for, and their site', () => {
    const duration_s = 30 * secondsPerDay;
    const run = runOnGround(smallModel, duration_s, generation, site, plainSection);
    const work_FLOP = 6 * smallModel.activeParameters * smallModel.tokens;
    expect((run.accelerators * run.share * 1e15 * duration_s) / work_FLOP).toBeCloseTo(1, 9);
    expect(run.sitePower_W).toBeCloseTo(run.accelerators * 1000 * 1.2, 3);
  });

  it('takes more than in proportion when failures stop larger jobs', () => {
    const failing = { ...plainSection, failureInterval_s: 1e7, restart_s: 300, checkpointState_B: 14 };
    const slow = sitePowerForRun_W(smallModel, 100 * secondsPerDay, generation, site, failing);
    const fast = sitePowerForRun_W(smallModel, 10 * secondsPerDay, generation, site, failing);
    expect(fast).toBeGreaterThan(10 * slow);
  });

  it('is impossible when a job of that size never gets far', () => {
    const hopeless = { ...plainSection, failureInterval_s: 1e5, restart_s: 3600 };
    expect(sitePowerForRun_W(smallModel, secondsPerDay, generation, site, hopeless)).toBe(Infinity);
  });
});
