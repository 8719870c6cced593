import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns } from './columns.ts';
import { type FleetRows, rowColumns, stateColumns, totalColumns } from './kernel.ts';
import { referenceFleet } from './reference.ts';

type Row = { readonly [K in keyof FleetRows]: number };

/** A satellite of the size of 100 kW at 600 km, in a plane with the Sun in it. */
const satellite: Row = {
  sunP: 1,
  sunQ: 0,
  horizon: Math.sqrt(1 - (6378.137 / 6978.137) ** 2),
  step_s: 5801 / 120,
  eclipseShare: Math.acos(Math.sqrt(1 - (6378.137 / 6978.137) ** 2)) / Math.PI,
  period_s: 5801,
  array_W: 180e3,
  distribution: 0.95,
  roundTrip: 0.92,
  usable_J: 60e6,
  housekeeping_W: 4e3,
  load_W: 100e3,
  emission_WperK4: 2 * 110 * 0.9 * 5.670374419e-8,
  heatCapacity_JperK: 6e5,
  infrared_W: 12e3,
  sunHeat_W: 1e3,
  albedo_W: 3e3,
  rise_KperW: 50 / 100e3,
  junctionLimit_K: 378,
};

function start(rows: readonly Row[]) {
  const made = {
    rows: columns(rowColumns, rows.length),
    state: columns(stateColumns, rows.length),
    totals: columns(totalColumns, rows.length),
  };
  rows.forEach((row, index) => {
    for (const name of rowColumns) made.rows[name][index] = row[name];
    made.state.cosine[index] = 1;
    made.state.radiator_K[index] = 300;
    made.state.stored_J[index] = row.usable_J;
  });
  made.totals.least_J.fill(Infinity);
  return made;
}

const any = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
const anyRow: fc.Arbitrary<Row> = fc
  .record({
    beta: any(0, Math.PI / 2),
    array_W: any(0, 300e3),
    roundTrip: any(0.7, 1),
    distribution: any(0.8, 1),
    usable_J: any(0, 400e6),
    housekeeping_W: any(0, 10e3),
    load_W: any(1, 200e3),
    junctionLimit_K: fc.oneof(any(280, 400), fc.constant(Infinity)),
    heatCapacity_JperK: any(1e4, 1e7),
    sunHeat_W: any(0, 30e3),
    albedo_W: any(0, 30e3),
  })
  .map(({ beta, ...given }) => {
    const cosine = satellite.horizon / Math.cos(beta);
    const eclipseShare = Math.cos(beta) > 0 && cosine < 1 ? Math.acos(cosine) / Math.PI : 0;
    return { ...satellite, ...given, sunP: Math.cos(beta), eclipseShare };
  });

describe('the fleet step', () => {
  it('loses no energy, electrical or thermal', () => {
    fc.assert(
      fc.property(anyRow, fc.integer({ min: 1, max: 300 }), (row, steps) => {
        const { rows, state, totals } = start([row]);
        referenceFleet.advance(rows, state, totals, 0, 1, steps, 120);
        const t = (name: (typeof totalColumns)[number]): number => totals[name][0]!;
        const stored = state.stored_J[0]! - row.usable_J;
        const used = t('chips_J') + t('housekeeping_J') + t('distributionLoss_J') + t('batteryLoss_J');
        const scale = t('array_J') + row.usable_J + 1;
        expect(Math.abs(t('array_J') - t('curtailed_J') - used - stored) / scale).toBeLessThan(1e-12);
        const warmed = row.heatCapacity_JperK * (state.radiator_K[0]! - 300);
        const heat = used + t('environment_J') - t('radiated_J') - warmed;
        expect(Math.abs(heat) / (used + t('environment_J') + Math.abs(warmed))).toBeLessThan(1e-9);
        expect(t('curtailed_J')).toBeGreaterThanOrEqual(-1e-9 * scale);
        const asked = row.load_W * t('time_s');
        expect(Math.abs(t('chips_J') + t('heldByPower_J') + t('heldByHeat_J') - asked) / asked).toBeLessThan(
          1e-12,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('keeps junctions below their limit once it throttles, and the battery within its depth', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { rows, state, totals } = start([row]);
        referenceFleet.advance(rows, state, totals, 0, 1, 360, 120);
        // What surroundings and housekeeping alone can heat stays below 330 K here.
        if (row.junctionLimit_K > 330) {
          expect(totals.junction_K[0]).toBeLessThanOrEqual(row.junctionLimit_K * (1 + 1e-9));
        }
        expect(totals.least_J[0]).toBeGreaterThanOrEqual(0);
        expect(state.stored_J[0]).toBeLessThanOrEqual(row.usable_J);
      }),
    );
  });

  it('is in the shadow as long as the closed form says', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { rows, state, totals } = start([row]);
        referenceFleet.advance(rows, state, totals, 0, 1, 120, 120);
        const dark = 1 - totals.sunlit_s[0]! / totals.time_s[0]!;
        // An eclipse shorter than a step may fall between two.
        expect(Math.abs(dark - row.eclipseShare)).toBeLessThan(row.eclipseShare < 2 / 120 ? 1 / 60 : 4e-4);
      }),
    );
  });

  it('cools in the dark as T(t) = (T0⁻³ + 3εσAt/C)^(−1/3)', () => {
    const emission = 0.86 * 5.670374e-8 * 14;
    const cold = {
      ...satellite,
      sunP: -1,
      eclipseShare: 1,
      array_W: 0,
      usable_J: 0,
      load_W: 0,
      housekeeping_W: 0,
      infrared_W: 0,
      emission_WperK4: emission,
      heatCapacity_JperK: 9e5,
      step_s: 60,
    };
    const { rows, state, totals } = start([cold]);
    state.radiator_K[0] = 330;
    state.shadow[0] = 1;
    // An hour of the dark side of a very slow orbit.
    referenceFleet.advance(rows, state, totals, 0, 1, 60, 1e6);
    expect(state.radiator_K[0]).toBeCloseTo((330 ** -3 + (3 * emission * 3600) / 9e5) ** (-1 / 3), 3);
    expect(state.radiator_K[0]).toBeCloseTo(302.8, 1);
  });

  it('gives a row the same numbers alone and in a batch', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 2, maxLength: 6 }), (list) => {
        const together = start(list);
        referenceFleet.advance(together.rows, together.state, together.totals, 0, list.length, 130, 120);
        list.forEach((row, index) => {
          const alone = start([row]);
          referenceFleet.advance(alone.rows, alone.state, alone.totals, 0, 1, 130, 120);
          for (const name of totalColumns) expect(together.totals[name][index]).toBe(alone.totals[name][0]);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('rides through an eclipse on a large battery and rations a small one', () => {
    const { rows, state, totals } = start([
      { ...satellite, usable_J: 1e9, junctionLimit_K: Infinity, array_W: 400e3 },
      { ...satellite, usable_J: 60e6, junctionLimit_K: Infinity, array_W: 400e3 },
    ]);
    referenceFleet.advance(rows, state, totals, 0, 2, 240, 120);
    expect(totals.heldByPower_J[0]).toBe(0);
    const eclipses = 2 * satellite.eclipseShare * satellite.period_s;
    const rationed = totals.heldByPower_J[1]! / eclipses;
    const ration = (60e6 / (eclipses / 2)) * 0.95 - 4e3;
    expect(rationed / (100e3 - ration)).toBeCloseTo(1, 2);
    expect(totals.least_J[1]! / 60e6).toBeLessThan(0.02);
  });
});
