import { describe, expect, it } from 'vitest';
import { plainPart, plainSection, smallModel } from '../../testing/compute.ts';
import { secondsPerDay } from '../time/calendar.ts';
import { generationOf } from './accelerator.ts';
import { runOnGround, sitePowerForRun_W } from './run-on-ground.ts';

const generation = generationOf(plainPart);
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
