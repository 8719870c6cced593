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
            room.now.deliverableShare[host] = fed;
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

  it('knows no cluster before the first unit is in service', () => {
    const room = bench(smallParams({ hosts: 1, months: 3, works: [work()] }));
    room.step();
    expect(room.out.jointTraining_FLOPperS[0]).toBe(0);
    expect(room.out.trainingRun_s[0]).toBeNaN();
    expect(room.out.trainingElasticity[0]).toBeNaN();
  });
});
