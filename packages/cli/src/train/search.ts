import { performance } from 'node:perf_hooks';
import { layoutMemory_B } from '@kardashev/model/compute/layout.ts';
import { doesNotFit, shortfall } from '@kardashev/model/compute/train/check.ts';
import { conventionText } from '@kardashev/model/compute/train/flops.ts';
import { searchSplits } from '@kardashev/model/compute/train/search.ts';
import { refuse } from '../orbit/faults.ts';
import { print, printJson } from '../output.ts';
import { BadInput } from '../stop.ts';
import { splitDocument } from './document.ts';
import { asked, layoutOf, modelNamed, modelOf, rigOf } from './input.ts';
import type { TrainOptions } from './options.ts';
import { searchScreen } from './screen.ts';

const longSequence = 32_768;
const mostContext = 64;

/** `train search`: the best splits of a model over so many accelerators. */
export function trainSearch(options: TrainOptions): void {
  const texts = new Map<string, string>();
  const name = modelNamed(options);
  const rig = rigOf(options, [name], texts);
  const { machine, section } = rig;
  const model = modelOf(rig, options);
  const accelerators = options.accelerators ?? machine.accelerators;
  const base = layoutOf({ ...options, accelerators, tp: 1, pp: 1, cp: 1, ep: 1 }, model, rig);
  const globalBatch = options.globalBatch ?? Math.max(1, Math.round(model.batch / model.sequence));
  const { recompute, sequenceParallel, shardedOptimiser } = asked(options);
  const either = (said: boolean | undefined): readonly boolean[] =>
    said === undefined ? [true, false] : [said];
  const space = {
    accelerators,
    globalBatch: options.globalBatch ?? batchThatDivides(globalBatch, accelerators, model.layers),
    recompute: recompute === undefined ? (['none', 'selective', 'full'] as const) : [recompute],
    sequenceParallel: either(sequenceParallel),
    shardedOptimiser: either(shardedOptimiser),
    mostContext: model.sequence >= longSequence ? mostContext : 1,
  };
  const wanted = { ...machine, habits: { ...machine.habits, ...asked(options) } };
  const start = performance.now();
  const found = searchSplits(model, wanted, space, section);
  const wall_s = (performance.now() - start) / 1e3;
  if (found.configurations === 0) noSplit(name, accelerators, space.globalBatch);
  if (found.best.length === 0) {
    const layout = { ...base, tensor: 1, pipeline: 1, data: 1, globalBatch: 1, recompute: 'full' as const };
    throw new BadInput([doesNotFit(name, machine, shortfall(model, machine, layout, section))], texts);
  }
  const convention = { work: options.flops, attention: options.attention };
  const best = found.best.map(({ layout, time }) => {
    const memory_B = layoutMemory_B(model, machine.system, layout, section);
    return splitDocument({ model, layout, time, memory_B, feasible: true }, machine, convention);
  });
  const document = {
    model: name,
    system: machine.name,
    precision: machine.precision,
    accelerators,
    globalBatch: space.globalBatch,
    flopConvention: conventionText(convention),
    configurations: found.configurations,
    feasible: found.feasible,
    wall_s,
    best,
  };
  if (options.json) printJson(document);
  else print(searchScreen(document, process.stdout.isTTY === true));
}

/** The model's own batch, rounded so that most splits divide it: to whole sequences for as many replicas as may be. */
function batchThatDivides(batch: number, accelerators: number, layers: number): number {
  const replicas = Math.max(1, Math.round(accelerators / Math.min(layers, 8)));
  return Math.max(1, Math.round(batch / replicas)) * replicas;
}

function noSplit(name: string, accelerators: number, globalBatch: number): never {
  return refuse(
    'train/does-not-divide',
    '--accelerators',
    `No split of ${name} over ${accelerators} accelerators divides.`,
    `Heads, layers and a batch of ${globalBatch} must divide over tensor groups, stages and replicas.`,
    'Give another number of accelerators, or --global-batch.',
  );
}
