import { divisionFaults, doesNotFit, shortfall } from '@kardashev/model/compute/train/check.ts';
import { predict } from '@kardashev/model/compute/train/predict.ts';
import { print, printJson } from '../output.ts';
import { BadInput } from '../stop.ts';
import { acceleratorsOf, trainDocument } from './document.ts';
import { layoutOf, modelNamed, modelOf, rigOf, surroundingsOf } from './input.ts';
import type { TrainOptions } from './options.ts';
import { trainScreen } from './screen.ts';

/** `train`: one split. A split that does not fit is shown, and ends in a fault. */
export function trainOne(options: TrainOptions): void {
  const texts = new Map<string, string>();
  const name = modelNamed(options);
  const rig = rigOf(options, [name], texts);
  const { machine, section } = rig;
  const model = modelOf(rig, options);
  const base = layoutOf(options, model, rig);
  const faults = divisionFaults(model, options.accelerators ?? acceleratorsOf(base), base);
  if (faults.length > 0) throw new BadInput(faults, texts);
  const found = predict(model, machine, base, section, {
    microBatch: options.microBatch === undefined,
    interleave: options.interleave === undefined && options.microBatch === undefined,
  });
  const { tokens } = options;
  const long =
    tokens === undefined
      ? undefined
      : { section, around: surroundingsOf(options, tokens, machine.accelerator, model.layers) };
  const convention = { work: options.flops, attention: options.attention };
  const document = trainDocument(name, found, machine, convention, long);
  if (found.feasible) {
    if (options.json) printJson(document);
    else print(trainScreen(document, process.stdout.isTTY === true));
    return;
  }
  const missing = shortfall(model, machine, found.layout, section);
  if (options.json) printJson({ ...document, shortfall: missing });
  throw new BadInput([doesNotFit(name, machine, missing)], texts);
}
