import { prepareRun, simulateAtOnce, tableRequests } from '@kardashev/model/engine/run.ts';
import { fillTable, tableKey } from '@kardashev/model/engine/tables.ts';
import type { ResponseTable, TableRequest } from '@kardashev/model/flows/table.ts';
import type { Outcome } from '@kardashev/model/outcome/outcome.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { elasticities, nudged } from '@kardashev/model/study/lineage.ts';
import { Reading } from '@kardashev/model/study/reading.ts';
import { type Headlines, headlines } from '@kardashev/model/study/verdict.ts';
import { kernels } from './kernels.ts';

/** What a worker is asked: how some assumptions of a plan move its headline numbers. */
export interface ElasticityTask {
  readonly plan: ResolvedPlan;
  readonly seed: number;
  readonly paths: readonly string[];
}

/** d ln(headline) / d ln(assumption) by headline; those that it does not move are left out. */
export interface ElasticityAnswer {
  readonly path: string;
  readonly elasticities: { readonly [headline: string]: number };
}

const tables = new Map<string, ResponseTable>();
let base: { readonly of: string; readonly headlines: Headlines | undefined } | undefined;

/** Runs in a worker thread: runs the plan again for each assumption, moved by one step. */
export default function answer({ plan, seed, paths }: ElasticityTask): ElasticityAnswer[] {
  const one = { ...plan, reportBooks: false };
  const of = JSON.stringify([seed, plan]);
  if (base?.of !== of) base = { of, headlines: rerun(one, seed) };
  const before = base.headlines;
  return paths.map((path) => {
    const nudge = nudged(one, path);
    const after = rerunIfItCan(nudge.plan, seed);
    return { path, elasticities: before && after ? elasticities(before, after, nudge.by) : {} };
  });
}

/** A moved assumption may lead where no plan should go (half a satellite more); then nothing is known of it. */
function rerunIfItCan(plan: ResolvedPlan, seed: number): Headlines | undefined {
  try {
    return rerun(plan, seed);
  } catch {
    return undefined;
  }
}

/** Headlines of a plan's own funding; undefined where the changed plan cannot be run. */
function rerun(plan: ResolvedPlan, seed: number): Headlines | undefined {
  const requests = present(tableRequests(plan));
  if (requests === undefined) return undefined;
  const filled = new Map(requests.map((request) => [request.name, tableOf(request)]));
  const prepared = present(prepareRun(plan, { seed, tables: filled }));
  if (prepared === undefined) return undefined;
  const result = simulateAtOnce(prepared);
  return headlines(new Reading(plan, result, result.passes[0]!));
}

const present = <T>(outcome: Outcome<T>): T | undefined => (outcome.ok ? outcome.value : undefined);

/** Most assumptions leave the tables as they were. */
function tableOf(request: TableRequest): ResponseTable {
  const key = tableKey(request);
  let table = tables.get(key);
  if (table === undefined) {
    table = fillTable(request, kernels);
    // The plan's own tables come first and stay; those of moved assumptions would only pile up.
    if (tables.size < 64) tables.set(key, table);
  }
  return table;
}
