import { doneFor, learned } from '@kardashev/kernels/numeric/wright.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedRandom } from '../random/philox.ts';
import { meanLaunches, scattered, simulatedLaunches } from './pads.ts';
import { loadOf, payloadTo, payloadToShell } from './payload.ts';
import { ration } from './ration.ts';
import { failureChance, poisson } from './reliability.ts';
import { siteDeliveryTime_s, sitePower_W } from './site.ts';
import { flightsOf, lostPerFlight } from './stages.ts';
import { meanLife_s, survivalTable, unfailed, unretired } from './survival.ts';

const year_s = 365.25 * 86_400;
const month_s = year_s / 12;
const vehicle = {
  payload_kg: 100e3,
  payloadAltitude_m: 200e3,
  payloadInclination_rad: 0.5236,
  upperDry_kg: 165e3,
  upperPropellant_kg: 1600e3,
  exhaustVelocity_mperS: 3580,
};

describe('payload', () => {
  it('is the reference payload at the reference orbit', () => {
    expect(payloadTo(vehicle, { altitude_m: 200e3, inclination_rad: 0.5236 })).toBeCloseTo(100e3, 3);
  });

  it('falls with altitude and with inclination, and never below nothing', () => {
    const orbit = fc.record({
      altitude_m: fc.double({ min: 200e3, max: 2000e3, noNaN: true }),
      inclination_rad: fc.double({ min: 0.5, max: 1.8, noNaN: true }),
    });
    fc.assert(
      fc.property(orbit, (low) => {
        const here = payloadTo(vehicle, low);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(payloadTo(vehicle, { ...low, altitude_m: low.altitude_m + 50e3 })).toBeLessThanOrEqual(here);
        expect(
          payloadTo(vehicle, { ...low, inclination_rad: low.inclination_rad + 0.1 }),
        ).toBeLessThanOrEqual(here);
      }),
    );
  });

  it('does not depend on a shell above the altitude of release', () => {
    const at = (altitude_m: number) => payloadToShell(vehicle, { altitude_m, inclination_rad: 0.52 }, 400e3);
    expect(at(700e3)).toBe(at(1000e3));
    expect(at(350e3)).toBeGreaterThan(at(700e3));
  });

  it('counts whole satellites by the tighter of mass and volume', () => {
    expect(loadOf(100e3, 2e3, 480, 12)).toEqual({ byMass: 50, byVolume: 40, count: 40 });
  });
});

describe('pads', () => {
  it('launch event by event as often as the fluid form says, and scatter as much', () => {
    const random = new KeyedRandom(11, 'pads');
    const [gap_s, variation] = [6 * 86_400, 0.5];
    const counts = Array.from(
      { length: 300 },
      (_, pad) => simulatedLaunches(gap_s, variation, year_s, random, pad).length,
    );
    const centre = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const spread = Math.sqrt(
      counts.reduce((sum, count) => sum + (count - centre) ** 2, 0) / (counts.length - 1),
    );
    const fluid = meanLaunches(1, gap_s, 0, year_s);
    expect(Math.abs(centre / fluid - 1)).toBeLessThan(0.01);
    expect(spread / (scattered(fluid, variation, 1) - fluid)).toBeGreaterThan(0.85);
    expect(spread / (scattered(fluid, variation, 1) - fluid)).toBeLessThan(1.15);
  });

  it('never launch a negative number', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -8, max: 8, noNaN: true }),
        (mean, variation, z) => {
          expect(scattered(mean, variation, z)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('reliability', () => {
  it('is Jeffreys’ half without experience and grows with clean flights', () => {
    expect(failureChance(0, 0, 0.3)).toBe(0.5);
    expect(failureChance(100, 2, 0.3)).toBeLessThan(failureChance(10, 2, 0.3));
  });

  it('grows in expectation as flights to the power of what failures keep', () => {
    const failuresAfter = (flights: number): number => {
      let failures = 0;
      for (let flight = 0; flight < flights; flight++) failures += failureChance(flight, failures, 0.3);
      return failures;
    };
    expect(Math.log2((failuresAfter(4000) + 5 / 3) / (failuresAfter(2000) + 5 / 3))).toBeCloseTo(0.3, 2);
  });

  it('draws Poisson counts of the right mean', () => {
    const random = new KeyedRandom(5, 'poisson');
    let sum = 0;
    for (let draw = 0; draw < 4000; draw++) sum += poisson(1.7, random.uniform(0, draw), 100);
    expect(sum / 4000).toBeGreaterThan(1.6);
    expect(sum / 4000).toBeLessThan(1.8);
  });
});

describe('stages', () => {
  it('are never used up beyond what is there', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.double({ min: 1e3, max: 1e8, noNaN: true }),
        (stock, recovery, life, turnaround_s) => {
          const lost = lostPerFlight(recovery, life);
          const used = flightsOf(stock, turnaround_s, lost, month_s) * lost;
          expect(used).toBeLessThanOrEqual(stock * (1 + 1e-12));
        },
      ),
    );
  });
});

