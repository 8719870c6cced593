import { ageHost } from '@kardashev/model/transport/fleet/cohorts.ts';
import type { Place } from '@kardashev/model/transport/place.ts';
import type { TransportState } from '@kardashev/model/transport/state.ts';
import { survivalTable } from '@kardashev/model/transport/survival.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortSums, entryOf, meanAge_yr, survivors } from './cohorts.ts';

const year_s = 365.25 * 86_400;
const mortality = {
  infantShare: 0.01,
  infantPeriod_s: 60 * 86_400,
  failure_perS: 0.025 / year_s,
  wearOut_s: 12 * year_s,
  wearOutShape: 4,
  life_s: 5 * year_s,
  retirementSpread_s: year_s / 2,
};

describe('vintages', () => {
  it('thin out with age and are retired about the design life', () => {
    const left = survivors(mortality, 120);
    expect(left[0]).toBe(1);
    expect(left[48]).toBeGreaterThan(0.85);
    expect(left[60]).toBeGreaterThan(0.3);
    expect(left[60]).toBeLessThan(0.6);
    expect(left[84]).toBeLessThan(0.01);
  });

  it('add up to all satellites, and each satellite has one', () => {
    const months = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 3, maxLength: 120 });
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 100_000 }), (placed, count) => {
        const month = placed.length - 1;
        const sums = cohortSums(placed, survivors(mortality, 120), month, count);
        expect(sums.at(-1)).toBe(count);
        for (const index of [0, Math.floor(count / 2), count - 1]) {
          const entry = entryOf(sums, index);
          expect(sums[entry]!).toBeGreaterThan(index);
          expect(entry === 0 ? 0 : sums[entry - 1]!).toBeLessThanOrEqual(index);
        }
      }),
    );
  });

  it('are left as the transport model leaves them, month by month', () => {
    const months = 150;
    const entries = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), {
      minLength: months,
      maxLength: months,
    });
    fc.assert(
      fc.property(entries, (placed) => {
        const survival = survivalTable(mortality, year_s / 12, months, 0);
        const state = {
          alive: new Float64Array(months),
          oldest: new Float64Array(1),
          serving: new Float64Array(1),
          goingSoon: new Float64Array(1),
        } as unknown as TransportState;
        const left = survivors(mortality, months);
        for (let now = 0; now < months; now++) {
          const losses = { failed: 0, retired: 0 };
          ageHost(state, { survival } as Place, 0, months, now, placed[now]!, losses);
          const ours = placed
            .slice(0, now + 1)
            .reduce((sum, units, entry) => sum + units * left[now - entry]!, 0);
          expect(Math.abs(ours - state.serving[0]!)).toBeLessThan(1e-6 * (1 + ours));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('have the mean age of a fleet built in one month', () => {
    const sums = cohortSums([0, 700, 0, 0], survivors(mortality, 12), 3, 690);
    expect(meanAge_yr(sums, 3)).toBeCloseTo(2.5 / 12, 9);
  });
});
