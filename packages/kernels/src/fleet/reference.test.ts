import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceFleet } from './reference.ts';
import { anyRow, eclipse_s, type Row, rowAt, satellite, start } from './testing.ts';

const run = (row: Row, steps: number, set: (begun: ReturnType<typeof start>) => void = () => {}) => {
  const begun = start([row]);
  set(begun);
  referenceFleet.advance(begun.rows, begun.state, begun.totals, 0, 1, steps);
  const state = (name: keyof typeof begun.state): number => begun.state[name][0]!;
  const total = (name: keyof typeof begun.totals): number => begun.totals[name][0]!;
  return { state, total };
};

/** A body that only cools: no Sun, no load. */
const cooling: Row = {
  ...satellite,
  sunP: -1,
  rate_radperS: 1e-9,
  array_W: 0,
  usable_J: 0,
  load_W: 0,
  housekeeping_W: 0,
  infrared_W: 0,
  emission_WperK4: 0.86 * 5.670374419e-8 * 14,
  coolantCapacity_JperK: 0,
  radiatorCapacity_JperK: 9e5,
};
const cooled = (step_s: number): number =>
  run({ ...cooling, step_s }, 3600 / step_s, ({ state }) => {
    state.radiator_K[0] = 330;
    state.coolant_K[0] = 330;
  }).state('radiator_K');
const closedForm = (330 ** -3 + (3 * cooling.emission_WperK4 * 3600) / 9e5) ** (-1 / 3);

/** What the losses of charging, left out of the look ahead, can warm within one step. */
function chargeWarming_K(row: Row): number {
  const loss_W = (1 - row.roundTrip) * Math.min(row.charge_W, row.array_W * (1 + row.coldGain));
  const coolant = row.coolantCapacity_JperK / row.step_s + row.conductance_WperK;
  return loss_W * (1 / coolant + row.step_s / row.radiatorCapacity_JperK);
}

