import type { Catalogue } from '../../evidence/catalogue.ts';
import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import type { Override, ReadText } from '../../plan/load.ts';
import { nearest } from '../../plan/nearest.ts';
import { readPlan } from '../../plan/read.ts';
import { composeSchema } from '../../plan/schema.ts';
import { viewOf } from '../../plan/view.ts';
import type { Precision } from '../accelerator.ts';
import { type ComputeSection, computeSchema, type ModelEntry } from '../schema.ts';
import { type Machine, machineOf } from './machine.ts';

/** Where machines and models are looked up: the catalogue, and a file of the user's that is read like a plan. */
export interface Shelf {
  readonly catalogue: Catalogue;
  readonly file?: string;
  readonly readText: ReadText;
  readonly overrides: readonly Override[];
}

export type RigSection = Omit<ComputeSection, 'largeRun'>;

/** What was asked for: a machine, models, and the compute section's assumptions. */
export interface Rig {
  readonly machine: Machine;
  readonly models: readonly ModelEntry[];
  readonly section: RigSection;
}

/** The run's own model is named on the command line, so the section's is left out. */
const { largeRun: _, ...sectionRows } = computeSchema.section;
const { models, systems, accelerators } = computeSchema.collections;
/** Models, systems and accelerators alone are read: the rest of a plan has nothing to do with it. */
const shelfRows = { section: sectionRows, collections: { models, systems, accelerators } };
const composed = composeSchema([{ name: 'compute', schema: shelfRows }]);
const shelfSchema = {
  sections: composed.sections,
  collections: new Map([...composed.collections].filter(([name]) => name in shelfRows.collections)),
};

const pseudoFile = 'command line';

/**
 * Reads a machine and models by name. Faults: those of plans, `compute/unknown-system`, `compute/unknown-model`,
 * `compute/unknown-accelerator`.
 */
export function loadRig(
  shelf: Shelf,
  systemName: string,
  modelNames: readonly string[],
  precision: Precision,
): Outcome<Rig> {
  const system = keyOf(systemName);
  const models = modelNames.map(keyOf);
  const own = read(shelf, {});
  if (!own.ok) return own;
  const find = (collection: Kind, name: string): Fault[] => {
    const known = [
      ...new Set([...namesIn(shelf.catalogue, collection), ...(own.value.entries[collection] ?? [])]),
    ];
    return known.includes(name) ? [] : [unknown(collection, name, known)];
  };
  const faults = [...find('systems', system), ...models.flatMap((name) => find('models', name))];
  if (faults.length > 0) return failure(...faults);
  const withSystem = read(shelf, { systems: [system], models });
  if (!withSystem.ok) return withSystem;
  const part = String(withSystem.value.values[`systems.${system}.accelerator`]?.value);
  const missing = find('accelerators', part);
  if (missing.length > 0) return failure(...missing);
  const plan = read(shelf, { systems: [system], models, accelerators: [part] });
  if (!plan.ok) return plan;
  const view = viewOf(plan.value, 'compute', shelfRows);
  const entry = view.systems.find(({ name }) => name === system)!;
  const accelerator = view.accelerators.find(({ name }) => name === part)!;
  return success({
    machine: machineOf(entry, accelerator, precision),
    models: models.map((name) => view.models.find((model) => model.name === name)!),
    section: view.section,
  });
}

/** Names have no dots in the catalogue: `gpt3-1.3b` is its `gpt3-1-3b`. */
const keyOf = (name: string): string => name.trim().toLowerCase().replaceAll('.', '-');

type Kind = 'systems' | 'models' | 'accelerators';

/** A plan made of names, over the user's file where there is one. */
function read(shelf: Shelf, named: { readonly [K in Kind]?: readonly string[] }) {
  const text = [
    ...(shelf.file === undefined ? [] : [`extends: ${JSON.stringify(shelf.file)}`]),
    ...Object.entries(named).map(
      ([kind, names]) => `${kind}: {${names.map((name) => `${JSON.stringify(name)}: {}`).join(', ')}}`,
    ),
    'compute: {}',
  ].join('\n');
  return readPlan({
    file: pseudoFile,
    readText: (wanted, from) =>
      wanted === pseudoFile && from === undefined
        ? success({ file: pseudoFile, text })
        : shelf.readText(wanted, from === pseudoFile ? undefined : from),
    catalogue: shelf.catalogue,
    schema: shelfSchema,
    overrides: shelf.overrides,
  });
}

function namesIn(catalogue: Catalogue, collection: Kind): string[] {
  const names = [...catalogue.keys()].flatMap((id) => {
    const [first, name] = id.split('.');
    return first === collection && name !== undefined && name !== 'default' ? [name] : [];
  });
  return [...new Set(names)].sort();
}

const singular = { systems: 'system', models: 'model', accelerators: 'accelerator' } as const;

function unknown(collection: Kind, name: string, known: readonly string[]): Fault {
  const guess = nearest(name, known);
  const codes = {
    systems: 'compute/unknown-system',
    models: 'compute/unknown-model',
    accelerators: 'compute/unknown-accelerator',
  } as const;
  return {
    code: codes[collection],
    message: `There is no ${singular[collection]} "${name}".`,
    at: { path: `--${singular[collection]}` },
    cause: `Known are ${known.join(', ')}.`,
    fix:
      guess === undefined
        ? 'Name one of them, or give a file with it: --file MINE.yaml.'
        : `Did you mean "${guess}"?`,
  };
}
