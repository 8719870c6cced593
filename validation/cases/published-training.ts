import type { AcceleratorConstants } from '@kardashev/model/compute/step-time.ts';
import type { RunRow } from '@kardashev/model/compute/train/csv-rows.ts';
import { iteration_FLOP } from '@kardashev/model/compute/train/flops.ts';
import { predictRow } from '@kardashev/model/compute/train/predict.ts';
import { denseGpt } from '@kardashev/model/compute/transformer.ts';
import { rigOf } from './rig.ts';

/** One published run: model, split, and what was achieved. */
export interface PublishedRun {
  readonly billions: number;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  readonly tensor: number;
  readonly pipeline: number;
  readonly accelerators: number;
  readonly batch: number;
  readonly achieved_TFLOPperS: number;
}

const run = (
  ...[billions, hidden, layers, heads, tensor, pipeline, accelerators, batch, achieved_TFLOPperS]: [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
): PublishedRun => ({
  billions,
  hidden,
  layers,
  heads,
  tensor,
  pipeline,
  accelerators,
  batch,
  achieved_TFLOPperS,
});

/** Megatron-LM on A100, Narayanan et al. 2021, table 1: sequence 2048, vocabulary 51,200, hardware FLOPs. */
export const megatronA100: readonly PublishedRun[] = [
  run(1.7, 2304, 24, 24, 1, 1, 32, 512, 137),
  run(3.6, 3072, 30, 32, 2, 1, 64, 512, 138),
  run(7.5, 4096, 36, 32, 4, 1, 128, 512, 142),
  run(18.4, 6144, 40, 48, 8, 1, 256, 1024, 135),
  run(39.1, 8192, 48, 64, 8, 2, 512, 1536, 138),
  run(76.1, 10240, 60, 80, 8, 4, 1024, 1792, 140),
  run(145.6, 12288, 80, 96, 8, 8, 1536, 2304, 148),
  run(310.1, 16384, 96, 128, 8, 16, 1920, 2160, 155),
  run(529.6, 20480, 105, 128, 8, 35, 2520, 2520, 163),
  run(1008, 25600, 128, 160, 8, 64, 3072, 3072, 163),
];

/** Megatron-Core on H100: sequence 4096, vocabulary 131,072, model FLOPs, no recomputation. */
export const megatronH100: readonly PublishedRun[] = [
  run(7.1, 4096, 30, 32, 2, 1, 96, 192, 465.9),
  run(70, 8192, 84, 64, 8, 2, 768, 384, 419.7),
  run(314, 16384, 96, 128, 8, 8, 3072, 1536, 474.4),
];

const nodes = { a100: rigOf('dgx-a100'), vTrain: rigOf('vtrain-a100'), h100: rigOf('dgx-h100') };

/** What a table says of its runs beside their rows. */
const tables = {
  a100: { sequence: 2048, vocabulary: 51_200 },
  h100: { sequence: 4096, vocabulary: 131_072 },
} as const;

/** A published run as a row of a file, its time worked out from what was achieved; micro-batch and interleaving blank. */
function rowOf(run: PublishedRun, part: 'a100' | 'h100'): RunRow {
  const { hidden, heads, layers, tensor, pipeline } = run;
  const data = run.accelerators / (tensor * pipeline);
  const shape = { hidden, heads, layers, ...tables[part] };
  const flop = iteration_FLOP(denseGpt(shape), run.batch, recomputed[part], hardware);
  const measured_ms = (1e3 * flop) / (run.achieved_TFLOPperS * 1e12 * run.accelerators);
  return {
    line: 0,
    cells: [],
    ...shape,
    tensor,
    pipeline,
    data,
    globalBatch: run.batch,
    anySchedule: true,
    measured_ms,
  };
}

const recomputed = { a100: 'full', h100: 'none' } as const;
const hardware = { work: 'hardware', attention: 'full' } as const;

/** Predicted over published FLOP/s of a run, less one. */
export function publishedError(
  run: PublishedRun,
  part: 'a100' | 'h100',
  constants: Partial<AcceleratorConstants> = {},
): number {
  const row = rowOf(run, part);
  return row.measured_ms! / predicted_ms(row, part, constants) - 1;
}

/** Predicted over measured iteration time, less one. `none` where nothing is computed again. */
export function measuredError(
  row: RunRow,
  node: keyof typeof nodes,
  constants: Partial<AcceleratorConstants> = {},
  recompute?: 'none',
): number {
  return predicted_ms(row, node, constants, recompute) / row.measured_ms! - 1;
}

function predicted_ms(
  row: RunRow,
  node: keyof typeof nodes,
  constants: Partial<AcceleratorConstants>,
  recompute?: 'none',
): number {
  const { machine, section } = nodes[node];
  const changed = { ...machine, system: { ...machine.system, ...constants } };
  const asked = recompute === undefined ? {} : { recompute };
  return 1e3 * predictRow(row, changed, section, asked).time.iteration_s;
}

export function meanAbsolute(errors: readonly number[]): number {
  return errors.reduce((total, error) => total + Math.abs(error), 0) / errors.length;
}

export function mean(errors: readonly number[]): number {
  return errors.reduce((total, error) => total + error, 0) / errors.length;
}

/** One run of the sequence-parallel paper: tensor parallel over eight, one replica. */
export interface SequenceParallelRun {
  readonly name: string;
  readonly row: RunRow;
  /** Iteration with all layers recomputed, and with attention alone. */
  readonly full_s: number;
  readonly selective_s: number;
}

const sequenceParallelRun = (
  name: string,
  [layers, hidden, heads]: readonly [number, number, number],
  [pipeline, interleave, globalBatch, microBatch]: readonly [number, number, number, number],
  [full_s, selective_s]: readonly [number, number],
): SequenceParallelRun => ({
  name,
  row: {
    line: 0,
    cells: [],
    ...tables.a100,
    layers,
    hidden,
    heads,
    tensor: 8,
    pipeline,
    data: 1,
    globalBatch,
    microBatch,
    interleave,
    anySchedule: false,
  },
  full_s,
  selective_s,
});

/** Korthikanti et al. 2022. */
export const sequenceParallel: readonly SequenceParallelRun[] = [
  sequenceParallelRun('22 B', [48, 6144, 64], [1, 1, 4, 4], [1.42, 1.1]),
  sequenceParallelRun('175 B', [96, 12_288, 96], [8, 3, 64, 1], [18.13, 13.75]),
  sequenceParallelRun('530 B', [105, 20_480, 128], [35, 3, 280, 1], [49.05, 37.83]),
  sequenceParallelRun('1 T', [128, 25_600, 160], [64, 1, 512, 1], [94.42, 71.49]),
];

/** Predicted iteration of one of them, with everything computed again or attention alone. */
export function sequenceParallel_s(
  run: SequenceParallelRun,
  recompute: 'full' | 'selective',
  constants: Partial<AcceleratorConstants> = {},
): number {
  const { machine, section } = nodes.a100;
  const changed = { ...machine, system: { ...machine.system, ...constants } };
  const asked = { recompute, sequenceParallel: recompute === 'selective' };
  return predictRow(run.row, changed, section, asked).time.iteration_s;
}
