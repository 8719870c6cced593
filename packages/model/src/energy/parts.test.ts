import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { houseSatellite } from '../../testing/satellite.ts';
import { radians } from '../sky/angle.ts';
import { earthRadius_m } from '../sky/constants.ts';
import { capacityLeft, cycleLoss } from './battery.ts';
import { arrayTemperature_K, temperatureFactor } from './cell.ts';
import { above_K } from './climate.ts';
import type { Site } from './design.ts';
import { loopOf } from './design.ts';
import { doseRate_GyperS, keptAfterDose } from './dose.ts';
import { carried, pueOf } from './ground.ts';
import { flow_kgperS, outletAboveMean_K, pumpPower_W } from './loop.ts';
import { meteoroidFlux_perm2perS, panelLoss_perS, piercingMass_kg } from './meteoroids.ts';

const { satellite, section } = houseSatellite('ai1');
const year_s = 365.25 * 86_400;
const radius_m = (altitude_km: number) => earthRadius_m + altitude_km * 1e3;

describe('cells', () => {
  it('give more when cold, and are warmest when nobody takes their output', () => {
    const drawn = arrayTemperature_K(satellite, 1361, 1);
    const idle = arrayTemperature_K(satellite, 1361, 0);
    expect(idle - drawn).toBeGreaterThan(10);
    expect(temperatureFactor(satellite, drawn)).toBeGreaterThan(temperatureFactor(satellite, idle));
    expect(temperatureFactor(satellite, satellite.cellReference_K)).toBe(1);
  });

  it('are in balance at the temperature found', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 500, max: 3000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (flux, drawn) => {
          const kelvin = arrayTemperature_K(satellite, flux, drawn, 50);
          const output = satellite.cellEfficiency * satellite.packing * temperatureFactor(satellite, kelvin);
          const away =
            (satellite.arrayEmissivity + satellite.arrayBackEmissivity) * 5.670374419e-8 * kelvin ** 4;
          expect(away / (flux * (satellite.arrayAbsorptivity - drawn * output) + 50)).toBeCloseTo(1, 6);
        },
      ),
    );
  });
});

describe('a battery', () => {
  it('stands some 32,000 cycles at a fifth of its depth, and fewer the deeper', () => {
    expect(0.2 / cycleLoss(satellite, 0.2)).toBeGreaterThan(28_000);
    expect(0.2 / cycleLoss(satellite, 1)).toBeCloseTo(satellite.batteryCycles, 6);
    expect(capacityLeft(0.02 / year_s, 0, year_s)).toBeCloseTo(Math.exp(-0.02), 12);
  });
});

describe('a coolant loop', () => {
  it('carries the heat with the flow it pumps; boiling takes less flow, less power and no rise', () => {
    const pumped = loopOf(satellite);
    expect(flow_kgperS(pumped) * pumped.coolantHeat_JperkgperK * pumped.coolantRise_K).toBeCloseTo(120e3, 6);
    const boiling = { ...pumped, twoPhase: 1 };
    expect(pumpPower_W(boiling)).toBeLessThan(pumpPower_W(pumped) / 10);
    expect(outletAboveMean_K(boiling)).toBe(0);
    expect(outletAboveMean_K(pumped)).toBe(5);
  });
});

describe('meteoroids', () => {
  it('are fewer the heavier, and thicker walls lose fewer sections', () => {
    for (let exponent = -18; exponent < 0; exponent++) {
      expect(meteoroidFlux_perm2perS(10 ** exponent)).toBeGreaterThan(
        meteoroidFlux_perm2perS(10 ** (exponent + 1)),
      );
    }
    const loss = (wall_m: number) =>
      panelLoss_perS({ ...satellite, ...section, radius_m: radius_m(650), radiatorArmour_m: wall_m }) *
      year_s;
    expect(loss(3e-3)).toBeGreaterThan(0.002);
    expect(loss(3e-3)).toBeLessThan(0.01);
    expect(loss(1e-3)).toBeGreaterThan(10 * loss(3e-3));
    expect(piercingMass_kg(2e-3, 2500, 20e3) / piercingMass_kg(1e-3, 2500, 20e3)).toBeCloseTo(
      2 ** (1 / 0.352),
      9,
    );
  });
});

describe('dose', () => {
  const dose = (altitude_km: number, inclination_deg = 98, shield_m = 10e-3) =>
    (doseRate_GyperS(section, radius_m(altitude_km), radians(inclination_deg), shield_m) * year_s) / 10;

  it('is the table at its points, and lies between them between', () => {
    expect(dose(1000)).toBeCloseTo(1, 9);
    expect(dose(1400, 90, 2.5e-3)).toBeCloseTo(30, 6);
    expect(dose(900)).toBeGreaterThan(dose(800));
    expect(dose(900)).toBeLessThan(dose(1000));
    expect(dose(800, 90, 5e-3)).toBeGreaterThan(dose(800));
    expect(dose(800, 30) / dose(800)).toBeCloseTo(section.doseLowInclination, 9);
  });

  it("makes the analysts' 0.85 of AI1 after five years at 650 km, together with time", () => {
    const age_s = 5 * year_s;
    const collected = doseRate_GyperS(section, radius_m(650), radians(98), 2.5e-3) * age_s;
    const kept = keptAfterDose(collected, satellite.arrayDoseLoss, satellite.arrayDoseScale_Gy);
    expect(kept * Math.exp(-satellite.arrayAgeing_perS * age_s)).toBeCloseTo(0.85, 2);
  });
});

describe('a site', () => {
  const site = {
    latitude_rad: radians(35),
    temperature_K: 290,
    temperatureSwing_K: 12,
    wetBulb_K: 285,
    wetBulbSwing_K: 10,
    temperatureScatter_K: 5,
    coolingRise_perK: 0.002,
    pue: 1.15,
    supplyLoss: 0.045,
    outage: 0,
    gasOutage: 0,
    gasRating_K: 288,
    gasDerate_perK: 0.006,
    gasReserve: 0,
    panelYield: 0.2,
    solarOversize: 5.5,
    solarStorage_s: 50_400,
    solarRoundTrip: 0.88,
  } as unknown as Site;

  it('works harder in July, in January south of the equator', () => {
    expect(pueOf(site, 6)).toBeCloseTo(1.17, 9);
    expect(pueOf({ ...site, latitude_rad: -0.4 }, 0)).toBeCloseTo(1.17, 9);
  });

  it('is carried by its grid all year, by gas less in the heat, by the Sun less in winter', () => {
    expect(carried({ ...site, supply: 'grid' }, 6)).toBe(1);
    expect(carried({ ...site, supply: 'gas' }, 0)).toBe(1);
    expect(carried({ ...site, supply: 'gas' }, 6)).toBeCloseTo(1 - 0.006 * 14, 9);
    expect(carried({ ...site, supply: 'solar' }, 0)).toBeLessThan(carried({ ...site, supply: 'solar' }, 6));
    expect(carried({ ...site, supply: 'solar' }, 6)).toBeLessThanOrEqual(1);
    expect(carried({ ...site, supply: 'solar', solarStorage_s: 0 }, 3)).toBeLessThan(0.55);
  });

  it('counts the warm hours of a cool month', () => {
    expect(above_K(280, 298, 5)).toBeLessThan(0.02);
    expect(above_K(298, 298, 5)).toBeCloseTo((5 * Math.sqrt(3) * Math.LN2) / Math.PI, 9);
    expect(above_K(320, 298, 5)).toBeCloseTo(22, 2);
  });
});
