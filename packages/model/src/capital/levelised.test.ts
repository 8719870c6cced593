import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HostTerms, levelisedWork_USD2026perFLOP } from './host-costs.ts';
import { carriedShare, discounted_s, levelised, lifetimeFactor } from './levelised.ts';

const year_s = 365.25 * 86_400;
const hall = {
  early_USD: 30,
  atStart_USD: 70,
  running_USDperS: 5 / year_s,
  output_perS: 2,
  life_s: 5 * year_s,
  loss_perS: 0,
  wait_s: 0,
  costOfCapital_perS: 0.09 / year_s,
};

describe('levelised cost', () => {
  it('is spending over output when money and output keep their worth', () => {
    const cost = levelised({ ...hall, costOfCapital_perS: 0 });
    expect(cost).toBeCloseTo((100 + 25) / (2 * 5 * year_s), 20);
  });

  it('grows with the wait by interest on the early money alone', () => {
    const waiting = levelised({ ...hall, wait_s: 4 * year_s });
    const output = 2 * discounted_s(0.09 / year_s, 5 * year_s);
    expect(waiting - levelised(hall)).toBeCloseTo((30 * (Math.exp(0.36) - 1)) / output, 18);
  });

  it('rises by the lifetime factor when output is lost and money costs nothing', () => {
    const free = { ...hall, running_USDperS: 0, costOfCapital_perS: 0 };
    const lossy = levelised({ ...free, loss_perS: 0.2 / year_s });
    expect(lossy / levelised(free)).toBeCloseTo(lifetimeFactor(0.2 / year_s, 5 * year_s), 12);
  });

  it('has no finite value without output', () => {
    expect(levelised({ ...hall, output_perS: 0 })).toBe(Infinity);
  });

  it('discounts a stream to its integral, at any rate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
        fc.double({ min: 0.5, max: 40, noNaN: true }),
        (rate, years) => {
          const steps = 2000;
          let sum = 0;
          for (let step = 0; step < steps; step++) sum += Math.exp((-rate * years * (step + 0.5)) / steps);
          expect(discounted_s(rate, years) / ((sum * years) / steps)).toBeCloseTo(1, 4);
        },
      ),
    );
  });

  it('lets two lives of chips in a row carry one building', () => {
    const rate = 0.08 / year_s;
    const first = carriedShare(rate, 5 * year_s, 10 * year_s);
    expect(first + first * Math.exp(-rate * 5 * year_s)).toBeCloseTo(1, 12);
    expect(carriedShare(rate, 30 * year_s, 20 * year_s)).toBe(1);
  });
});

describe('levelised work of a host', () => {
  const rate = 0.09 / year_s;
  const terms = (design: number): HostTerms => ({
    power_W: 1e6,
    design,
    mass_kg: 0,
    chips_USD2026: Float64Array.of(28e6),
    building_USD2026: design < 0 ? 20e6 : 0,
    insurance: 1,
    markup: 1,
    operations_perS: 0.05 / year_s,
    water_USD2026perJ: 0,
    power_USD2026perJ: design < 0 ? 50 / 3.6e9 : 0,
    drawnShare: design < 0 ? 1.02 : 0,
    imagers_USD2026: 0,
    buildingMonths: design < 0 ? 240 : 0,
    earlyShare: design < 0 ? 0.3 : 1,
    carried: design < 0 ? carriedShare(rate, 5 * year_s, 20 * year_s) : 1,
    costOfCapital_perS: rate,
    running_s: discounted_s(rate, 5 * year_s),
    life_s: 5 * year_s,
    work_s: discounted_s(rate + (design < 0 ? 0 : 0.09 / year_s), 5 * year_s),
  });

  it.each([-1, 0])(
    'is the general formula with its constant parts worked out before (design %d)',
    (design) => {
      fc.assert(
        fc.property(
          fc.double({ min: 30e6, max: 90e6, noNaN: true }),
          fc.double({ min: 0, max: 8, noNaN: true }),
          (cost, wait) => {
            const host = terms(design);
            const building = host.building_USD2026 * host.carried;
            const early = host.earlyShare * (design < 0 ? building : cost);
            const general = levelised({
              early_USD: early,
              atStart_USD: cost - host.building_USD2026 + building - early,
              running_USDperS: host.operations_perS * cost + host.power_USD2026perJ * 1.2e6,
              output_perS: 6e17,
              life_s: 5 * year_s,
              loss_perS: design < 0 ? 0 : 0.09 / year_s,
              wait_s: wait * year_s,
              costOfCapital_perS: rate,
            });
            const special = levelisedWork_USD2026perFLOP(host, cost, 6e17, 1.2e6, wait * year_s);
            expect(special / general).toBeCloseTo(1, 12);
          },
        ),
      );
    },
  );
});
