import type { EnergySection, Satellite } from '@kardashev/model/energy/design.ts';
import { energySchema } from '@kardashev/model/energy/schema.ts';
import { planSchema } from '@kardashev/model/engine/schema.ts';
import type { Catalogue } from '@kardashev/model/evidence/catalogue.ts';
import { type Fault, failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { nearest } from '@kardashev/model/plan/nearest.ts';
import { readPlan } from '@kardashev/model/plan/read.ts';
import type { PlanSchema } from '@kardashev/model/plan/schema.ts';
import { viewOf } from '@kardashev/model/plan/view.ts';
import { planReader, type Texts } from '../files.ts';
import type { Setting } from '../options.ts';

/** A satellite with the surroundings that its plan gives it. */
export interface Design {
  readonly satellite: Satellite;
  readonly section: EnergySection;
  /** Draw of idle chips over full load. */
  readonly idleShare: number;
}

/** A design file is a plan with satellites alone, and energy's own section. */
const designSchema: PlanSchema = {
  sections: new Map([...planSchema.sections].filter(([room]) => room === 'energy')),
  collections: new Map([...planSchema.collections].filter(([name]) => name === 'satellites')),
};

/** Reads a preset of the catalogue, or an entry of a file. Faults: those of plans, and `satellite/unknown`. */
export function loadDesign(
  name: string | undefined,
  file: string | undefined,
  settings: readonly Setting[],
  catalogue: Catalogue,
  texts: Texts,
): Outcome<Design> {
  const presets = presetsOf(catalogue);
  if (file === undefined && (name === undefined || !presets.includes(name))) {
    return failure(unknown(name, presets, {}));
  }
  const readText = planReader(texts);
  const source = file ?? `${name}.yaml`;
  const read = (overrides: readonly Setting[]) =>
    readPlan({
      file: source,
      readText: (wanted, from) =>
        file === undefined && from === undefined
          ? success({ file: source, text: `satellites: {${name}: {}}` })
          : readText(wanted, from),
      catalogue,
      schema: designSchema,
      overrides,
    });
  // A short --set speaks of the satellite: its name must be known before.
  const chosen = name ?? firstEntry(read([]));
  if (chosen === undefined && settings.some(({ path }) => !path.includes('.'))) {
    const plain = read([]);
    if (!plain.ok) return plain;
  }
  for (const { path, text } of settings) texts.set(`--set ${path}`, text);
  const plan = read(
    settings.map(({ path, text }) => ({
      path: path.includes('.') ? path : `satellites.${chosen}.${path}`,
      text,
    })),
  );
  if (!plan.ok) return plan;
  const view = viewOf(plan.value, 'energy', energySchema);
  const satellite =
    name === undefined ? view.satellites[0] : view.satellites.find((one) => one.name === name);
  if (!satellite) {
    const names = view.satellites.map((one) => one.name);
    return failure(unknown(name, names, { file: source }));
  }
  const idleShare = Number(plan.value.values[`satellites.${satellite.name}.idleShare`]?.value);
  return success({ satellite, section: view.section, idleShare });
}

function presetsOf(catalogue: Catalogue): string[] {
  const names = [...catalogue.keys()].flatMap((id) => /^satellites\.([^.]+)\./.exec(id)?.[1] ?? []);
  return [...new Set(names)].filter((name) => name !== 'default').sort();
}

function firstEntry(plan: ReturnType<typeof readPlan>): string | undefined {
  return plan.ok ? plan.value.entries.satellites?.[0] : undefined;
}

function unknown(name: string | undefined, known: readonly string[], at: Fault['at']): Fault {
  const guess = name === undefined ? undefined : nearest(name, known);
  return {
    code: 'satellite/unknown',
    message: name === undefined ? 'No satellite is named.' : `There is no satellite "${name}".`,
    at,
    cause: known.length === 0 ? 'The file has no satellites.' : `Known are ${known.join(', ')}.`,
    fix: guess === undefined ? 'Name one of them, or give --file DESIGN.yaml.' : `Did you mean "${guess}"?`,
  };
}
