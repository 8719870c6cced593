import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElasticities } from '@kardashev/cluster/elasticity.ts';
import type { Assumption } from '@kardashev/contracts/lineage.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { headlineTable } from '@kardashev/model/study/headline.ts';
import { numericPaths } from '@kardashev/model/study/lineage.ts';
import type { Headlines } from '@kardashev/model/study/verdict.ts';
import type { LineageOf } from '@kardashev/server/runs.ts';
import { writeJson } from '@kardashev/store/atomic.ts';
import type { StoredRun } from '@kardashev/store/run-folder.ts';
import { findRun, readVerdict } from '@kardashev/store/runs.ts';
import { codeHash } from './house.ts';
import { assumptionAt } from './served-assumptions.ts';

/** By path of the assumption: by headline, how it moves it. */
type Known = Map<string, { readonly [headline: string]: number }>;

export interface ServedLineage {
  readonly lineage: LineageOf;
  /** What is known so far of what moves a run's headlines. */
  known(run: StoredRun): Known;
}

/** What is asked first, where most of the answers are. */
const order = [
  'capital',
  'satellites',
  'compute',
  'transport',
  'energy',
  'network',
  'data',
  'vehicles',
  'workloads',
];

/** Assumptions shown of those that wait to be asked. */
const shownWaiting = 12;
const keptEvery = 16;

/**
 * Where headline numbers come from. The first question about a run sets off the work: the plan is run again for
 * each of its assumptions, which takes minutes. What is known so far is answered at once and kept in the
 * run's folder as `lineage.json`.
 */
export function servedLineage(runs: string, signal: AbortSignal): ServedLineage {
  const known = new Map<string, Known>();
  const working = new Set<string>();
  const lineage: LineageOf = async (name, headline) => {
    const row = headlineTable.find(({ key }) => key === headline);
    const found = findRun(runs, name);
    if (row === undefined || !found.ok || found.value.manifest.status !== 'complete') return undefined;
    const run = found.value;
    let answers = known.get(run.folder);
    if (answers === undefined) {
      answers = readKnown(run);
      known.set(run.folder, answers);
      working.add(run.folder);
      void work(run, answers, signal).finally(() => working.delete(run.folder));
    }
    const value = row.of(readVerdict(run.folder) as Headlines);
    const { plan } = run.manifest;
    return {
      headline,
      value,
      unit: row.unit,
      formula: row.formula,
      columns: [...row.columns],
      working: working.has(run.folder),
      assumptions: under(headline, plan, answers),
    };
  };
  return { lineage, known: (run) => known.get(run.folder) ?? readKnown(run) };
}

const fileOf = ({ folder }: StoredRun) => join(folder, 'lineage.json');

function readKnown(run: StoredRun): Known {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(fileOf(run), 'utf8')) as object));
  } catch {
    return new Map();
  }
}

async function work(run: StoredRun, known: Known, signal: AbortSignal): Promise<void> {
  const { plan, seed, inputs } = run.manifest;
  // Other code would compare its own numbers with those of the code that made the run.
  if (inputs.code !== codeHash()) return;
  const waiting = waitingOf(plan, known);
  if (waiting.length === 0) return;
  const keep = () => writeJson(fileOf(run), Object.fromEntries(known));
  try {
    await findElasticities(plan, seed, waiting, {
      workers: 1,
      signal,
      onAnswer({ path, elasticities }) {
        known.set(path, elasticities);
        if (known.size % keptEvery === 0) keep();
      },
    });
    keep();
  } catch (error) {
    if (!signal.aborted) process.stderr.write(`Assumptions under headlines: ${(error as Error).message}\n`);
  }
}

/** Assumptions not asked yet, the most telling rooms first. */
function waitingOf(plan: ResolvedPlan, known: Known): string[] {
  const rank = (path: string) => {
    const at = order.indexOf(path.slice(0, path.indexOf('.')));
    return at < 0 ? order.length : at;
  };
  return numericPaths(plan)
    .filter((path) => !known.has(path))
    .sort((a, b) => rank(a) - rank(b));
}

/** What moves a headline, strongest first; then some of what was not asked yet. */
function under(headline: string, plan: ResolvedPlan, known: Known): Assumption[] {
  const moving = [...known]
    .flatMap(([path, { [headline]: elasticity }]) => (elasticity === undefined ? [] : [{ path, elasticity }]))
    .sort((a, b) => Math.abs(b.elasticity) - Math.abs(a.elasticity))
    .flatMap(({ path, elasticity }) => assumptionAt(plan, path, elasticity));
  const waiting = waitingOf(plan, known)
    .slice(0, shownWaiting)
    .flatMap((path) => assumptionAt(plan, path, null));
  return [...moving, ...waiting];
}
