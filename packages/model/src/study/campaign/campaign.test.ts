import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectValue, housePlan } from '../../../testing/house.ts';
import { constraintIndex, constraints } from '../../flows/constraint.ts';
import { clockOf } from '../../transport/campaign/clock.ts';
import { evenBudget } from '../../transport/campaign/purse.ts';
import { type Campaign, simulateCampaign } from '../../transport/campaign/simulate.ts';
import { Skies } from '../../transport/campaign/skies.ts';
import { month_s } from '../../transport/entries.ts';
import { percentiles } from './document.ts';
import { needsOf } from './needs.ts';
import { type PreparedCampaign, prepareCampaign } from './prepare.ts';
import { sampleEvents, sampleFluid, sampleOf } from './sample.ts';
import { monthIn, shadows } from './shadow.ts';

const to2032 = { path: 'period.to', text: '2032-12' };
const seed = fc.integer({ min: 0, max: 2 ** 31 });

function prepared(...overrides: { path: string; text: string }[]): PreparedCampaign {
  return expectValue(prepareCampaign(housePlan('base/company', [to2032, ...overrides])));
}

function simulate({ params, setting, budget }: PreparedCampaign, of: number): Campaign {
  return simulateCampaign(params, setting, of, budget);
}

const company = prepared();
const sum = (rows: Readonly<Float64Array>, from: number, count: number): number =>
  rows.subarray(from, from + count).reduce((total, value) => total + value, 0);