describe('the fleet step', () => {
  it('loses no energy, electrical or thermal', () => {
    fc.assert(
      fc.property(anyRow, fc.integer({ min: 1, max: 300 }), (row, steps) => {
        const { state, total } = run(row, steps);
        const stored = state('stored_J') - row.usable_J;
        const used =
          total('chips_J') + total('housekeeping_J') + total('distributionLoss_J') + total('batteryLoss_J');
        const scale = total('array_J') + row.usable_J + row.housekeeping_W * total('time_s') + 1;
        expect(Math.abs(total('array_J') - total('curtailed_J') - used - stored) / scale).toBeLessThan(1e-12);
        const warmed =
          row.radiatorCapacity_JperK * (state('radiator_K') - 300) +
          row.coolantCapacity_JperK * (state('coolant_K') - 300);
        const heat = used + total('environment_J') - total('radiated_J') - warmed;
        expect(Math.abs(heat) / (used + total('environment_J') + Math.abs(warmed))).toBeLessThan(1e-9);
        expect(total('curtailed_J')).toBeGreaterThanOrEqual(-1e-9 * scale);
        const asked = row.load_W * total('time_s');
        const answered = total('chips_J') + total('heldByPower_J') + total('heldByHeat_J');
        expect(Math.abs(answered - asked) / asked).toBeLessThan(1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it('repeats itself over a revolution, and then sends out what it takes in', () => {
    const begun = start([satellite]);
    const revolution = (): void => referenceFleet.advance(begun.rows, begun.state, begun.totals, 0, 1, 120);
    for (let n = 0; n < 20; n++) revolution();
    for (const column of Object.values(begun.totals)) column.fill(0);
    const before = [begun.state.radiator_K[0]!, begun.state.coolant_K[0]!, begun.state.stored_J[0]!];
    revolution();
    const after = [begun.state.radiator_K[0]!, begun.state.coolant_K[0]!, begun.state.stored_J[0]!];
    for (const [index, value] of after.entries()) {
      expect(Math.abs(value / before[index]! - 1)).toBeLessThan(1e-9);
    }
    const { array_J, curtailed_J, environment_J, radiated_J } = begun.totals;
    const taken = array_J[0]! - curtailed_J[0]! + environment_J[0]!;
    expect(Math.abs(radiated_J[0]! / taken - 1)).toBeLessThan(1e-9);
  });

  it('keeps junctions at their limit once it throttles, and the battery within its depth', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { state, total } = run(row, 360);
        // Surroundings and housekeeping can heat a design past its limit without chips.
        if (total('chips_J') > 0 && row.junctionLimit_K > 340 && row.radiatorCapacity_JperK > 5e5) {
          expect(total('junction_K')).toBeLessThanOrEqual(row.junctionLimit_K + 0.1 + chargeWarming_K(row));
        }
        expect(total('least_J')).toBeGreaterThanOrEqual(0);
        expect(state('stored_J')).toBeLessThanOrEqual(row.usable_J);
      }),
    );
  });

  it('is in the shadow as long as the closed form says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: Math.PI / 2, noNaN: true }), (beta) => {
        const row = rowAt(beta);
        const { total } = run(row, 120);
        const dark_s = total('time_s') - total('sunlit_s');
        // An eclipse shorter than a step may fall between two.
        const step = row.step_s;
        expect(Math.abs(dark_s - eclipse_s(beta))).toBeLessThan(eclipse_s(beta) < 2 * step ? step : 2);
      }),
    );
  });

  it('cools in the dark as T(t) = (T0⁻³ + 3εσAt/C)^(−1/3), four times nearer with half the step', () => {
    expect(cooled(10)).toBeCloseTo(closedForm, 3);
    expect(cooled(10)).toBeCloseTo(302.8, 2);
    const errors = [120, 60, 30].map((step) => Math.abs(cooled(step) - closedForm));
    expect(errors[0]! / errors[1]!).toBeGreaterThan(3.5);
    expect(errors[1]! / errors[2]!).toBeGreaterThan(3.5);
  });

  it('gives a satellite no more than it is asked for, and nothing else by its neighbours', () => {
    fc.assert(
      fc.property(anyRow, fc.double({ min: 0, max: 1, noNaN: true }), (row, load) => {
        const full = start([row], 2, 0.5);
        const part = start([row], 2, 0.5);
        part.state.load[0] = load;
        for (const { rows, state, totals } of [full, part])
          referenceFleet.advance(rows, state, totals, 0, 1, 200);
        const asked_J = load * row.load_W * part.totals.time_s[0]!;
        const { chips_J, heldByPower_J, heldByHeat_J } = part.totals;
        expect(chips_J[0]!).toBeLessThanOrEqual(asked_J * (1 + 1e-12) + 1e-9);
        expect((chips_J[0]! + heldByPower_J[0]! + heldByHeat_J[0]!) / (asked_J + 1)).toBeCloseTo(
          asked_J / (asked_J + 1),
          9,
        );
        expect(chips_J[1]).toBe(full.totals.chips_J[1]);
      }),
    );
  });

  it('comes nearer to what fine steps give as steps get shorter', () => {
    const row = rowAt(0.3);
    const temperature = (division: number): number =>
      run({ ...row, step_s: row.step_s / division }, 120 * division).state('coolant_K');
    const power = (division: number): number =>
      run({ ...row, step_s: row.step_s / division }, 120 * division).total('chips_J');
    for (const quantity of [temperature, power]) {
      const fine = quantity(64);
      const [coarse, middle] = [1, 4].map((division) => Math.abs(quantity(division) / fine - 1));
      expect(coarse!).toBeLessThan(4e-3);
      expect(middle!).toBeLessThan(1e-3);
    }
  });

  it('stays calm with nodes far lighter than a step can follow', () => {
    const light = { ...satellite, radiatorCapacity_JperK: 100, coolantCapacity_JperK: 10, usable_J: 1e9 };
    const { state, total } = run({ ...light, sunP: 0, sunQ: 0 }, 400);
    const steady = (total('chips_J') + total('housekeeping_J')) / 0.95 / total('time_s');
    const out = light.emission_WperK4 * state('radiator_K') ** 4 - light.infrared_W - light.sunHeat_W;
    expect(out / steady).toBeCloseTo(1, 2);
  });

  it('gives more from cold cells just out of the shadow', () => {
    const warm = run({ ...satellite, load_W: 300e3, coldGain: 0.2, cellTime_s: 0 }, 120).total('array_J');
    const cold = run({ ...satellite, load_W: 300e3, coldGain: 0.2, cellTime_s: 300 }, 120).total('array_J');
    // After a long shadow ∫ gain · e^(−t/τ) dt = gain · τ.
    const sunlit_s = (1 - eclipse_s(0) / 5801) * 5801;
    expect(cold / warm - 1).toBeGreaterThan((0.2 * 300) / sunlit_s / 1.5);
    expect(cold / warm - 1).toBeLessThan(((0.2 * 300) / sunlit_s) * 1.5);
  });

  it('gives satellites the same numbers alone, in a batch and sharing a row', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 2, maxLength: 6 }), (list) => {
        const together = start(list, 2);
        referenceFleet.advance(together.rows, together.state, together.totals, 0, list.length, 130);
        list.forEach((row, index) => {
          const alone = start([row]);
          referenceFleet.advance(alone.rows, alone.state, alone.totals, 0, 1, 130);
          for (const [name, column] of Object.entries(alone.totals)) {
            const there = together.totals[name as keyof typeof together.totals];
            expect(there[2 * index]).toBe(column[0]);
            expect(there[2 * index + 1]).toBe(column[0]);
          }
        });
      }),
      { numRuns: 20 },
    );
  });

  it('rides through an eclipse on a large battery, rations a small one, and hibernates', () => {
    const given = { ...satellite, junctionLimit_K: Infinity, array_W: 400e3 };
    const inShadow = (row: Row): { power: number; least: number } => {
      const { total } = run(row, 240);
      return { power: row.load_W - total('heldByPower_J') / (2 * eclipse_s(0)), least: total('least_J') };
    };
    expect(inShadow({ ...given, usable_J: 1e9 }).power).toBeCloseTo(100e3, 6);
    const rationed = inShadow({ ...given, usable_J: 60e6 });
    expect(rationed.power / ((60e6 / eclipse_s(0)) * 0.95 - 4e3)).toBeCloseTo(1, 2);
    expect(rationed.least / 60e6).toBeLessThan(0.02);
    const emptied = inShadow({ ...given, usable_J: 60e6, lasting_s: 0 });
    expect(emptied.least).toBe(0);
    const asleep = inShadow({ ...given, usable_J: 60e6, dark_W: 5e3 });
    expect(asleep.power).toBeCloseTo(5e3, -2);
    expect(asleep.least / 60e6).toBeCloseTo(1 - ((9e3 / 0.95) * eclipse_s(0)) / 60e6, 2);
  });

  it('keeps to the limits of charging and discharging', () => {
    const limited = { ...satellite, usable_J: 1e9, charge_W: 20e3, discharge_W: 30e3, array_W: 400e3 };
    const { total, state } = run({ ...limited, junctionLimit_K: Infinity }, 120);
    expect(total('heldByPower_J') / eclipse_s(0)).toBeCloseTo(104e3 - 30e3 * 0.95, -3);
    expect(1e9 - total('least_J')).toBeCloseTo(30e3 * eclipse_s(0), -6);
    expect(total('batteryLoss_J')).toBeLessThanOrEqual(20e3 * 0.08 * total('sunlit_s') * (1 + 1e-12));
    expect(state('stored_J')).toBeGreaterThan(total('least_J'));
  });
});
