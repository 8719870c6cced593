import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compiled, kernels, type Loose, month } from '../../testing/energy.ts';
import { constraintIndex } from '../flows/constraint.ts';
import { closesAtEndOfLife } from './closure.ts';
import { orbitModel, orbitOutputs } from './orbit-model.ts';

let plain: Compiled;
beforeAll(() => {
  plain = compiled();
});

/** 100 satellites (or 5 halls) of one month of entry on each host, asking for `load_W` each. */
const simple =
  (entry: number, load_W: number, service_W = 0) =>
  (now: Loose) => {
    for (let host = 0; host < 5; host++) {
      const units = host === 4 ? 5 : 100;
      now.cohortUnits![host * plain.params.months + entry] = units;
      now.inService![host] = units;
      now.chipDemand_W![host] = units * (host === 4 ? 100e6 : load_W);
      now.linkDemand_W![host] = units * service_W;
      now.sensingDemand_W![host] = units * service_W;
    }
  };

describe('a month of energy', () => {
  it('closes its ledgers of power and heat on every host, whatever is asked', () => {
    const anyLoad = fc.double({ min: 0, max: 300e3, noNaN: true });
    const anyService = fc.double({ min: 0, max: 150e3, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 95 }),
        fc.integer({ min: 0, max: 12 }),
        anyLoad,
        anyService,
        (index, entry, load, service) => {
          const { now, out } = month(plain, index, simple(entry, load, service));
          for (let host = 0; host < 5; host++) {
            const consumers = now.chipHeat_J![host]! + now.linkHeat_J![host]! + now.sensingHeat_J![host]!;
            const used =
              out.curtailed_J[host]! + out.conversionLoss_J[host]! + out.housekeeping_J[host]! + consumers;
            expect(Math.abs(used / out.generated_J[host]! - 1)).toBeLessThan(1e-12);
            const heat = out.lossHeat_J[host]! + out.environmentHeat_J[host]! + consumers;
            expect(Math.abs(heat / out.heatRejected_J[host]! - 1)).toBeLessThan(1e-12);
            expect(out.powerToCompute_W[host]!).toBeLessThanOrEqual(now.chipDemand_W![host]!);
            expect(out.powerToCompute_W[host]!).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('serves links and sensors first', () => {
    const without = month(plain, 30, simple(12, 27e3));
    const with_ = month(plain, 30, simple(12, 27e3, 2e3));
    expect(with_.out.serviceShare[3]).toBe(1);
    expect(without.out.powerToCompute_W[3]! - with_.out.powerToCompute_W[3]!).toBeGreaterThan(0);
  });

  it('names what held power back', () => {
    const hot = compiled({ path: 'energy.junctionLimit', text: '60 °C' });
    const limits = (subject: Compiled, load: number) => month(subject, 30, simple(12, load)).out.energyLimits;
    expect(limits(hot, 27e3)[constraintIndex.heat]).toBeGreaterThan(
      limits(plain, 27e3)[constraintIndex.heat]!,
    );
    const share = (load: number) => month(plain, 30, simple(12, load)).out.powerShare;
    expect(share(1e3)[0]).toBe(1);
    expect(share(300e3)[0]).toBeLessThan(0.5);
    expect(limits(plain, 300e3)[constraintIndex.power]).toBeGreaterThan(
      limits(plain, 1e3)[constraintIndex.power]!,
    );
  });

  it('gives an older satellite less', () => {
    const young = month(plain, 90, simple(88, 27e3)).out;
    const old = month(plain, 90, simple(12, 27e3)).out;
    expect(old.generated_J[0]!).toBeLessThan(0.85 * young.generated_J[0]!);
    expect(old.powerToCompute_W[3]!).toBeLessThan(young.powerToCompute_W[3]!);
    expect(young.powerPerNewUnit_W[0]).toBe(old.powerPerNewUnit_W[0]);
  });

  it('is sunlit always above 1391 km at dawn and dusk, less below, least in tilted shells', () => {
    const { out } = month(plain, 29, simple(12, 100e3));
    expect(out.sunlitShare[3]).toBeGreaterThan(0.9999);
    expect(out.sunlitShare[0]).toBeGreaterThan(0.9);
    expect(out.sunlitShare[0]).toBeLessThan(0.98);
    expect(out.sunlitShare[1]).toBeLessThan(0.72);
  });

  it('lets a shell off the sun-synchronous inclination drift out of the dawn', () => {
    const sunlit = (index: number) => month(plain, index, simple(12, 100e3)).out.sunlitShare[2]!;
    expect(sunlit(13)).toBeGreaterThan(0.99);
    expect(sunlit(13 + 24)).toBeLessThan(0.75);
  });

  it('puts a panel in orbit at 8,400 to 8,700 full-load hours a year, and one in Memphis at its yield', () => {
    let orbit_s = 0;
    let ground_s = 0;
    for (let index = 24; index < 36; index++) {
      const { out } = month(plain, index, simple(12, 100e3));
      orbit_s += out.panelYield_s[0]!;
      ground_s += out.panelYield_s[4]!;
    }
    // Per kW at 1361 W/m² in orbit; 1500 kWh per kW at 1000 W/m² on the ground.
    expect(orbit_s / 3600).toBeGreaterThan(8_400);
    expect(orbit_s / 3600).toBeLessThan(8_700);
    expect(ground_s / 3600).toBeCloseTo(1500 / 1.361, -1);
  });

  it('takes PUE and water of the year on the ground, more of both in summer', () => {
    const [pue, water] = [new Float64Array(12), new Float64Array(12)];
    for (let index = 24; index < 36; index++) {
      const { out } = month(plain, index, simple(12, 0));
      const chips_J = out.powerToCompute_W[4]! * plain.intervals[index]!.seconds;
      pue[index - 24] = out.generated_J[4]! / chips_J;
      water[index - 24] = out.waterUsed_kg[4]! / (chips_J / 3.6e6);
      expect(out.waterUsed_kg[0]).toBe(0);
    }
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(pue)).toBeCloseTo(1.15, 12);
    expect(mean(water)).toBeCloseTo(1.2, 12);
    expect(pue[6]! - pue[0]!).toBeGreaterThan(0.02);
    expect(water[6]!).toBeGreaterThan(3 * water[0]!);
  });

  it('refuses a PUE below the loss of the supplies', () => {
    expect(() => compiled({ path: 'sites.memphis.pue', text: '1.01' })).toThrow('energy/pue-below-loss');
  });
});

describe('a design at its end of life', () => {
  it('closes with a cooler cold plate or a larger radiator, and not with a smaller one', () => {
    const worst = (subject: Compiled) => closesAtEndOfLife(subject.params, 0);
    const asIs = worst(plain);
    const cooler = worst(compiled({ path: 'energy.coldPlateResistance', text: '0.01 K/W' }));
    const larger = worst(compiled({ path: 'satellites.ai1.radiatorArea', text: '300 m2' }));
    expect(asIs.month).toMatch(/^20\d\d-\d\d$/);
    expect(asIs.worst_K - cooler.worst_K).toBeCloseTo(30, 3);
    expect(larger.worst_K).toBeLessThan(larger.limit_K);
    expect(asIs.limit_K).toBe(378.15);
  });
});

describe('the orbit model', () => {
  it('answers a point the same alone and in a batch, in any order of outputs', () => {
    const { request, values } = [...plain.tables.values()][0]!;
    const [shades, ages, fluxes] = request.axes.map((axis) => axis.points);
    const alone = new Float64Array(2);
    const point = Float64Array.of(shades![7]!, ages![3]!, fluxes![2]!);
    orbitModel.evaluate({ ...request, outputs: ['junction_K', 'chips_W'] }, point, alone, kernels);
    const at = ((7 * ages!.length + 3) * fluxes!.length + 2) * request.outputs.length;
    expect(alone[0]).toBe(values[at + orbitOutputs.indexOf('junction_K')]);
    expect(alone[1]).toBe(values[at + orbitOutputs.indexOf('chips_W')]);
  });

  it('balances: what the array gives is used, lost or curtailed', () => {
    for (const { request, values } of plain.tables.values()) {
      const width = request.outputs.length;
      const column = (row: number, name: (typeof orbitOutputs)[number]) =>
        values[row * width + orbitOutputs.indexOf(name)]!;
      for (let row = 0; row * width < values.length; row++) {
        const used = column(row, 'chips_W') + column(row, 'housekeeping_W') + column(row, 'conversionLoss_W');
        // A revolution starts and ends with the same charge, but for what a ration by steps leaves in the battery.
        expect(Math.abs((used + column(row, 'curtailed_W')) / column(row, 'array_W') - 1)).toBeLessThan(1e-3);
      }
    }
  });
});
