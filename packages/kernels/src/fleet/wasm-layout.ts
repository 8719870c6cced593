import { type StepConstants, stepConstants } from './constants.ts';
import type { FleetRows } from './kernel.ts';

/** Where things lie in the memory of the WebAssembly make: what `assembly/layout.ts` reads, and must agree with. */

/** Constants of a row, float64 each. */
export const rowConstants = 51;
/** Room for the satellites in hand. */
export const scratchBytes = 8192;
/** Steps in float32 before the orbit is taken from float64 again. */
export const tileSteps = 60;
/** A sample: eight sums in two lanes of float64, two extremes in four lanes of float32. */
export const sampleSums = 8;
export const sampleBytes = 16 * (sampleSums + 2);

/** Writes the constants of rows `from`…`to` (excluded) for a call of `steps` steps. */
export function writeRows(
  rows: FleetRows,
  from: number,
  to: number,
  steps: number,
  target: Float64Array,
): void {
  for (let row = from; row < to; row++) {
    target.set(valuesOf(rows, row, steps), row * rowConstants);
  }
}

function valuesOf(rows: FleetRows, row: number, steps: number): number[] {
  const c = stepConstants(rows, row);
  const dt = rows.step_s[row]!;
  const turn = rows.rate_radperS[row]! * dt;
  const rest = turn * (steps % tileSteps);
  const usable_J = rows.usable_J[row]!;
  return [
    ...[c.turnSquare, c.edge, c.sharpness],
    ...[c.arrayCold_W, c.arrayDrop_W, c.cellMove, c.cellMean],
    ...[
      c.house_W,
      c.full_W,
      -c.full_W,
      c.darkCap_W - c.full_W,
      c.entryShare,
      -(c.full_W + c.house_W),
      c.idle_W,
    ],
    ...[c.usable_W * c.perRoundTrip, c.perRoundTrip, c.lossShare, c.charge_W, -c.discharge_W, c.reserve_W],
    ...[c.emission, c.emission > 0 ? c.emissionTangent / c.emission : 0, c.stiffness],
    ...[c.infrared_W, c.sunHeat_W, c.albedo_W],
    ...[c.passing, c.coupling, c.warming, c.limit_K * c.perRise, c.perRise, c.rise, 1],
    ...[c.zenithCosine, c.zenithSine, c.turnCosine, c.turnSine],
    ...[Math.cos(turn * tileSteps), Math.sin(turn * tileSteps), Math.cos(rest), Math.sin(rest)],
    ...[dt, rows.distribution[row]!, usable_J],
    ...[rows.radiatorCapacity_JperK[row]! / dt, rows.coolantCapacity_JperK[row]! / dt],
    rows.work_FLOPperJ[row]! * rows.distribution[row]! * dt,
    rows.dose_GyperS[row]! * dt,
    usable_J > 0 ? 1 / c.usable_W : 0,
    ...lightBounds(c, turn, rows.array_W[row]!),
  ];
}

/** Farther than rounding in float32 can carry a zenith cosine. */
const margin = 1e-5;
const never = 2;

/**
 * Zenith cosines above which a step is wholly in sunlight, and below which it is wholly in shadow: tiles that stay
 * there go through shorter loops, with the same results bit by bit. These take less than a quarter turn a tile, an
 * array that feeds housekeeping in sunlight, and a plane that is never eclipsed is always in sunlight.
 */
function lightBounds(c: StepConstants, turn: number, array_W: number): [sunAbove: number, darkBelow: number] {
  const feeds = array_W > 1.0001 * c.house_W;
  if (c.sharpness === 0) return [feeds ? -never : never, -never];
  if (turn * tileSteps > 1.5) return [never, -never];
  return [feeds ? (1 - c.edge) / c.sharpness + margin : never, -c.edge / c.sharpness - margin];
}
