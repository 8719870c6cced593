import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsPerYear } from '../../time/calendar.ts';
import { catastrophic, fragments } from './breakup.ts';
import { collisions_perS } from './crash-clock.ts';
import { ellipticK, jointSection_m2, layerVolume_m3, meetings_perS, shellSpeed_mperS } from './encounter.ts';
import { type ShellSky, type SkyRules, type SkyShell, skyState, solarFlux, stepSky } from './source-sink.ts';
import { binOf, bins, middleOf_m, tracked2022 } from './tracked.ts';

const rules: SkyRules = {
  shellThickness_m: 50e3,
  avoidanceRadius_m: 1e3,
  avoidanceFailure: 0.01,
  avoidanceFailureOwn: 1e-6,
  lethalPerTracked: 10,
  vulnerableShare: 0.05,
  fragmentSize_m: 0.1,
  fragmentMass_kg: 0.64,
  fragmentAreaToMass_m2perkg: 0.1,
  derelictMass_kg: 1200,
  derelictArea_m2: 10,
  dragCoefficient: 2.2,
  solarFluxLow: 70,
  solarFluxHigh: 180,
  solarCycle_s: 11 * secondsPerYear,
};
const shell: SkyShell = {
  name: 'shell',
  altitude_m: 575e3,
  inclination_rad: 0.9,
  area_m2: 20,
  mass_kg: 500,
  derelict_perS: 0.014 / secondsPerYear,
};
const fresh = (): ShellSky => ({
  active: 0,
  encounters_perS: 0,
  manoeuvres_perS: 0,
  loss_perS: 0,
  derelict: 0,
  fragments: 0,
});
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const empty = new Array<number>(bins).fill(0);

describe('the kinetic gas', () => {
  it('meets as N² and as the area', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0.1, max: 1e3, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (count, area_m2, times) => {
          const of = (n: number, a: number) => meetings_perS(n, 1e19, jointSection_m2(a, a), 1e4);
          expect(of(times * count, area_m2) / of(count, area_m2)).toBeCloseTo(times ** 2, 9);
          expect(of(count, times * area_m2) / of(count, area_m2)).toBeCloseTo(times, 9);
        },
      ),
    );
  });

  it('agrees with pairs of orbits whose nodes are at random, summed over their crossings', () => {
    // Each pair crosses twice under α: 2 · 2v sin(α/2) / ((2πr)² sin α · thickness), sin(α/2) = sin i sin(ΔΩ/2).
    for (const inclination_rad of [0.3, 0.52, 0.9, 1.3]) {
      const steps = 20_000;
      let mean = 0;
      for (let step = 0; step < steps; step++) {
        const half = (Math.PI * (step + 0.5)) / steps;
        mean += 1 / Math.sqrt(1 - (Math.sin(inclination_rad) * Math.sin(half)) ** 2) / steps;
      }
      const [altitude_m, thickness_m] = [600e3, 1e3];
      const radius_m = 6_378_137 + altitude_m;
      const speed_mperS = Math.sqrt(3.986004418e14 / radius_m);
      const pairs = (speed_mperS * mean) / (4 * Math.PI ** 2 * radius_m ** 2 * thickness_m);
      const volume_m3 = layerVolume_m3({ altitude_m, thickness_m });
      const gas = meetings_perS(1, volume_m3, 1, shellSpeed_mperS(altitude_m, inclination_rad));
      expect(gas / pairs).toBeCloseTo(1, 4);
    }
  });

  it('has the elliptic integral of the tables', () => {
    expect(ellipticK(0)).toBeCloseTo(Math.PI / 2, 12);
    expect(ellipticK(Math.SQRT1_2)).toBeCloseTo(1.854074677, 8);
  });

  it('counts two populations as their parts and what they do together', () => {
    const counts = tracked2022.intact;
    const whole = collisions_perS([{ counts: counts.map((n) => 2 * n), area_m2: 10 }]);
    const halves = [
      { counts, area_m2: 10 },
      { counts, area_m2: 10 },
    ];
    expect(collisions_perS(halves) / whole).toBeCloseTo(1, 9);
  });
});

it('breaks up by energy: Iridium and Kosmos wholly, a satellite of two tonnes by a pebble not', () => {
  expect(catastrophic(900, 560, 11_700)).toBe(true);
  expect(catastrophic(2000, 0.01, 10_000)).toBe(false);
  // The catalogue has some 2,300 pieces of 2009; the model gives half of that above 10 cm.
  expect(fragments(900, 560, 11_700, 0.1)).toBeGreaterThan(1000);
  expect(fragments(900, 560, 11_700, 0.1)).toBeLessThan(2300);
});

