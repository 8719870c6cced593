import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Study, StudySummary } from '@kardashev/contracts/study.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { fansOf } from '@kardashev/model/study/monte-carlo/fans.ts';
import { joined } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Shard } from '@kardashev/model/study/monte-carlo/study.ts';
import { summarise } from '@kardashev/model/study/monte-carlo/summary.ts';
import { labelOf } from '@kardashev/model/time/calendar.ts';
import type { StudyCatalogue } from '@kardashev/server/studies.ts';
import { findRun } from '@kardashev/store/runs.ts';
import { readShards, shardFile, shardsIn } from '@kardashev/store/study/shard-file.ts';
import { openStudy, type StudyFolder, studiesBelow } from '@kardashev/store/study/study-folder.ts';

/** The studies that `kardashev study` keeps beside the runs of a folder. */
export function servedStudies(runs: string): StudyCatalogue {
  const summed = new Map<string, { readonly written: string; readonly study: Promise<Study> }>();
  const legible = new Map<string, Promise<boolean>>();
  const folders = async (): Promise<StudyFolder[]> => {
    const kept: StudyFolder[] = [];
    for (const path of studiesBelow(join(runs, 'studies'))) {
      const folder = openStudy(path);
      const known = legible.get(path) ?? isLegible(path);
      legible.set(path, known);
      if (folder.ok && (await known)) kept.push(folder.value);
    }
    return kept;
  };
  return {
    async list(run) {
      const found = run === undefined ? undefined : findRun(runs, run);
      const plan = found?.ok ? found.value.manifest.plan : undefined;
      return (await folders())
        .filter(({ study }) => run === undefined || study.plan.name === plan?.name)
        .map((folder) => summaryOf(folder, plan))
        .filter(({ samples }) => samples > 0)
        .sort((left, right) => right.written.localeCompare(left.written));
    },
    async study(name) {
      const folder = (await folders()).find(({ path }) => basename(path) === name);
      if (!folder) return undefined;
      const summary = summaryOf(folder);
      if (summary.samples === 0) return undefined;
      const known = summed.get(name);
      if (known?.written === summary.written) return known.study;
      const study = sumUp(folder, summary);
      summed.set(name, { written: summary.written, study });
      return study;
    },
  };
}

function summaryOf(folder: StudyFolder, plan?: ResolvedPlan): StudySummary {
  const { path, study } = folder;
  const shards = withoutGap(path);
  const times = shards.map((shard) => statSync(shardFile(path, shard)).mtimeMs);
  return {
    study: basename(path),
    plan: study.plan.name,
    seed: study.seed,
    sampling: study.sampling,
    samples: shards.at(-1)?.to ?? 0,
    asked: study.samples,
    written: new Date(Math.max(0, ...times)).toISOString(),
    differences: plan ? differences(study.plan, plan) : null,
  };
}

async function sumUp({ path, study }: StudyFolder, summary: StudySummary): Promise<Study> {
  const rows = joined(await readShards(path, withoutGap(path)));
  const { outputs, claims, infeasible } = summarise(rows);
  return {
    ...summary,
    from: labelOf(study.plan.from),
    to: labelOf(study.plan.to),
    outputs: { ...outputs },
    claims: { ...claims },
    infeasible,
    fans: fansOf(rows, study.plan) as Study['fans'],
  };
}

/** Whether rows of a study can be read: an earlier version kept fewer columns. A study without rows yet can. */
async function isLegible(path: string): Promise<boolean> {
  try {
    await readShards(path, shardsIn(path).slice(0, 1));
    return true;
  } catch {
    return false;
  }
}

/** Shards from the first sample on: what lies beyond one that is still being computed is left out. */
function withoutGap(path: string): Shard[] {
  const kept: Shard[] = [];
  let end = 0;
  for (const shard of shardsIn(path)) {
    if (shard.from > end) break;
    if (shard.to <= end) continue;
    kept.push(shard);
    end = shard.to;
  }
  return kept;
}

/** Assumptions in which two plans differ, with what is drawn of them; months and funding count as one each. */
function differences(left: ResolvedPlan, right: ResolvedPlan): number {
  const paths = new Set([...Object.keys(left.values), ...Object.keys(right.values)]);
  const told = (plan: ResolvedPlan, path: string) => {
    const entry = plan.values[path];
    return entry && JSON.stringify([entry.value, entry.distribution]);
  };
  const values = [...paths].filter((path) => told(left, path) !== told(right, path)).length;
  const frame = (['from', 'to', 'funding'] as const).filter((key) => left[key] !== right[key]).length;
  return values + frame;
}
