import { bestFilling, type Choice } from '@kardashev/model/compute/layout.ts';
import {
  type AcceleratorConstants,
  type AcceleratorSystem,
  type Layout,
  stepTime,
} from '@kardashev/model/compute/step-time.ts';
import { denseGpt, megatronIteration_FLOP, type Transformer } from '@kardashev/model/compute/transformer.ts';
import { trainingMemory } from './accelerator-constants.ts';

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

/** A node's datasheet figures; constants come on top. */
export type Node = Omit<AcceleratorSystem, keyof AcceleratorConstants>;

export const dgxA100: Node = {
  peak_FLOPperS: 312e12,
  memory_B: 80e9,
  memoryRate_BperS: 2.04e12,
  domain: 8,
  scaleUp_BperS: 300e9,
  scaleOut_BperS: 25e9,
};

/** vTrain's cluster: nodes of eight A100 with four ports of 200 Gbit/s. */
export const vTrainNode: Node = { ...dgxA100, scaleOut_BperS: 12.5e9 };

export const dgxH100: Node = {
  peak_FLOPperS: 989e12,
  memory_B: 80e9,
  memoryRate_BperS: 3.35e12,
  domain: 8,
  scaleUp_BperS: 450e9,
  scaleOut_BperS: 50e9,
};

const plain = {
  interleave: 1,
  microBatch: 1,
  recompute: 'full',
  sequenceParallel: false,
  fusedAttention: false,
  shardedOptimiser: false,
} as const;

function layoutOf(row: PublishedRun): Layout {
  const data = row.accelerators / (row.tensor * row.pipeline);
  return { ...plain, tensor: row.tensor, pipeline: row.pipeline, data, globalBatch: row.batch };
}

function modelOf(row: PublishedRun, vocabulary: number, sequence: number): Transformer {
  return denseGpt({ layers: row.layers, hidden: row.hidden, heads: row.heads, vocabulary, sequence });
}

/** FLOP/s per A100 that the model predicts, in units of 10¹², hardware FLOPs; micro-batch and interleaving chosen. */
export function predictA100_TFLOPperS(row: PublishedRun, constants: AcceleratorConstants): number {
  const model = modelOf(row, 51_200, 2048);
  return perAccelerator(
    row,
    model,
    bestFilling(model, { ...dgxA100, ...constants }, layoutOf(row), trainingMemory()),
    4,
  );
}

export function predictH100_TFLOPperS(row: PublishedRun, constants: AcceleratorConstants): number {
  const model = modelOf(row, 131_072, 4096);
  const modern = {
    recompute: 'none',
    sequenceParallel: true,
    fusedAttention: true,
    shardedOptimiser: true,
  } as const;
  const layout = { ...layoutOf(row), ...modern };
  return perAccelerator(
    row,
    model,
    bestFilling(model, { ...dgxH100, ...constants }, layout, trainingMemory()),
    3,
  );
}

function perAccelerator(
  row: PublishedRun,
  model: Transformer,
  choice: Choice | undefined,
  passes: 3 | 4,
): number {
  if (!choice) return Number.NaN;
  return (
    megatronIteration_FLOP(model, row.batch, passes) / (row.accelerators * choice.time.iteration_s) / 1e12
  );
}

/** A row of vTrain's file of measured iterations, by column. */
export type MeasuredIteration = Readonly<Record<string, number>>;

export function readMeasured(csv: string): MeasuredIteration[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((text, index) => [names[index] as string, Number(text)])),
  );
}

/** Predicted over measured iteration time of a row of vTrain's file, less one. */
export function vTrainError(row: MeasuredIteration, constants: AcceleratorConstants): number {
  const column = (name: string): number => row[name] as number;
  const model = denseGpt({
    layers: column('layers'),
    hidden: column('hidden_size'),
    heads: column('attention_heads'),
    vocabulary: 51_200,
    sequence: column('sequence_length'),
  });
  const layout: Layout = {
    ...plain,
    tensor: column('tensor_parallelism'),
    pipeline: column('pipeline_parallelism'),
    data: column('data_parallelism'),
    microBatch: column('micro_batch'),
    globalBatch: column('global_batch'),
  };
  const time = stepTime(model, { ...vTrainNode, ...constants }, layout);
  return (time.iteration_s * 1000) / column('iteration_time_ms') - 1;
}

export function meanAbsolute(errors: readonly number[]): number {
  return errors.reduce((total, error) => total + Math.abs(error), 0) / errors.length;
}