describe('a campaign event by event', () => {
  it('keeps every satellite: built, lost, placed, ended and re-entered add up', () => {
    fc.assert(
      fc.property(seed, (of) => {
        const { months, fleet } = simulate(company, of);
        const { months: length, orbits } = company.params;
        for (let h = 0; h < orbits; h++) {
          const row = (rows: Float64Array): number => sum(rows, h * length, length);
          const end = h * length + length - 1;
          const left = row(months.built) - row(months.lost) - row(months.reentered) - months.inOrbit[end]!;
          // What is left waits for a launch.
          expect(left).toBeGreaterThanOrEqual(0);
          expect(row(months.placed)).toBe(fleet.entered[h]);
          expect(sum(fleet.alive, h * length, length)).toBe(fleet.serving[h]);
        }
        const launched = row(months.carried, length);
        const lost = sum(months.lost, 0, orbits * length);
        expect(launched - lost).toBeGreaterThanOrEqual(sum(months.placed, 0, orbits * length));
      }),
      { numRuns: 6 },
    );
    function row(rows: Float64Array, length: number): number {
      return sum(rows, 0, length);
    }
  });

  it('never flies more from a site in a year than is permitted, nor two at once from a range', () => {
    const { log } = simulate(company, 7);
    const { view, setting } = company;
    const [first] = setting.calendar.intervals;
    const start_ms = Date.UTC(first!.year, first!.month % 12, 1);
    const years = new Map<string, number>();
    const last = new Map<string, number>();
    for (let row = 0; row < log.length; row++) {
      const site = view.pads[log.site[row]!];
      if (!site) continue;
      const key = `${site.name} ${new Date(start_ms + log.time_s[row]! * 1000).getUTCFullYear()}`;
      years.set(key, (years.get(key) ?? 0) + 1);
      const range = site.range === '' ? site.name : site.range;
      expect(log.time_s[row]! - (last.get(range) ?? -Infinity)).toBeGreaterThanOrEqual(site.rangeGap_s);
      last.set(range, log.time_s[row]!);
    }
    for (const [key, count] of years) {
      const site = view.pads.find(({ name }) => key.startsWith(`${name} `))!;
      const most = Math.max(...site.permits_perS) * 12 * month_s;
      expect(count, key).toBeLessThanOrEqual(Math.round(most));
    }
    expect(Math.max(...years.values())).toBeGreaterThan(20);
  });

  it('shares the weather among sites of one range: on a lost day nobody launches there', () => {
    const { view, setting } = prepared({ path: 'pads.slc-40.weatherLoss', text: '0.5' });
    const clock = clockOf(setting.calendar);
    const pads = ['slc-40', 'lc-39a-falcon', 'starbase'].map(
      (name) => view.pads.find((pad) => pad.name === name)!,
    );
    const skies = new Skies(pads, [0, 0, 1], clock, 1);
    const lost = [0, 0, 0, 0];
    for (const interval of setting.calendar.intervals) {
      skies.turnTo(interval);
      for (let day = 0; day < 28; day++) {
        const noon_s = clock.start_s[interval.index]! + (day + 0.5) * 86_400;
        const bad = pads.map((_, p) => skies.clearFrom_s(p, noon_s) > noon_s);
        for (const [p, is] of bad.entries()) if (is) lost[p]!++;
        // Worse weather keeps from launching whatever milder weather does.
        if (bad[1] && !bad[0]) lost[3]!++;
      }
    }
    const days = 28 * setting.calendar.intervals.length;
    expect(lost[0]! / days).toBeGreaterThan(0.4);
    expect(lost[1]! / days).toBeGreaterThan(0.05);
    expect(lost[1]! / days).toBeLessThan(0.11);
    expect(lost[3]).toBe(0);
  });

  it('launches nothing of a family while it stands', () => {
    const { log } = simulate(company, 3);
    const { params, view } = company;
    const starship = params.families.find(({ name }) => name === 'starship')!;
    let least_s = Infinity;
    let lost_s: number | undefined;
    for (let row = 0; row < log.length; row++) {
      if (!starship.versions.includes(log.vehicle[row]!)) continue;
      if (lost_s !== undefined) least_s = Math.min(least_s, log.time_s[row]! - lost_s);
      lost_s = log.lost[row] === 1 ? log.time_s[row] : undefined;
    }
    expect(least_s).toBeGreaterThan(86_400);
    expect(least_s).toBeLessThan(view.vehicles[1]!.groundingMedian_s * 4);
  });

  it('is the same for a seed and another for another', () => {
    expect(sampleEvents(company, 5)).toEqual(sampleEvents(company, 5));
    expect(sampleEvents(company, 5).launches).not.toEqual(sampleEvents(company, 6).launches);
  });

  it('draws what befalls a satellite from the satellite, not from what happened before', () => {
    // Another kind of vehicle of the same month of flight changes launches, and no satellite’s life.
    const other = prepared({ path: 'vehicles.falcon-9.customerLaunches', text: '1 /year' });
    const lives = (of: PreparedCampaign): number[] => {
      const { fleet } = simulate(of, 4);
      return Array.from({ length: 20 }, (_, row) => fleet.rows.cause(row) * 1e6 + fleet.rows.stay_d(row));
    };
    expect(lives(other)).toEqual(lives(company));
  });

  it('needs tankers where the plan says so, and names them', () => {
    const thirsty = prepared(
      { path: 'vehicles.starship-v3.tankerLaunches', text: '4' },
      { path: 'vehicles.starship-v4.tankerLaunches', text: '4' },
    );
    const carried = (of: PreparedCampaign): number =>
      sum(simulate(of, 2).months.carried, 0, of.params.months);
    expect(carried(thirsty)).toBeLessThan(0.5 * carried(company));
    const { months } = simulate(thirsty, 2);
    const tankers = months.limits.subarray(constraintIndex.tankers * thirsty.params.months);
    expect(Math.max(...tankers.subarray(0, thirsty.params.months))).toBeGreaterThan(0);
  });

  it('retires satellites early when their chips are old and the plan says so', () => {
    const early = prepared(
      { path: 'satellites.ai1.retireObsolete', text: 'true' },
      { path: 'satellites.ai1.chipsObsolete', text: '1 yr' },
    );
    const retired = (of: PreparedCampaign): number => {
      const campaign = simulate(of, 1);
      return sum(campaign.months.ended, 3 * of.params.months, of.params.months);
    };
    expect(retired(company)).toBeLessThan(30);
    expect(retired(early)).toBeGreaterThan(500);
  });

  it('flies the months on record as they were flown', () => {
    const { months } = simulate(company, 1);
    const flown = Array.from(months.launches.subarray(company.params.months, company.params.months + 9));
    expect(flown).toEqual([0, 0, 0, 0, 1, 0, 1, 0, 1]);
    expect(sampleOf(company, 1, simulate(company, 1)).years[0]).toBe(2026);
  });
});

