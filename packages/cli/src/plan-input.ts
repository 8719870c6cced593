import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planSchema } from '@kardashev/model/engine/schema.ts';
import { type Catalogue, readCatalogue } from '@kardashev/model/evidence/catalogue.ts';
import type { Outcome } from '@kardashev/model/outcome/outcome.ts';
import { success } from '@kardashev/model/outcome/outcome.ts';
import { type PlanSource, readPlan } from '@kardashev/model/plan/read.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { planReader, type Texts } from './files.ts';
import { catalogueFolder, filesBelow } from './house.ts';
import type { Setting } from './options.ts';

/** The catalogue that ships. */
export function loadCatalogue(texts: Texts): Outcome<Catalogue> {
  const files = filesBelow(catalogueFolder, ['.yaml', '.yml']).map((path) => {
    const text = readFileSync(join(catalogueFolder, path), 'utf8');
    texts.set(`catalogue/${path}`, text);
    return { path, text };
  });
  return readCatalogue(files);
}

/**
 * A plan with everything a run of it depends on. With a `period` its series are read for those months instead of its
 * own. Faults: those of `readPlan` and `readCatalogue`.
 */
export function loadPlan(
  file: string,
  overrides: readonly Setting[],
  texts: Texts,
  period?: { readonly from: number; readonly to: number },
): Outcome<ResolvedPlan> {
  const catalogue = loadCatalogue(texts);
  return catalogue.ok ? loadPlanWith(catalogue.value, file, overrides, texts, period) : catalogue;
}

/** The same with a catalogue of one's own. */
export function loadPlanWith(
  catalogue: Catalogue,
  file: string,
  overrides: readonly Setting[],
  texts: Texts,
  period?: { readonly from: number; readonly to: number },
): Outcome<ResolvedPlan> {
  for (const { path, text } of overrides) texts.set(`--set ${path}`, text);
  return resolvePlan({
    file,
    readText: planReader(texts),
    catalogue,
    overrides,
    ...(period ? { period } : {}),
  });
}

/** The same from texts of any origin. */
export function resolvePlan(source: Omit<PlanSource, 'schema'>): Outcome<ResolvedPlan> {
  const plan = readPlan({ ...source, schema: planSchema });
  if (!plan.ok) return plan;
  // Through JSON once, so that a run that begins and a run that resumes have the same plan to the bit.
  return success(JSON.parse(JSON.stringify(plan.value)) as ResolvedPlan);
}
