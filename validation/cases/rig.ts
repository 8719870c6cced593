import { readdirSync, readFileSync } from 'node:fs';
import type { Precision } from '@kardashev/model/compute/accelerator.ts';
import { loadRig, type Rig } from '@kardashev/model/compute/machine/load.ts';
import { type Catalogue, readCatalogue } from '@kardashev/model/evidence/catalogue.ts';
import { failure } from '@kardashev/model/outcome/outcome.ts';

const folder = new URL('../../catalogue/', import.meta.url);
let catalogue: Catalogue | undefined;

/** What of the catalogue the compute room reads, as plans get it. */
function shelf(): Catalogue {
  if (catalogue) return catalogue;
  const files = ['compute.yaml', ...['accelerators', 'models', 'systems'].flatMap(below)];
  const read = readCatalogue(
    files.map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') })),
  );
  if (!read.ok) throw new Error(read.faults[0]?.message);
  catalogue = read.value;
  return catalogue;
}

const below = (name: string): string[] =>
  readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`);

/** A machine of the catalogue with models. */
export function rigOf(system: string, models: readonly string[] = [], precision: Precision = 'bf16'): Rig {
  const rig = loadRig(
    { catalogue: shelf(), readText: () => failure(), overrides: [] },
    system,
    models,
    precision,
  );
  if (!rig.ok) throw new Error(rig.faults[0]?.message);
  return rig.value;
}