describe('survival', () => {
  const kind = {
    infantShare: 0.01,
    infantPeriod_s: 60 * 86_400,
    failure_perS: 0.025 / year_s,
    wearOut_s: 12 * year_s,
    wearOutShape: 4,
    life_s: 5 * year_s,
    retirementSpread_s: year_s / 2,
  };

  it('of the table is that of the closed form', () => {
    const table = survivalTable(kind, month_s, 120, 6);
    let alive = 1;
    for (let age = 0; age < 48; age++) alive *= (1 - table.fails[age]!) * (1 - table.retires[age]!);
    const closed = unfailed(kind, 48 * month_s) * unretired(kind, 48 * month_s);
    expect(alive / closed).toBeCloseTo(1, 9);
    expect(table.goneAhead[0]).toBeCloseTo(
      1 - unfailed(kind, 6 * month_s) * unretired(kind, 6 * month_s),
      12,
    );
  });

  it('means somewhat less than the design life, for failures', () => {
    expect(meanLife_s(kind, month_s) / year_s).toBeGreaterThan(4.4);
    expect(meanLife_s(kind, month_s) / year_s).toBeLessThan(5);
  });

  it('ends at the design life when retirement has no spread', () => {
    const sharp = { ...kind, infantShare: 0, failure_perS: 0, wearOut_s: Infinity, retirementSpread_s: 0 };
    expect(unretired(sharp, 5 * year_s - 1)).toBe(1);
    expect(unretired(sharp, 5 * year_s)).toBe(0);
    expect(survivalTable(sharp, month_s, 120, 1).retires.indexOf(1)).toBe(59);
  });
});

describe('a site', () => {
  const site = {
    permitWait_s: year_s,
    gridWait_s: 4 * year_s,
    gridConnection_W: 500e6,
    gridRamp_WperS: 250e6 / year_s,
    gasWait_s: 2 * year_s,
    gasConnection_W: 300e6,
    gasRamp_WperS: 300e6 / year_s,
    building_s: year_s,
  };

  it('delivers a power when its sources add up to it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e6, max: 20e9, noNaN: true }), (power_W) => {
        const after_s = siteDeliveryTime_s(site, power_W);
        expect(sitePower_W(site, after_s + 1)).toBeGreaterThanOrEqual(power_W * (1 - 1e-9));
        expect(after_s).toBeGreaterThanOrEqual(2 * year_s);
      }),
    );
  });

  it('never delivers what it cannot ramp up to', () => {
    expect(siteDeliveryTime_s({ ...site, gridRamp_WperS: 0, gasRamp_WperS: 0 }, 2e9)).toBe(Infinity);
  });
});

describe('rationing', () => {
  it('keeps within the limit, by one share or in order', () => {
    const list = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        list,
        list,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.boolean(),
        (asked, costs, limit, inOrder) => {
          const amounts = Float64Array.from(asked);
          const cost = Float64Array.from(costs);
          ration(amounts, cost, limit, inOrder, 0, 4);
          const bill = amounts.reduce((sum, amount, host) => sum + amount * cost[host]!, 0);
          expect(bill).toBeLessThanOrEqual(limit * (1 + 1e-9) + 1e-9);
          for (const [host, amount] of amounts.entries()) expect(amount).toBeLessThanOrEqual(asked[host]!);
        },
      ),
    );
  });

  it('serves the first first when in order', () => {
    const amounts = Float64Array.of(3, 3, 3);
    ration(amounts, Float64Array.of(1, 1, 1), 4, true, 0, 3);
    expect([...amounts]).toEqual([3, 1, 0]);
  });

  it('gives nothing to what nothing can pay and leaves the others alone', () => {
    const amounts = Float64Array.of(3, 3);
    ration(amounts, Float64Array.of(Infinity, 1), 10, false, 0, 2);
    expect([...amounts]).toEqual([0, 3]);
  });
});

describe('learning', () => {
  it('takes its share with each doubling and is undone by the inverse', () => {
    expect(learned(100, 10, 0.2, 20)).toBeCloseTo(80, 12);
    expect(learned(100, 10, 0.2, 5)).toBe(100);
    expect(learned(100, 10, 0.2, doneFor(100, 10, 0.2, 37))).toBeCloseTo(37, 9);
  });
});
