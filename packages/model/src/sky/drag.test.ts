import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airAt, density_kgperm3, exponentialDensity_kgperm3 } from './atmosphere.ts';
import { earthRadius_m } from './constants.ts';
import { decay, dragRates, lifetime_s, propellant_kg } from './drag.ts';

const any = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const body = { dragCoefficient: 2.2, areaToMass_m2perkg: 0.01 };
const circle = (altitude_m: number) => ({ semiMajorAxis_m: earthRadius_m + altitude_m, eccentricity: 0 });
const year_s = 31_557_600;

describe('the air', () => {
  it('thins out upwards, and thickens with the Sun', () => {
    fc.assert(
      fc.property(any(150e3, 1000e3), any(65, 240), (altitude_m, f107) => {
        const here = density_kgperm3(altitude_m, { f107 });
        expect(density_kgperm3(altitude_m + 5e3, { f107 })).toBeLessThan(here);
        if (altitude_m > 250e3)
          expect(density_kgperm3(altitude_m, { f107: f107 + 10 })).toBeGreaterThan(here);
      }),
    );
  });

  it('swings by more than ten at 500 km between a quiet and an active Sun', () => {
    const swing = density_kgperm3(500e3, { f107: 230 }) / density_kgperm3(500e3, { f107: 70 });
    expect(swing).toBeGreaterThan(10);
    expect(swing).toBeLessThan(40);
  });

  it('of exponential layers lies within the swing of the Sun', () => {
    for (const altitude_m of [200e3, 400e3, 600e3, 800e3]) {
      const mean = exponentialDensity_kgperm3(altitude_m);
      expect(mean).toBeGreaterThan(density_kgperm3(altitude_m, { f107: 70 }));
      expect(mean).toBeLessThan(density_kgperm3(altitude_m, { f107: 230 }));
    }
  });
});

describe('drag', () => {
  it('on a nearly circular orbit is that on a circle', () => {
    fc.assert(
      fc.property(any(250e3, 800e3), (altitude_m) => {
        const air = airAt({ f107: 150 });
        const round = dragRates(circle(altitude_m), body, air).semiMajorAxis_mperS;
        const nearly = dragRates({ ...circle(altitude_m), eccentricity: 1e-6 }, body, air);
        expect(nearly.semiMajorAxis_mperS / round).toBeCloseTo(1, 3);
      }),
    );
  });

  it('rounds an ellipse, and lowers its apogee far more than its perigee', () => {
    const start = { semiMajorAxis_m: earthRadius_m + 2_000e3, eccentricity: 0.2 };
    const end = decay(start, body, () => airAt({ f107: 150 }), 30 * 86_400).at(-1)!;
    const apsides = ({ semiMajorAxis_m: a, eccentricity: e }: typeof start) => [a * (1 - e), a * (1 + e)];
    const [perigee, apogee] = apsides(start).map((before, index) => before - apsides(end)[index]!);
    expect(end.eccentricity).toBeLessThan(start.eccentricity);
    expect(apogee!).toBeGreaterThan(5 * perigee!);
  });

  it('never lifts an orbit, and brings it down sooner under an active Sun', () => {
    const way = decay(circle(400e3), body, () => airAt({ f107: 150 }), 10 * year_s);
    for (const [index, point] of way.entries()) {
      if (index > 0) expect(point.semiMajorAxis_m).toBeLessThan(way[index - 1]!.semiMajorAxis_m);
    }
    const life = (f107: number) => lifetime_s(circle(400e3), body, () => airAt({ f107 }), 100 * year_s)!;
    expect(life(70) / life(200)).toBeGreaterThan(3);
  });

  it('gives the time in exponential air that the integral has', () => {
    // Lifetime of a circle: the scale height over the rate of fall, where the air is thin enough.
    const scale_m = 50e3;
    const air = (altitude_m: number) => 1e-11 * Math.exp((300e3 - altitude_m) / scale_m);
    let expected_s = 0;
    for (let altitude_m = 120_050; altitude_m < 300e3; altitude_m += 100) {
      expected_s += 100 / -dragRates(circle(altitude_m), body, air).semiMajorAxis_mperS;
    }
    const found_s = lifetime_s(circle(300e3), body, () => air, 10 * year_s)!;
    expect(found_s / expected_s).toBeCloseTo(1, 2);
  });

  it('takes the propellant of the rocket equation', () => {
    expect(propellant_kg(1000, 9.80665 * 300 * Math.LN2, 300)).toBeCloseTo(500, 9);
    expect(propellant_kg(1000, 0, 300)).toBe(0);
  });
});
