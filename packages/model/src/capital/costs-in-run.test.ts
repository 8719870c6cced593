import { describe, expect, it } from 'vitest';
import { build, type Fill, idle, run } from '../../testing/capital.ts';

describe('levelised cost in the run', () => {
  it('exists for orbit and ground before anything is built', () => {
    const month = run('as-needed', idle, 1).months[0];
    for (const cost of month?.levelised_USD2026perFLOP ?? []) {
      // Between 1 and 10,000 USD a PFLOP-day.
      expect(cost * 8.64e19).toBeGreaterThan(1);
      expect(cost * 8.64e19).toBeLessThan(1e4);
    }
  });

  it('rises on the ground with the wait, and in orbit with the price of launch', () => {
    const base = run('as-needed', idle, 1).months[0]?.levelised_USD2026perFLOP;
    const slow = run('as-needed', (now) => now.wait_s.set([0, 1.6e8]), 1).months[0]?.levelised_USD2026perFLOP;
    const dear = run('as-needed', (now) => now.launchCost_USD2026perkg.fill(6000), 1).months[0]
      ?.levelised_USD2026perFLOP;
    expect(slow?.[1]).toBeGreaterThan(base?.[1] as number);
    expect(slow?.[0]).toBe(base?.[0]);
    expect(dear?.[0]).toBeGreaterThan(base?.[0] as number);
    expect(dear?.[1]).toBe(base?.[1]);
  });
});

describe('levelised cost of a site without halls', () => {
  const costs = (set: Fill) => run('as-needed', set, 30).months[29]?.levelised_USD2026perFLOP as Float64Array;

  it('does not move when the links in orbit get worse', () => {
    const links =
      (share: number): Fill =>
      (now, month, before) => {
        build(100)(now, month, before);
        now.deliverableShare[0] = share;
        now.work_FLOPperS[0] = share * (now.work_FLOPperS[0] as number);
        now.deliverable_FLOPperS[0] = share * (now.deliverable_FLOPperS[0] as number);
      };
    const [open, full] = [costs(links(1)), costs(links(0.1))];
    expect(full[1]).toBe(open[1]);
    expect((full[0] as number) / (open[0] as number)).toBeCloseTo(10, 9);
    const cut = costs((now) => now.deliverableShare.set([0, 1]));
    expect(cut[0]).toBe(Infinity);
    expect(cut[1]).toBe(open[1]);
  });

  it('does not move with how far the fleet in orbit is overbuilt', () => {
    expect(costs(build(10_000))[1]).toBe(costs(build(10))[1]);
  });
});

describe('what is paid for units', () => {
  const spent = (set: Fill, months = 30): number[] =>
    run('as-needed', set, months).months.map((month) => month.capitalSpending_USD[2] as number);
  /** What `set` costs more than nothing, real, by month. */
  const more = (set: Fill): number[] => {
    const without = spent(idle);
    const { params } = run('as-needed', idle, 1);
    return spent(set).map(
      (value, index) => (value - (without[index] as number)) / (params.priceLevel[index] as number),
    );
  };

  it('is chips and building for a first hall, and chips alone for one in a building that stands', () => {
    const cost = more((now, month) => {
      now.begun[1] = month === 8 || month === 20 ? 3 : month === 26 ? 1 : 0;
      now.placed[1] = month === 14 || month === 26 ? 3 : 0;
      now.inService[1] = month >= 14 ? 3 : 0;
      // Begun ahead, while the halls they replace still run.
      now.leaving[1] = month >= 20 && month < 26 ? 3 : 0;
    });
    const host = run('as-needed', idle, 1).params.hosts[1];
    const chips = host?.chips_USD2026[8] as number;
    const building = host?.building_USD2026 as number;
    expect((cost[8] as number) / (3 * (chips + building))).toBeCloseTo(1, 9);
    expect(building).toBeGreaterThan(0.1 * chips);
    expect((cost[20] as number) / (3 * chips)).toBeCloseTo(1, 9);
    expect((cost[26] as number) / (chips + building)).toBeCloseTo(1, 9);
  });

  it('holds an imager for every replaced satellite that carries one', () => {
    const pay = (begun: number): number =>
      more((now, month) => {
        now.begun[0] = month === 20 ? begun : 0;
        now.inService[0] = month >= 12 ? 100 : 0;
      })[20] as number;
    const { params, months } = run('as-needed', idle, 21);
    const imagers = params.hosts[0]?.imagers_USD2026 as number;
    const unit = months[20]?.unitCost_USD2026[0] as number;
    expect(imagers).toBeGreaterThan(0);
    expect((pay(10) - 10 * unit) / (10 * imagers)).toBeCloseTo(1, 6);
  });

  it('holds launches at the mean of what flies, while one more costs the marginal price', () => {
    const fly =
      (mean: number): Fill =>
      (now, month) => {
        now.begun[0] = month === 20 ? 10 : 0;
        now.launchMean_USD2026perkg.fill(mean);
      };
    const insured = run('as-needed', idle, 1).params.hosts[0]?.insurance as number;
    const [cheap, dear] = [more(fly(3000))[20] as number, more(fly(5000))[20] as number];
    expect((dear - cheap) / (10 * 2000 * 2000 * insured)).toBeCloseTo(1, 6);
    const unit = (mean: number) => run('as-needed', fly(mean), 21).months[20]?.unitCost_USD2026[0];
    expect(unit(5000)).toBe(unit(3000));
  });
});
