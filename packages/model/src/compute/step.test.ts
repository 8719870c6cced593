import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bench,
  bench,
  idleShare,
  type SmallWork,
  smallParams,
  staff,
  unitPeak_FLOPperS,
} from '../../testing/compute.ts';
import { constraintIndex } from '../flows/constraint.ts';
import { calendar, secondsPerYear } from '../time/calendar.ts';
import { aliveShare } from './fleet.ts';

const fates = ['unpowered', 'idle', 'unfed', 'overhead', 'interrupted', 'sensing', 'useful'] as const;
const work = (changed: Partial<SmallWork> = {}): SmallWork => ({
  share: 0.5,
  gang: 8,
  kept: 1,
  bitsDown: 1e-9,
  flopPerToken: 1e12,
  ...changed,
});
const fateOf = ({ out }: Bench, fate: (typeof fates)[number], host = 0): number =>
  (out[`${fate}_FLOP`][host] as number) / (out.installed_FLOP[host] as number);

/** Share of chips that run on a power, over full draw. */
const runningAt = (power: number): number => (power - idleShare) / (1 - idleShare);

/** Steps the first host with power up to a share of full draw, and links as its ports say, until nothing moves. */
function settle(room: Bench, power: number, month = 2): void {
  const { now, out } = room;
  const seconds = calendar(0, month).intervals[month]?.seconds as number;
  for (let round = 0; round < 12; round++) {
    const most_W = (now.inService[0] as number) * 1000 * power;
    now.powerPerNewUnit_W[0] = 1000;
    now.powerToCompute_W[0] = Math.min(out.chipDemand_W[0] as number, most_W);
    now.generated_J[0] = most_W * seconds;
    now.curtailed_J[0] = (most_W - (now.powerToCompute_W[0] as number)) * seconds;
    const offered_bps = out.offeredDown_bps[0] as number;
    now.downShare[0] = offered_bps > 0 ? Math.min(1, (now.downCapacity_bps[0] as number) / offered_bps) : 1;
    room.step(month);
  }
}

