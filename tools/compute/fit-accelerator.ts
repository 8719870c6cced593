/**
 * Fits an accelerator's five constants on measurements and prints them for the catalogue, with the error on
 * rows that took no part.
 *
 *   node tools/compute/fit-accelerator.ts a100    half of vTrain's multi-node rows; checked on the other half
 *                                                 and on Megatron-LM's A100 table
 *   node tools/compute/fit-accelerator.ts h100    one constant on three rows, the others as on A100
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AcceleratorConstants } from '@kardashev/model/compute/step-time.ts';
import {
  meanAbsolute,
  megatronA100,
  megatronH100,
  predictA100_TFLOPperS,
  predictH100_TFLOPperS,
  readMeasured,
  vTrainError,
} from '../../validation/cases/published-training.ts';
import { minimise } from './nelder-mead.ts';

const data = process.env.KARDASHEV_DATA ?? join(import.meta.dirname, '../../../shared/data');
const splitSeed = 2026;
const names = ['matrixShare', 'matrixHalf', 'memoryShare', 'linkShare', 'layerOverhead_s'] as const;
/** The error has several valleys: each of these is a start, and the deepest counts. */
const starts = [50, 100, 200, 400].flatMap((matrixHalf) =>
  [50e-6, 100e-6].map((layerOverhead_s) => [0.85, matrixHalf, 0.75, 0.75, layerOverhead_s]),
);
/** No kernel or exchange is known to beat 95 % of a datasheet figure; a layer launches some 25 kernels of 5 µs. */
const most = [0.95, Infinity, 0.95, 0.95, 125e-6];

const constantsOf = (point: readonly number[]): AcceleratorConstants =>
  Object.fromEntries(names.map((name, index) => [name, point[index]])) as unknown as AcceleratorConstants;
const outside = (point: readonly number[]): boolean =>
  point.some((value, index) => value <= 0 || value > (most[index] as number));

/** A fair split that anybody can repeat: a hash of seed and row decides. */
function half(index: number): boolean {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(splitSeed, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) & 1) === 0;
}

function fitA100(): AcceleratorConstants {
  const rows = readMeasured(readFileSync(join(data, 'training/vtrain-a100-multi-node.csv'), 'utf8'));
  const fitted = rows.filter((_, index) => half(index));
  const held = rows.filter((_, index) => !half(index));
  const errorOn = (some: typeof rows, constants: AcceleratorConstants): number =>
    meanAbsolute(some.map((row) => vTrainError(row, constants)));
  const error = (point: readonly number[]): number =>
    outside(point) ? Infinity : errorOn(fitted, constantsOf(point));
  const ends = starts.map((start) => minimise(error, start));
  ends.sort((left, right) => error(left) - error(right));
  const constants = constantsOf(ends[0] as readonly number[]);
  const table = megatronA100.map((row) => predictA100_TFLOPperS(row, constants) / row.achieved_TFLOPperS - 1);
  console.log({ splitSeed, fitted: fitted.length, held: held.length, constants });
  console.log({
    fittedError: errorOn(fitted, constants),
    heldError: errorOn(held, constants),
    megatronTableError: meanAbsolute(table),
    megatronTable: table.map((error) => error.toFixed(3)).join(' '),
  });
  return constants;
}

function fitH100(base: AcceleratorConstants): void {
  const errors = (constants: AcceleratorConstants): number[] =>
    megatronH100.map((row) => predictH100_TFLOPperS(row, constants) / row.achieved_TFLOPperS - 1);
  const withShare = (point: readonly number[]): AcceleratorConstants => ({
    ...base,
    matrixShare: point[0] as number,
  });
  const best = withShare(
    minimise(
      (point) => (outside(point) ? Infinity : meanAbsolute(errors(withShare(point)))),
      [base.matrixShare],
    ),
  );
  console.log({
    constants: best,
    error: meanAbsolute(errors(best)),
    unfitted: meanAbsolute(errors(base)),
    rows: errors(best),
  });
}

const a100 = fitA100();
if (process.argv[2] === 'h100') fitH100(a100);
