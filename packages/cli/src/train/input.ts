import { loadRig, type Rig } from '@kardashev/model/compute/machine/load.ts';
import type { Habits } from '@kardashev/model/compute/machine/machine.ts';
import { clockAt } from '@kardashev/model/compute/machine/power.ts';
import type { AcceleratorEntry, ModelEntry } from '@kardashev/model/compute/schema.ts';
import { type Layout, plainLayout } from '@kardashev/model/compute/step-time.ts';
import type { Surroundings } from '@kardashev/model/compute/train/long-run.ts';
import type { WideArea } from '@kardashev/model/compute/wide-area/exchange.ts';
import { planReader, type Texts } from '../files.ts';
import { refuse } from '../orbit/faults.ts';
import { loadCatalogue } from '../plan-input.ts';
import { need } from '../stop.ts';
import type { RigOptions, TrainOptions } from './options.ts';

/** The machine and the models that options name. */
export function rigOf(options: RigOptions, models: readonly string[], texts: Texts): Rig {
  for (const { path, text } of options.set) texts.set(`--set ${path}`, text);
  const shelf = {
    catalogue: need(loadCatalogue(texts), texts),
    ...(options.file === undefined ? {} : { file: options.file }),
    readText: planReader(texts),
    overrides: options.set,
  };
  return need(loadRig(shelf, options.system, models, options.precision), texts);
}

/** The one model that a command is about. */
export function modelNamed(options: RigOptions): string {
  if (options.model !== undefined) return options.model;
  return refuse(
    'command/usage',
    '--model',
    'No model is named.',
    'A step is that of a model.',
    'Name one with --model, such as --model gpt3-175b; kardashev catalogue models lists them.',
  );
}

/** The model with the sequence and vocabulary asked for; a longer or shorter table of embeddings counts. */
export function modelOf(rig: Rig, options: Pick<TrainOptions, 'sequence' | 'vocabulary'>): ModelEntry {
  const model = rig.models[0]!;
  const vocabulary = options.vocabulary ?? model.vocabulary;
  const more = (vocabulary - model.vocabulary) * model.hidden;
  return {
    ...model,
    sequence: options.sequence ?? model.sequence,
    vocabulary,
    parameters: model.parameters + more,
    activeParameters: model.activeParameters + more,
  };
}

/** What of the habits of a machine is asked to be otherwise. */
export function asked(options: TrainOptions): Partial<Habits> {
  const { recompute, sequenceParallel, fusedAttention, shardedOptimiser, overlap } = options;
  return Object.fromEntries(
    Object.entries({ recompute, sequenceParallel, fusedAttention, shardedOptimiser, overlap }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** The split that options describe, blanks as ones. */
export function layoutOf(options: TrainOptions, model: ModelEntry, rig: Rig): Layout {
  const { tp: tensor, pp: pipeline, cp: context, ep: expert } = options;
  const replica = tensor * pipeline * context;
  const accelerators = options.accelerators ?? usualAccelerators(options, replica, rig);
  const data = options.dp ?? accelerators / replica;
  return {
    ...plainLayout,
    ...rig.machine.habits,
    ...asked(options),
    tensor,
    pipeline,
    context,
    expert,
    data,
    globalBatch: options.globalBatch ?? usualBatch(model, data),
    microBatch: options.microBatch ?? 1,
    interleave: options.interleave ?? 1,
  };
}

/** Where no number is given: the replicas asked for, else one whole system if the split divides it. */
function usualAccelerators({ dp }: TrainOptions, replica: number, { machine }: Rig): number {
  if (dp !== undefined) return dp * replica;
  return machine.accelerators % replica === 0 ? machine.accelerators : replica;
}

/** Sequences of the model's own batch, in whole ones for each replica. */
export function usualBatch(model: ModelEntry, data: number): number {
  const each = Math.max(1, Math.round(model.batch / model.sequence / data));
  return Number.isInteger(data) ? each * data : each;
}

const usualEvery = 100;
const usualFragments = 16;

/** How islands exchange, by the options. */
export function wideAreaOf(options: TrainOptions, layers: number): WideArea {
  const { method, overlapSteps } = options;
  return {
    every: method === 'synchronous' ? 1 : (options.exchangeEvery ?? usualEvery),
    fragments: method === 'streaming' ? (options.fragments ?? usualFragments) : 1,
    bitsPerParameter: options.exchangeBits,
    pieces: method === 'streaming' || overlapSteps > 0 ? Infinity : layers,
    overlapSteps,
  };
}

const secondsPerYear = 31_557_600;

/** What goes on around a run of so many tokens. */
export function surroundingsOf(
  options: TrainOptions,
  tokens: number,
  accelerator: AcceleratorEntry,
  layers: number,
): Surroundings {
  if (clockAt(accelerator, options.power) === 0) {
    refuse(
      'command/quantity',
      '--power',
      `A share of ${options.power} of full power trains nothing.`,
      `${accelerator.name} draws ${accelerator.idleDraw} of it while it waits.`,
      'Give a larger share.',
    );
  }
  return {
    tokens,
    powerShare: options.power,
    corruption_perS: options.dose / secondsPerYear / accelerator.corruptionDose_Gy,
    method: wideAreaOf(options, layers),
  };
}