describe('source and sink', () => {
  it('only loses what falls and burns, where nothing collides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bins - 1 }), fc.integer({ min: 0, max: 40 }), (bin, years) => {
        const one = empty.map((_, at) => (at === bin ? 1e-9 : 0));
        const state = skyState(0, one, empty);
        let before = sum(state.others);
        for (let month = 0; month < 12 * years; month++) {
          stepSky(state, [], [], rules, 2026 + month / 12, secondsPerYear / 12, []);
          expect(sum(state.others)).toBeLessThanOrEqual(before * (1 + 1e-12));
          before = sum(state.others);
        }
        expect(sum(state.others.subarray(bin + 1))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('brings down what is low within years and leaves for centuries what is high', () => {
    const left = (altitude_m: number): number => {
      const state = skyState(
        0,
        empty,
        empty.map((_, at) => (at === binOf(altitude_m) ? 1 : 0)),
      );
      for (let month = 0; month < 300; month++) {
        stepSky(state, [], [], rules, 2026 + month / 12, secondsPerYear / 12, []);
      }
      return sum(state.fragments);
    };
    expect(left(425e3)).toBeLessThan(0.01);
    expect(left(975e3)).toBeGreaterThan(0.9);
  });

  it('keeps today’s sky about as it is, with less than one collision a year', () => {
    const state = skyState(0, tracked2022.intact, tracked2022.fragments);
    let collisions = 0;
    for (let month = 0; month < 240; month++) {
      collisions += stepSky(state, [], [], rules, 2022 + month / 12, secondsPerYear / 12, []);
    }
    expect(collisions / 20).toBeGreaterThan(0.1);
    expect(collisions / 20).toBeLessThan(1);
    expect(sum(state.fragments) / sum(tracked2022.fragments)).toBeGreaterThan(0.7);
    expect(sum(state.fragments) / sum(tracked2022.fragments)).toBeLessThan(1.3);
  });

  it('loses more where there is more of everything', () => {
    const lossAt = (active: number, area_m2: number, failure: number): number => {
      const out = fresh();
      const state = skyState(1, tracked2022.intact, tracked2022.fragments);
      const some = { ...rules, avoidanceFailure: failure };
      for (let month = 0; month < 120; month++) {
        stepSky(state, [{ ...shell, area_m2 }], [active], some, 2030 + month / 12, secondsPerYear / 12, [
          out,
        ]);
      }
      return out.loss_perS;
    };
    const base = lossAt(10_000, 20, 0.01);
    expect(lossAt(100_000, 20, 0.01)).toBeGreaterThan(base);
    expect(lossAt(10_000, 200, 0.01)).toBeGreaterThan(base);
    expect(lossAt(10_000, 20, 0.2)).toBeGreaterThan(base);
  });

  it('makes no mass: derelicts that fragments grind down are used up', () => {
    const at = binOf(975e3);
    const state = skyState(
      1,
      empty,
      empty.map((_, bin) => (bin === at ? 1e8 : 0)),
    );
    state.derelict[at] = 10_000;
    const mass_kg = () =>
      sum(state.fragments) * rules.fragmentMass_kg + (sum(state.derelict) + sum(state.others)) * 2000;
    const before_kg = mass_kg();
    for (let month = 0; month < 600; month++) {
      const large = { ...shell, area_m2: 360, mass_kg: 2000, altitude_m: 975e3 };
      stepSky(state, [large], [0], rules, 2030 + month / 12, secondsPerYear / 12, [fresh()]);
    }
    expect(sum(state.derelict)).toBeLessThan(1000);
    expect(mass_kg()).toBeLessThan(1.05 * before_kg);
  });

  it('stays finite when a shell runs away', () => {
    const state = skyState(1, tracked2022.intact, tracked2022.fragments);
    const out = fresh();
    const large = { ...shell, area_m2: 360, altitude_m: 975e3 };
    for (let month = 0; month < 240; month++) {
      stepSky(state, [large], [250_000], rules, 2030 + month / 12, secondsPerYear / 12, [out]);
    }
    expect(Number.isFinite(sum(state.fragments))).toBe(true);
    expect(Math.min(...state.derelict, ...state.others, ...state.fragments)).toBeGreaterThanOrEqual(0);
  });
});

it('solar flux runs from minimum to maximum and back in a cycle', () => {
  expect(solarFlux(2019.96, rules)).toBeCloseTo(70);
  expect(solarFlux(2025.46, rules)).toBeCloseTo(180);
  expect(solarFlux(2030.96, rules)).toBeCloseTo(70);
});

it('bins hold their middles', () => {
  for (let bin = 0; bin < bins; bin++) expect(binOf(middleOf_m(bin))).toBe(bin);
});
