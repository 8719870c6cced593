import { readFileSync } from 'node:fs';
import type { TrainingMemory } from '@kardashev/model/compute/layout.ts';
import type { AcceleratorConstants } from '@kardashev/model/compute/step-time.ts';
import { type CatalogueAssumption, readCatalogue } from '@kardashev/model/evidence/catalogue.ts';
import { textOf } from '@kardashev/model/evidence/document.ts';

const folder = new URL('../../catalogue/', import.meta.url);

/** Assumptions of one catalogue file, as plans get them. */
function readFile(path: string): ReadonlyMap<string, readonly CatalogueAssumption[]> {
  const text = readFileSync(new URL(path, folder), 'utf8');
  const catalogue = readCatalogue([{ path, text }]);
  if (!catalogue.ok) throw new Error(`catalogue/${path} cannot be read`);
  return catalogue.value;
}

/** The five constants that plans use for an accelerator: its own, else those of `default.yaml`. */
export function constantsOf(accelerator: string): AcceleratorConstants {
  const own = readFile(`accelerators/${accelerator}.yaml`);
  const common = readFile('accelerators/default.yaml');
  const value = (attribute: string): number => {
    const found =
      own.get(`accelerators.${accelerator}.${attribute}`) ?? common.get(`accelerators.default.${attribute}`);
    return Number.parseFloat(textOf(found?.[0]?.value) ?? '');
  };
  return {
    matrixShare: value('matrixShare'),
    matrixHalf: value('matrixHalf'),
    memoryShare: value('memoryShare'),
    linkShare: value('linkShare'),
    layerOverhead_s: value('layerOverhead') * 1e-6,
  };
}

/** The first value of a row of the compute section, as plans get it. */
function sectionValue(attribute: string): number {
  const found = readFile('compute.yaml').get(`compute.${attribute}`);
  return Number.parseFloat(textOf(found?.[0]?.value) ?? '');
}

let memory: TrainingMemory | undefined;

/** What plans take for the memory of a training run. */
export function trainingMemory(): TrainingMemory {
  memory ??= {
    usableMemory: sectionValue('usableMemory'),
    trainingState_B: sectionValue('trainingState'),
    checkpointState_B: sectionValue('checkpointState'),
  };
  return memory;
}

/** Most accelerators that split a layer, as plans take it. */
export function tensorWidth(): number {
  return sectionValue('tensorWidth');
}
