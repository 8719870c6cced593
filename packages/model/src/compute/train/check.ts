import type { Fault } from '../../outcome/outcome.ts';
import { layoutMemory_B, type TrainingMemory } from '../layout.ts';
import type { Machine } from '../machine/machine.ts';
import type { Layout } from '../step-time.ts';
import { routedExperts, type Transformer } from '../transformer.ts';

const divideFault = (option: string, message: string, cause: string, fix: string): Fault => ({
  code: 'train/does-not-divide',
  message,
  at: { path: option },
  cause,
  fix,
});

/** What of a split does not divide. Blanks count as one. */
export function divisionFaults(model: Transformer, accelerators: number, layout: Layout): Fault[] {
  const faults: Fault[] = [];
  const { tensor, pipeline, context, data, expert, microBatch, interleave, globalBatch } = layout;
  const wants = (
    ok: boolean,
    option: string,
    message: string,
    cause: string,
    fix = 'Choose numbers that divide; train search finds the best.',
  ) => {
    if (!ok) faults.push(divideFault(option, message, cause, fix));
  };
  const whole = (value: number): boolean => Number.isInteger(value);
  const replica = tensor * pipeline * context;
  wants(
    whole(data) && replica * data === accelerators,
    '--accelerators',
    `${accelerators} accelerators do not divide into replicas of ${replica}.`,
    `Tensor ${tensor} × pipeline ${pipeline}${context > 1 ? ` × context ${context}` : ''}${whole(data) ? ` × data ${data}` : ''} makes one split.`,
  );
  wants(
    whole(model.heads / tensor),
    '--tp',
    `${model.heads} heads do not divide over ${tensor} accelerators.`,
    'Each accelerator of a tensor group has whole heads.',
  );
  wants(
    whole(model.layers / interleave / pipeline) ||
      // One layer less at either end, for embedding and head, as Llama 3 405B has it.
      whole((model.layers + 2) / interleave / pipeline) ||
      (interleave === 1 && pipeline <= model.layers && model.expertsPerToken > 0),
    '--pp',
    `${model.layers} layers do not divide over ${pipeline} stages${interleave > 1 ? ` of ${interleave} chunks` : ''}.`,
    'Each chunk of a stage has whole layers, as many as any other.',
  );
  wants(
    whole(model.sequence / context),
    '--cp',
    `A sequence of ${model.sequence} does not divide over ${context} accelerators.`,
    'Each holds a part of the same length.',
  );
  const { number } = routedExperts(model);
  wants(
    expert === 1 || (model.expertsPerToken > 0 && expert <= number && whole((data * context) / expert)),
    '--ep',
    model.expertsPerToken === 0
      ? 'A dense model has no experts to split.'
      : `${number} experts a layer do not divide over ${expert} of ${data * context} accelerators.`,
    'Experts are split over accelerators of the data and context groups.',
  );
  if (!whole(data)) return faults;
  wants(
    whole(globalBatch / (data * microBatch)),
    '--global-batch',
    `A batch of ${globalBatch} does not divide over ${data} replicas in micro-batches of ${microBatch}.`,
    `Each would do ${(globalBatch / (data * microBatch)).toFixed(2)} micro-batches.`,
  );
  wants(
    interleave === 1 || (pipeline > 1 && whole(globalBatch / (data * microBatch) / pipeline)),
    '--interleave',
    `Interleaving wants micro-batches in whole rounds of ${pipeline} stages.`,
    `A replica does ${globalBatch / (data * microBatch)} of them.`,
  );
  return faults;
}

/** By how much a split is too large, and the fewest accelerators of the machine that would hold the model. */
export interface Shortfall {
  readonly memory_B: number;
  readonly usable_B: number;
  readonly missing_B: number;
  readonly smallest: {
    readonly accelerators: number;
    readonly tensor: number;
    readonly pipeline: number;
    /** Whether it takes computing everything again on the way back, which was not asked. */
    readonly recomputed: boolean;
  } | null;
}

export function shortfall(
  model: Transformer,
  machine: Machine,
  layout: Layout,
  memory: TrainingMemory,
): Shortfall {
  const usable_B = memory.usableMemory * machine.system.memory_B;
  const memory_B = layoutMemory_B(model, machine.system, layout, memory);
  return {
    memory_B,
    usable_B,
    missing_B: memory_B - usable_B,
    smallest:
      smallestSplit(model, machine, layout, memory) ??
      smallestSplit(model, machine, { ...layout, recompute: 'full', shardedOptimiser: true }, memory, true),
  };
}

/** Fewest accelerators on which the model can be trained at all, one replica of single sequences, as asked otherwise. */
function smallestSplit(
  model: Transformer,
  machine: Machine,
  layout: Layout,
  memory: TrainingMemory,
  recomputed = false,
): Shortfall['smallest'] {
  const usable_B = memory.usableMemory * machine.system.memory_B;
  let best: Shortfall['smallest'] = null;
  for (let tensor = 1; tensor <= machine.system.domain; tensor++) {
    if (model.heads % tensor !== 0) continue;
    for (let pipeline = 1; pipeline <= model.layers; pipeline++) {
      if (model.layers % pipeline !== 0) continue;
      const split = {
        ...layout,
        tensor,
        pipeline,
        data: 1,
        context: 1,
        expert: 1,
        microBatch: 1,
        interleave: 1,
      };
      if (layoutMemory_B(model, machine.system, { ...split, globalBatch: pipeline }, memory) > usable_B)
        continue;
      const accelerators = tensor * pipeline;
      if (best === null || accelerators < best.accelerators)
        best = { accelerators, tensor, pipeline, recomputed };
      break;
    }
  }
  return best;
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

export function doesNotFit(name: string, machine: Machine, found: Shortfall): Fault {
  const { smallest } = found;
  const least =
    smallest === null
      ? `No split over ${machine.name} holds it.`
      : `The smallest that would: ${smallest.accelerators} accelerators of ${machine.name}, tensor ${smallest.tensor} × pipeline ${smallest.pipeline}${smallest.recomputed ? ', everything recomputed' : ''}.`;
  return {
    code: 'train/does-not-fit',
    message: `${name} does not fit: ${gigabytes(found.missing_B)} too much on each accelerator.`,
    at: { path: '--model' },
    cause: `It takes ${gigabytes(found.memory_B)} where ${gigabytes(found.usable_B)} can be used. ${least}`,
    fix: 'Split it further (--tp, --pp), take smaller micro-batches, --recompute full, --sharded-optimiser; train search finds the best.',
  };
}