describe('the compute room', () => {
  it('accounts for every installed FLOP, whatever power, links, demand and failures do', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const any = fc.record({
      power: share,
      fed: share,
      sensing: share,
      units: fc.integer({ min: 0, max: 1e6 }),
    });
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 1, maxLength: 4 }),
        fc.array(share, { minLength: 1, maxLength: 3 }),
        (hosts, demands) => {
          const room = bench(
            smallParams({
              hosts: hosts.length,
              months: 3,
              works: demands.map(() => work()),
              section: { restart_s: 1e6, failureInterval_s: 1e7 },
            }),
          );
          hosts.forEach(({ power, fed, sensing, units }, host) => {
            staff(room, host, 3, units);
            room.now.powerToCompute_W[host] = units * 1000 * power;
            room.now.downShare[host] = fed;
            room.now.sensingWork_FLOPperS[host] = units * unitPeak_FLOPperS * sensing;
          });
          demands.forEach((demand, w) => {
            room.before.demand_FLOPperS[w] = demand * 1e20;
          });
          room.step();
          hosts.forEach((_, host) => {
            const installed = room.out.installed_FLOP[host] as number;
            const total = fates.reduce((sum, fate) => sum + (room.out[`${fate}_FLOP`][host] as number), 0);
            expect(Math.abs(total - installed)).toBeLessThanOrEqual(1e-12 * installed);
            for (const fate of fates)
              expect(room.out[`${fate}_FLOP`][host]).toBeGreaterThanOrEqual(-1e-12 * installed);
          });
        },
      ),
    );
  });

  it('gives one answer however often a loop steps it', () => {
    const room = bench(smallParams({ hosts: 2, months: 3, works: [work(), work({ share: 0.3 })] }));
    staff(room, 0, 3, 1000);
    staff(room, 1, 3, 500);
    room.before.demand_FLOPperS.fill(1e17);
    room.step();
    const first = Object.fromEntries(Object.entries(room.out).map(([name, values]) => [name, [...values]]));
    room.step();
    for (const [name, values] of Object.entries(room.out)) expect([...values], name).toEqual(first[name]);
  });

  it('lets chips idle where nobody buys, and says that demand binds', () => {
    const room = bench(smallParams({ hosts: 1, months: 3, works: [work()] }));
    staff(room, 0, 3, 1000);
    room.step();
    expect(fateOf(room, 'idle')).toBe(1);
    expect(room.out.computeLimits[constraintIndex.demand]).toBe(1);
    expect(room.out.chipDemand_W[0]).toBeCloseTo(1000 * 1000 * idleShare, 6);
  });

  it('delivers what is asked for when it can, and asks only for that power', () => {
    const room = bench(smallParams({ hosts: 1, months: 3, works: [work()] }));
    staff(room, 0, 3, 1000);
    const demand = 0.25 * 0.5 * 1000 * unitPeak_FLOPperS;
    room.before.demand_FLOPperS[0] = demand;
    room.step();
    expect(room.out.work_FLOPperS[0] as number).toBeCloseTo(demand, -5);
    expect((room.out.chipDemand_W[0] as number) / 1e6).toBeCloseTo(idleShare + (1 - idleShare) * 0.25, 9);
    expect(room.out.tokens_perS[0] as number).toBeCloseTo(demand / 1e12, 3);
  });

  it('keeps chips off when there is only power for their idle draw', () => {
    const room = bench(smallParams({ hosts: 1, months: 3, works: [work()] }));
    staff(room, 0, 3, 1000);
    room.before.demand_FLOPperS[0] = 1e21;
    room.now.powerToCompute_W[0] = 1e6 * idleShare;
    room.step();
    expect(fateOf(room, 'unpowered')).toBe(1);
    expect(room.out.delivered_FLOPperS[0]).toBe(0);
  });

  it('neither rings nor idles on short power when the market buys what it could deliver', () => {
    const room = bench(smallParams({ hosts: 1, months: 3, works: [work()] }));
    staff(room, 0, 3, 1000);
    const bought: number[] = [];
    const delivered: number[] = [];
    for (let month = 0; month < 18; month++) {
      room.now.cohortUnits[2] = room.now.inService[0] = 1000 * 1.01 ** month;
      settle(room, 0.6);
      bought.push(room.before.demand_FLOPperS[0] as number);
      delivered.push(room.out.work_FLOPperS[0] as number);
      // Buyers take what could be delivered a month ago, and a little more than is there now.
      room.before.demand_FLOPperS[0] = 1.02 * (room.out.deliverable_FLOPperS[0] as number);
      if (month > 0) expect(fateOf(room, 'idle')).toBe(0);
      if (month > 0) expect(fateOf(room, 'unpowered')).toBeCloseTo(1 - runningAt(0.6), 9);
    }
    for (const series of [bought.slice(2), delivered.slice(2)]) {
      series.slice(1).forEach((value, index) => {
        expect(value / (series[index] as number)).toBeCloseTo(1.01, 9);
      });
    }
  });

  it('knows what it could deliver at any load, and delivers that much when asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (power, ratio) => {
          const room = bench(smallParams({ hosts: 1, months: 3, works: [work()] }));
          staff(room, 0, 3, 1000);
          const most = 1000 * unitPeak_FLOPperS * 0.5 * runningAt(power);
          room.before.demand_FLOPperS[0] = ratio * most;
          settle(room, power);
          expect((room.out.deliverable_FLOPperS[0] as number) / most).toBeCloseTo(1, 9);
          expect((room.out.work_FLOPperS[0] as number) / most).toBeCloseTo(Math.min(1, ratio), 9);
          expect(fateOf(room, 'idle')).toBeCloseTo(Math.max(0, 1 - ratio), 9);
        },
      ),
    );
  });

  it('books as unfed what links would not have carried', () => {
    const bits = { bitsDown: 1e-6 };
    const room = bench(smallParams({ hosts: 1, months: 3, works: [work(bits)] }));
    staff(room, 0, 3, 1000);
    const most = 1000 * unitPeak_FLOPperS * 0.5;
    room.now.downCapacity_bps[0] = 0.4 * most * bits.bitsDown;
    for (const ratio of [0.41, 0.7, 2]) {
      room.before.demand_FLOPperS[0] = ratio * most;
      settle(room, 1);
      expect((room.out.work_FLOPperS[0] as number) / most).toBeCloseTo(0.4, 9);
      expect(fateOf(room, 'idle')).toBe(0);
      expect(fateOf(room, 'unpowered')).toBeCloseTo(0, 12);
      expect(fateOf(room, 'unfed')).toBeCloseTo(0.6, 9);
    }
    room.before.demand_FLOPperS[0] = 0.2 * most;
    settle(room, 1);
    expect(fateOf(room, 'idle')).toBeCloseTo(0.5, 9);
    expect(fateOf(room, 'unfed')).toBeCloseTo(0.3, 9);
  });

  it('runs the large run at what its pods can draw, whatever the market leaves idle', () => {
    const run = (demand: number): number => {
      const room = bench(smallParams({ hosts: 1, months: 3, works: [work()] }));
      staff(room, 0, 3, 1000);
      room.before.demand_FLOPperS[0] = demand;
      settle(room, 0.6);
      return room.out.trainingRun_s[0] as number;
    };
    expect(run(1e15) / run(1e21)).toBeCloseTo(1, 9);
  });

  it('keeps runs in orbit and on the ground apart', () => {
    const params = smallParams({ hosts: 2, months: 3, works: [work()] });
    const hosts = params.hosts.map((host, index) => ({ ...host, orbit: index === 0 }));
    const room = bench({ ...params, hosts });
    staff(room, 1, 3, 1000);
    room.step();
    expect(room.out.trainingRun_s[0]).toBeNaN();
    expect(room.out.trainingElasticity[0]).toBeNaN();
    expect(room.out.jointTraining_FLOPperS[0]).toBe(0);
    expect(room.out.groundTrainingRun_s[0]).toBeGreaterThan(0);
    staff(room, 0, 3, 10);
    room.step();
    expect(room.out.trainingRun_s[0]).toBeGreaterThan(room.out.groundTrainingRun_s[0] as number);
  });

  it('says that more mass brings exactly nothing where the best cluster is smaller than the fleet', () => {
    const room = bench(
      smallParams({
        hosts: 1,
        months: 3,
        works: [work()],
        section: { failureInterval_s: 1e7, restart_s: 300 },
      }),
    );
    staff(room, 0, 3, 1e6);
    room.step();
    expect(room.out.trainingElasticity[0]).toBe(0);
  });

  it('wears chips no further than the junction at which power is held back', () => {
    const kept = (worst_K: number): number => {
      const section = { failureInterval_s: 1e7, restart_s: 1e5 };
      const room = bench(smallParams({ hosts: 1, months: 3, works: [work()], section }));
      staff(room, 0, 3, 1000);
      room.now.junctionWorst_K[0] = worst_K;
      room.now.junctionLimit_K[0] = 360;
      room.before.demand_FLOPperS[0] = 1e21;
      room.step();
      return fateOf(room, 'interrupted');
    };
    expect(kept(360)).toBeGreaterThan(kept(350));
    expect(kept(400)).toBe(kept(360));
  });

  it('counts no chips that have died, nor power for them', () => {
    const params = smallParams({ hosts: 1, months: 13, works: [work()] });
    const loss_perS = 0.09 / secondsPerYear;
    const alive = Float64Array.from({ length: 13 }, (_, age) => aliveShare(loss_perS, age));
    const room = bench({ ...params, tables: { ...params.tables, alive } });
    staff(room, 0, 13, 0);
    room.now.cohortUnits[0] = room.now.inService[0] = 1000;
    room.before.demand_FLOPperS[0] = 1e21;
    room.step(12);
    const left = Math.exp((-0.09 * 12.5) / 12);
    expect((room.out.installed_FLOPperS[0] as number) / (1000 * unitPeak_FLOPperS)).toBeCloseTo(left, 12);
    settle(room, 1, 12);
    expect((room.out.chipDemand_W[0] as number) / 1e6).toBeCloseTo(left, 9);
  });

  it('knows no cluster before the first unit is in service', () => {
    const room = bench(smallParams({ hosts: 1, months: 3, works: [work()] }));
    room.step();
    expect(room.out.jointTraining_FLOPperS[0]).toBe(0);
    expect(room.out.trainingRun_s[0]).toBeNaN();
    expect(room.out.trainingElasticity[0]).toBeNaN();
  });
});
