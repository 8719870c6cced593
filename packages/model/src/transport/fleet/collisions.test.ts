import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../time/calendar.ts';
import { clockOf } from '../campaign/clock.ts';
import { CollisionHazard } from './collisions.ts';

const months = 120;
const clock = clockOf(calendar(0, months - 1));
const rate_perS = 1e-8;

describe('collisions', () => {
  it('come at an exponential age where the rate does not change', () => {
    const hazard = new CollisionHazard(new Float64Array(months).fill(rate_perS), clock);
    fc.assert(
      fc.property(fc.nat(months - 1), fc.double({ min: 1e-6, max: 1, noNaN: true }), (month, uniform) => {
        const now_s = clock.start_s[month]! + 5 * 86_400;
        const age_s = hazard.age_s(0, month, now_s, uniform);
        const wanted_s = -Math.log(uniform) / rate_perS;
        if (now_s + wanted_s >= clock.start_s[months]!) expect(age_s).toBe(Infinity);
        else expect(Math.abs(age_s - wanted_s)).toBeLessThan(1);
      }),
    );
  });

  it('come only in months and shells that have them', () => {
    const rates = new Float64Array(2 * months);
    rates.fill(1e-5, months + 60, months + 61);
    const hazard = new CollisionHazard(rates, clock);
    expect(hazard.age_s(0, 0, 0, 1e-9)).toBe(Infinity);
    const hit_s = hazard.age_s(1, 0, 0, 0.5);
    expect(hit_s).toBeGreaterThan(clock.start_s[60]!);
    expect(hit_s).toBeLessThan(clock.start_s[61]!);
    expect(hazard.age_s(1, 61, clock.start_s[61]!, 1e-9)).toBe(Infinity);
  });
});