describe('money', () => {
  const plan = housePlan('base/company', [to2032]);
  const short = (): PreparedCampaign => {
    const { params, setting } = company;
    const unit_USD2026 = 5e6;
    const budget = evenBudget(params.months, setting.hosts.length, 4 * unit_USD2026, unit_USD2026);
    return expectValue(prepareCampaign(plan, budget));
  };

  it('holds a campaign to its budget, binds, and has a price', () => {
    const poor = short();
    for (const sample of [sampleEvents(poor, 1), sampleFluid(poor, 1)]) {
      const cash = sample.years.map(
        (_, year) => sample.binds[year * constraints.length + constraintIndex.cash]!,
      );
      expect(cash.at(-1)).toBeGreaterThan(6);
      expect(sample.satellites).toBeLessThanOrEqual(4 * poor.params.months);
    }
    const { months } = simulate(poor, 1);
    expect(sum(months.built, 0, months.built.length)).toBeLessThanOrEqual(4 * poor.params.months);
    const cash = shadows(poor, monthIn(poor, '2029-01')!).find((shadow) => shadow.of === 'cash')!;
    // Four satellites more for the money of one month, less those that are lost on the way.
    expect(cash.satellites).toBeGreaterThan(2);
    expect(cash.satellites).toBeLessThanOrEqual(4.01);
  });

  it('is no limit where the plan is funded as needed', () => {
    const cash = shadows(company, 40).find((shadow) => shadow.of === 'cash')!;
    expect(cash.launches).toBe(0);
    expect(cash.more).toContain('as needed');
  });
});

describe('the price of one more', () => {
  it('is that of permits where permits bind, and of nothing where nothing is short', () => {
    const late = expectValue(prepareCampaign(housePlan('base/company')));
    const from = monthIn(late, '2037-01')!;
    const priced = new Map(shadows(late, from).map((shadow) => [shadow.of, shadow]));
    // One a year more, at one site, for the nine years that are left.
    expect(priced.get('permits')!.launches).toBeGreaterThan(7);
    expect(priced.get('permits')!.launches).toBeLessThan(10);
    expect(priced.get('permits')!.satelliteYears).toBeGreaterThan(500);
    for (const idle of ['propellant', 'chips', 'ships']) {
      expect(Math.abs(priced.get(idle)!.launches), idle).toBeLessThan(0.1);
    }
    expect(monthIn(late, '2046-01')).toBeUndefined();
    expect(monthIn(late, 'soon')).toBeUndefined();
  });
});

describe('what a pace of launches needs', () => {
  it('is more permits, pads and ships than there are today', () => {
    const needs = new Map(needsOf(company, 3600).map((need) => [need.what, need]));
    expect(needs.get('permits')!.needed).toBeCloseTo(8766, 6);
    expect(needs.get('permits')!.today).toBeCloseTo(145, 6);
    for (const what of [
      'permits',
      'pads',
      'boosters built',
      'ships built',
      'propellant',
      'satellites',
      'chips',
    ]) {
      expect(needs.get(what)!.needed, what).toBeGreaterThan(needs.get(what)!.today);
    }
  });
});

describe('percentiles', () => {
  it('lie on the values for five of them', () => {
    expect(percentiles([5, 1, 3, 2, 4])).toEqual({ p10: 1.4, p50: 3, p90: 4.6 });
  });
});
