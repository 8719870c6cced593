import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedRandom } from '../../random/philox.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import { meanLife_s, unfailed, unretired } from '../survival.ts';
import { causes, drawLife, fifth, Horizon, lifeKind } from './lives.ts';
import { FleetRows, mostMonths, state } from './rows.ts';
import { Slots } from './slots.ts';

const kind = {
  infantShare: 0.03,
  infantPeriod_s: 60 * 86_400,
  failure_perS: 0.05 / secondsPerYear,
  wearOut_s: 8 * secondsPerYear,
  wearOutShape: 4,
  life_s: 5 * secondsPerYear,
  retirementSpread_s: secondsPerYear / 2,
};

describe('lives', () => {
  const draws = 40_000;
  const drawn = (left_s: number) => {
    const random = new KeyedRandom(3, 'lives');
    const uniforms = new Float64Array(4);
    const horizon = new Horizon();
    const of = lifeKind(kind);
    horizon.look(of, left_s);
    return Array.from({ length: draws }, (_, serial) => {
      const life = { age_s: 0, cause: 0 };
      random.quad(serial, 0, uniforms);
      drawLife(of, horizon, uniforms, life);
      return { ...life, fifth: fifth(uniforms) };
    });
  };
  const lives = drawn(50 * secondsPerYear);

  it('have the survival of the closed form at every age', () => {
    for (const years of [0.2, 1, 3, 4.5, 5, 6]) {
      const age_s = years * secondsPerYear;
      const alive = lives.filter((life) => life.age_s > age_s).length / draws;
      expect(Math.abs(alive - unfailed(kind, age_s) * unretired(kind, age_s))).toBeLessThan(0.008);
    }
    const mean_s = lives.reduce((sum, life) => sum + life.age_s, 0) / draws;
    expect(mean_s / meanLife_s(kind, secondsPerYear / 12)).toBeCloseTo(1, 1.5);
  });

  it('end for every cause of their own, early ones first', () => {
    const meanAge = causes.map((_, cause) => {
      const ages = lives.filter((life) => life.cause === cause).map((life) => life.age_s);
      return ages.reduce((sum, age) => sum + age, 0) / ages.length;
    });
    expect(meanAge[0]).toBeLessThan(meanAge[1]!);
    expect(meanAge[1]).toBeLessThan(meanAge[3]!);
  });

  it('are the same with a nearer horizon, but for those that outlive it', () => {
    const left_s = 2 * secondsPerYear;
    for (const [index, life] of drawn(left_s).entries()) {
      if (lives[index]!.age_s < left_s) expect(life).toEqual(lives[index]);
      else expect(life.age_s).toBeGreaterThanOrEqual(left_s);
    }
  });

  it('leave a fifth uniform that does not lean on the end of life', () => {
    const late = lives.filter((life) => life.age_s > 4 * secondsPerYear);
    for (const some of [lives, late]) {
      const mean = some.reduce((sum, life) => sum + life.fifth, 0) / some.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    }
  });
});

describe('rows', () => {
  it('hold what was put in them, and days their rows', () => {
    const satellite = fc.record({
      shell: fc.nat(40),
      vintage: fc.nat(mostMonths - 1),
      cause: fc.nat(4),
      place: fc.integer({ min: -900, max: 1e6 }),
      stay_d: fc.nat(60_000),
      day: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(satellite, { maxLength: 200 }), (all) => {
        const rows = new FleetRows(4, 10);
        const kept = all.map((one) => rows.add(one.shell, one.vintage, one.cause, one.place, one.stay_d));
        for (const [index, one] of all.entries()) rows.put(one.day, kept[index]!);
        for (const [index, one] of all.entries()) {
          const row = kept[index]!;
          expect([rows.shell(row), rows.vintage(row), rows.cause(row)]).toEqual([
            one.shell,
            one.vintage,
            one.cause,
          ]);
          expect([rows.place(row), rows.stay_d(row), rows.state(row)]).toEqual([
            one.place,
            one.stay_d,
            state.serving,
          ]);
        }
        for (let day = 0; day < 10; day++) {
          const found: number[] = [];
          for (let row = rows.takeOf(day); row >= 0; row = rows.takeOf(day)) found.push(row);
          expect(found.toSorted((a, b) => a - b)).toEqual(kept.filter((_, index) => all[index]!.day === day));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are used again after re-entry', () => {
    const rows = new FleetRows(2, 1);
    const first = rows.add(0, 0, 0, 0, 1);
    rows.release(first);
    expect(rows.state(first)).toBe(state.none);
    expect(rows.add(1, 2, 3, 4, 5)).toBe(first);
    expect(rows.used).toBe(1);
  });
});

describe('slots', () => {
  it('are never given twice, and the emptiest plane is one', () => {
    const step = fc.record({ give: fc.boolean(), which: fc.nat(), count: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const slots = new Slots(4, 6);
        const taken: { plane: number; slot: number }[] = [];
        for (const { give, which, count } of steps) {
          if (give && taken.length > 0) {
            const [back] = taken.splice(which % taken.length, 1);
            slots.give(back!.plane, back!.slot);
          } else {
            const plane = slots.emptiest();
            expect(slots.free[plane]).toBe(Math.max(...slots.free));
            const all = Math.min(count, slots.free[plane]!);
            if (all === 0) continue;
            slots.take(plane, all);
            for (let one = 0; one < all; one++) taken.push({ plane, slot: slots.next(plane) });
          }
          expect(new Set(taken.map(({ plane, slot }) => plane * 6 + slot)).size).toBe(taken.length);
          expect(slots.free.reduce((sum, free) => sum + free, 0)).toBe(24 - taken.length);
        }
      }),
    );
  });
});
