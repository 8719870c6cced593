import type { RigSection } from '@kardashev/model/compute/machine/load.ts';
import type { Machine } from '@kardashev/model/compute/machine/machine.ts';
import type { Layout, StepTime } from '@kardashev/model/compute/step-time.ts';
import { conventionText, type FlopConvention, iteration_FLOP } from '@kardashev/model/compute/train/flops.ts';
import { longRun, type Surroundings } from '@kardashev/model/compute/train/long-run.ts';
import type { Prediction } from '@kardashev/model/compute/train/predict.ts';

/** Model FLOPs and hardware FLOPs over the peak are both told, whatever the convention of the rest. */
function utilisations(prediction: Prediction, machine: Machine, attention: FlopConvention['attention']) {
  const { model, layout, time } = prediction;
  const peak = acceleratorsOf(layout) * time.iteration_s * machine.system.peak_FLOPperS;
  const of = (work: FlopConvention['work']): number =>
    iteration_FLOP(model, layout.globalBatch, layout.recompute, { work, attention }) / peak;
  return { mfu: of('model'), hfu: of('hardware') };
}

export function acceleratorsOf({ tensor, pipeline, data, context }: Layout): number {
  return tensor * pipeline * data * context;
}

/** Seconds of a step by what they went into. */
export function breakdownOf({ iteration_s: _, ...parts }: StepTime): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [part.replace(/_s$/, ''), value]));
}

/** One split, as programs read it. */
export function splitDocument(prediction: Prediction, machine: Machine, convention: FlopConvention) {
  const { model, layout, time, memory_B, feasible } = prediction;
  const accelerators = acceleratorsOf(layout);
  const work = iteration_FLOP(model, layout.globalBatch, layout.recompute, convention);
  return {
    accelerators,
    layout,
    iterationTime_s: time.iteration_s,
    achieved_FLOPsPerAccelerator: work / (accelerators * time.iteration_s),
    ...utilisations(prediction, machine, convention.attention),
    memory_bytes: memory_B,
    feasible,
    tokensPerSecond: (layout.globalBatch * model.sequence) / time.iteration_s,
    breakdown_s: breakdownOf(time),
  };
}

/** All that `train` says of one split. */
export function trainDocument(
  name: string,
  prediction: Prediction,
  machine: Machine,
  convention: FlopConvention,
  long?: { readonly section: RigSection; readonly around: Surroundings },
) {
  const { system, precision } = machine;
  return {
    model: name,
    system: machine.name,
    accelerator: machine.accelerator.name,
    precision,
    peak_FLOPsPerAccelerator: system.peak_FLOPperS,
    flopConvention: conventionText(convention),
    ...splitDocument(prediction, machine, convention),
    ...(long === undefined ? {} : runDocument(prediction, machine, long.section, long.around)),
  };
}

function runDocument(prediction: Prediction, machine: Machine, section: RigSection, around: Surroundings) {
  const { days, goodput, energy_J, cost_USD, ...rest } = longRun(prediction, machine, section, around);
  return { tokens: around.tokens, days, goodput, energy_J, cost_USD, run: rest };
}

export type TrainDocument = ReturnType<typeof trainDocument>;
