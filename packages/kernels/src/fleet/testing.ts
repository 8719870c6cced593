import fc from 'fast-check';
import { columns } from './columns.ts';
import { type FleetRows, rowColumns, stateColumns, totalColumns } from './kernel.ts';

/** Satellites for the tests of all makes of the fleet step. */
export type Row = { readonly [K in keyof FleetRows]: number };

const horizon = Math.sqrt(1 - (6378.137 / 6978.137) ** 2);
const period_s = 5801;

/** Time in the cylinder of shadow at 600 km, by closed form. */
export function eclipse_s(beta: number): number {
  const cosine = horizon / Math.cos(beta);
  return cosine < 1 ? (Math.acos(cosine) / Math.PI) * period_s : 0;
}

/** A satellite of the size of 100 kW at 600 km, in a plane with the Sun in it; 120 steps a revolution. */
export const satellite: Row = {
  sunP: 1,
  sunQ: 0,
  horizon,
  step_s: period_s / 120,
  rate_radperS: (2 * Math.PI) / period_s,
  array_W: 180e3,
  coldGain: 0.15,
  cellTime_s: 200,
  distribution: 0.95,
  roundTrip: 0.92,
  usable_J: 60e6,
  charge_W: 150e3,
  discharge_W: 200e3,
  reserve_W: 2.6e3,
  housekeeping_W: 4e3,
  load_W: 100e3,
  dark_W: 100e3,
  lasting_s: eclipse_s(0),
  idle_W: 25e3,
  work_FLOPperJ: 1e12,
  rise_KperW: 40 / 100e3,
  junctionLimit_K: 378,
  coolantCapacity_JperK: 2e5,
  conductance_WperK: 10e3,
  radiatorCapacity_JperK: 4e5,
  emission_WperK4: 2 * 110 * 0.9 * 5.670374419e-8,
  infrared_W: 12e3,
  sunHeat_W: 1e3,
  albedo_W: 3e3,
  dose_GyperS: 1e-7,
};

/** The satellite with its plane at β to the Sun. */
export const rowAt = (beta: number): Row => ({
  ...satellite,
  sunP: Math.cos(beta),
  lasting_s: Math.max(1, eclipse_s(beta)),
});

const any = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });

/** Designs over and beyond what anyone would build. */
export const anyRow: fc.Arbitrary<Row> = fc
  .record({
    beta: any(0, Math.PI / 2),
    array_W: any(0, 300e3),
    coldGain: any(0, 0.4),
    cellTime_s: fc.oneof(any(1, 1000), fc.constant(0)),
    roundTrip: any(0.7, 1),
    distribution: any(0.8, 1),
    usable_J: any(0, 400e6),
    charge_W: fc.oneof(any(0, 300e3), fc.constant(Infinity)),
    discharge_W: fc.oneof(any(0, 300e3), fc.constant(Infinity)),
    reserve_W: any(0, 50e3),
    housekeeping_W: any(0, 10e3),
    load_W: any(1, 200e3),
    dark_W: any(0, 250e3),
    lasting_s: any(0, 3000),
    junctionLimit_K: fc.oneof(any(280, 400), fc.constant(Infinity)),
    coolantCapacity_JperK: fc.oneof(any(1e4, 5e6), fc.constant(0)),
    conductance_WperK: any(2e3, 1e5),
    radiatorCapacity_JperK: any(5e4, 5e6),
    sunHeat_W: any(0, 30e3),
    albedo_W: any(0, 30e3),
  })
  .map(({ beta, ...given }) => ({ ...satellite, ...given, sunP: Math.cos(beta) }));

/**
 * Columns at the Sun's noon with full batteries, at 300 K; satellites of a row are spread along its plane, and all
 * are asked for the same share of their load.
 */
export function start(rows: readonly Row[], perRow = 1, spread_rad = 0, load = 1) {
  const made = {
    rows: columns(rowColumns, rows.length),
    state: columns(stateColumns, rows.length * perRow),
    totals: columns(totalColumns, rows.length * perRow),
  };
  rows.forEach((row, index) => {
    for (const name of rowColumns) made.rows[name][index] = row[name];
    for (let slot = 0; slot < perRow; slot++) {
      const at = index * perRow + slot;
      made.state.cosine[at] = Math.cos(slot * spread_rad);
      made.state.sine[at] = Math.sin(slot * spread_rad);
      made.state.warmth[at] = 1;
      made.state.load[at] = load;
      made.state.coolant_K[at] = 300;
      made.state.radiator_K[at] = 300;
      made.state.stored_J[at] = row.usable_J;
      made.state.entry_J[at] = row.usable_J;
    }
  });
  made.totals.least_J.fill(Infinity);
  return made;
}
