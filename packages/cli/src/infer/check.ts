import type { Rig } from '@kardashev/model/compute/machine/load.ts';
import type { ModelEntry } from '@kardashev/model/compute/schema.ts';
import {
  type Batch,
  cachePerAccelerator_B,
  type Placement,
  weightsPerAccelerator_B,
} from '@kardashev/model/compute/serve/request.ts';
import { routedExperts } from '@kardashev/model/compute/transformer.ts';
import type { Fault } from '@kardashev/model/outcome/outcome.ts';

/** What of a placement does not divide. */
export function placementFaults(model: ModelEntry, place: Placement): Fault[] {
  const faults: Fault[] = [];
  if (model.heads % place.tensor !== 0) {
    faults.push({
      code: 'infer/does-not-divide',
      message: `${model.heads} heads do not divide over ${place.tensor} accelerators.`,
      at: { path: '--tp' },
      cause: 'Each accelerator of a tensor group has whole heads.',
      fix: 'Choose a number that divides the heads.',
    });
  }
  if (place.expert > 1 && (routedExperts(model).number === 0 || place.expert % place.tensor !== 0)) {
    const dense = routedExperts(model).number === 0;
    faults.push({
      code: 'infer/does-not-divide',
      message: dense
        ? `${model.name} has no experts to spread.`
        : `--ep ${place.expert} is no multiple of --tp ${place.tensor}.`,
      at: { path: '--ep' },
      cause: dense ? 'It is dense.' : 'Experts are spread over whole tensor groups.',
      fix: dense ? 'Split it with --tp.' : 'Choose a multiple.',
    });
  }
  return faults;
}

export interface Room {
  readonly used_B: number;
  readonly usable_B: number;
}

/** Memory of the fullest accelerator, at the end of the answers. */
export function roomOf({ machine, section }: Rig, model: ModelEntry, place: Placement, batch: Batch): Room {
  const used_B = weightsPerAccelerator_B(model, place) + cachePerAccelerator_B(model, place, batch);
  return { used_B, usable_B: section.usableMemory * machine.system.memory_B };
}

/** Fewest accelerators of a tensor group (dense) or of a spread of experts that would hold model and caches. */
export function smallestThatFits(rig: Rig, model: ModelEntry, place: Placement, batch: Batch): number | null {
  const fitsOn = (n: number): boolean => {
    const wider =
      model.expertsPerToken > 0 && n > rig.machine.system.domain
        ? { ...place, expert: n }
        : { ...place, tensor: n, expert: 1 };
    const { used_B, usable_B } = roomOf(rig, model, wider, batch);
    return used_B <= usable_B;
  };
  const candidates = Array.from({ length: 12 }, (_, power) => 2 ** power);
  return candidates.find((n) => (model.expertsPerToken > 0 || model.heads % n === 0) && fitsOn(n)) ?? null;
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

export function doesNotFit(
  model: ModelEntry,
  { used_B, usable_B }: Room,
  smallest: number | null,
  system: string,
): Fault {
  const least =
    smallest === null
      ? `No number of ${system} holds it.`
      : `The smallest that would: ${smallest} accelerators of ${system}.`;
  return {
    code: 'infer/does-not-fit',
    message: `${model.name} does not fit: ${gigabytes(used_B - usable_B)} too much on each accelerator.`,
    at: { path: '--model' },
    cause: `Weights and caches take ${gigabytes(used_B)} where ${gigabytes(usable_B)} can be used. ${least}`,
    fix: 'Split it further (--tp, --ep), take a smaller batch, or --precision fp8.',
  };
}
