import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { PlanDocument } from '@kardashev/contracts/plan.ts';
import { canonical, hashText } from '@kardashev/model/engine/hash.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import type { PlanShelf } from '@kardashev/server/plans.ts';
import type { Manifest } from '@kardashev/store/manifest.ts';
import { monthsFile } from '@kardashev/store/months-file.ts';
import { findRun } from '@kardashev/store/runs.ts';
import { tableNumbers } from '@kardashev/store/table-store.ts';
import { codeHash, root } from './house.ts';
import type { Setting } from './options.ts';
import { loadPlan } from './plan-input.ts';

/** Plans of a folder of runs as they were run, with the tables they used. */
export function servedPlans(runs: string): PlanShelf {
  const known = new Map<string, PlanDocument>();
  const code = codeHash();
  const manifestOf = (name: string) => {
    const found = findRun(runs, name);
    return found.ok ? found.value : undefined;
  };
  return {
    async document(name) {
      const run = manifestOf(name);
      if (!run) return undefined;
      const document = known.get(run.folder) ?? documentOf(run.manifest, code);
      known.set(run.folder, document);
      return document;
    },
    async table(key) {
      return tableNumbers(join(runs, '.tables'), key);
    },
    async parquet(name) {
      const run = manifestOf(name);
      return run?.manifest.status === 'complete' ? monthsFile(run.folder) : undefined;
    },
  };
}

function documentOf(manifest: Manifest, code: string): PlanDocument {
  const { run, seed, plan, inputs } = manifest;
  const file = manifest.file ?? `plans/${plan.name}.yaml`;
  const text = textOf(file);
  return {
    run,
    seed,
    plan: plan as PlanDocument['plan'],
    tables: { ...inputs.tables },
    file: text === null ? null : file,
    text,
    faithful: text !== null && readsAs(file, manifest),
    sameModels: inputs.code === code,
  };
}

const pathOf = (file: string) => (isAbsolute(file) ? file : join(root, file));

function textOf(file: string): string | null {
  try {
    return readFileSync(pathOf(file), 'utf8');
  } catch {
    return null;
  }
}

/** Whether a file still reads as the plan that was run, given what was set on the command line. */
function readsAs(file: string, { plan, inputs }: Manifest): boolean {
  const again = loadPlan(pathOf(file), overridesOf(plan), new Map());
  return again.ok && hashText(canonical({ ...again.value, name: plan.name })) === inputs.plan;
}

function overridesOf({ values }: ResolvedPlan): Setting[] {
  return Object.entries(values).flatMap(([path, { origin, text, evidence }]) => {
    if (origin !== 'override') return [];
    if (!evidence) return [{ path, text }];
    const source = JSON.stringify(evidence.source);
    return [{ path, text: `{value: ${text}, source: ${source}, asOf: ${JSON.stringify(evidence.asOf)}}` }];
  });
}
