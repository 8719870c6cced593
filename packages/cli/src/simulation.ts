import { join } from 'node:path';
import { fillTables } from '@kardashev/cluster/fill.ts';
import { canonical, hashText } from '@kardashev/model/engine/hash.ts';
import type { RunResult } from '@kardashev/model/engine/result.ts';
import { type PreparedRun, prepareRun, simulate, tableRequests } from '@kardashev/model/engine/run.ts';
import type { MonthsSoFar } from '@kardashev/model/engine/sink.ts';
import { tableKey } from '@kardashev/model/engine/tables.ts';
import type { ResponseTable, TableRequest } from '@kardashev/model/flows/table.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { verdict } from '@kardashev/model/study/verdict.ts';
import { readCheckpoint } from '@kardashev/store/checkpoint.ts';
import type { Manifest, RunInputs } from '@kardashev/store/manifest.ts';
import { readMonths } from '@kardashev/store/months-file.ts';
import { createRun, discardRun, type StoredRun } from '@kardashev/store/run-folder.ts';
import { openRun, type RunWriter, tidyRun } from '@kardashev/store/run-writer.ts';
import { finishedTwin, runsOf } from '@kardashev/store/runs.ts';
import { type TableStore, tableStore } from '@kardashev/store/table-store.ts';
import { codeHash, version } from './house.ts';
import type { ProgressView } from './progress.ts';
import { BadInput, Interrupted, need } from './stop.ts';

/** What carrying out a run needs of the process around it. */
export interface Session {
  readonly workers: number;
  readonly view: ProgressView;
  readonly signal: AbortSignal;
  /** Told once the run has a folder of this name. */
  onRun?(run: string): void;
  /** Told after each month. */
  onMonth?(soFar: MonthsSoFar): void;
}

/** A finished run, on disk and in hand. */
export interface FinishedRun {
  readonly stored: StoredRun;
  readonly result: RunResult;
  /** Whether it had been finished before, and nothing was computed. */
  readonly reused: boolean;
}

export interface FreshRun {
  readonly plan: ResolvedPlan;
  readonly seed: number;
  /** The plan's file, as another plan can extend it. */
  readonly file?: string;
  /** Folder under which runs are kept. */
  readonly runs: string;
  /** Take a finished run of the same inputs where there is one. */
  readonly reuse?: boolean;
}

/** Runs a plan. Nothing is written before the plan has proved to be one that can run. */
export async function runPlan(
  { plan, seed, file, runs, reuse }: FreshRun,
  session: Session,
): Promise<FinishedRun> {
  const requests = need(tableRequests(plan));
  const inputs = { plan: hashText(canonical(plan)), code: codeHash(), tables: keysOf(requests) };
  const twin = reuse ? finishedTwin(runs, { seed, inputs }) : undefined;
  if (twin) return { stored: twin, result: await readMonths(twin.folder), reused: true };
  const store = tableStore(join(runs, '.tables'));
  const tables = await obtainTables(requests, store, session);
  const prepared = need(prepareRun(plan, { seed, tables: tables.all }));
  for (const table of tables.filled) store.put(table);
  const stored = createRun(runs, {
    plan,
    seed,
    version,
    inputs,
    ...(file ? { file } : {}),
  } satisfies RunInputs);
  return write(stored, () => prepared, session, isLasting);
}

/** Whether a run would end so again however often it were resumed. Trouble with the disk has an errno and passes. */
function isLasting(error: unknown): boolean {
  return !(error instanceof Interrupted) && (error as NodeJS.ErrnoException).errno === undefined;
}

/** Goes on with a run from its last checkpoint, or from its start where that cannot be used. */
export async function resumeRun(stored: StoredRun, session: Session): Promise<FinishedRun> {
  const { manifest } = stored;
  if (manifest.status === 'complete') {
    tidyRun(stored);
    return reread(stored);
  }
  if (manifest.inputs.code !== codeHash()) throw new BadInput([otherCode(manifest)]);
  const requests = need(tableRequests(manifest.plan));
  const store = tableStore(join(runsOf(stored), '.tables'));
  const tables = await obtainTables(requests, store, session);
  for (const table of tables.filled) store.put(table);
  const options = { seed: manifest.seed, tables: tables.all };
  return write(stored, () => need(prepareRun(manifest.plan, options)), session);
}

async function reread(stored: StoredRun): Promise<FinishedRun> {
  return { stored, result: await readMonths(stored.folder), reused: true };
}

function keysOf(requests: readonly TableRequest[]): { [name: string]: string } {
  return Object.fromEntries(requests.map((request) => [request.name, tableKey(request)]));
}

/** The tables of a plan by name, kept under the folder of runs. */
export async function tablesOf(plan: ResolvedPlan, runs: string, session: Session) {
  const store = tableStore(join(runs, '.tables'));
  const tables = await obtainTables(need(tableRequests(plan)), store, session);
  for (const table of tables.filled) store.put(table);
  return tables.all;
}

/** All tables by name, those that are kept and those that had to be filled. */
export async function obtainTables(requests: readonly TableRequest[], store: TableStore, session: Session) {
  const all = new Map<string, ResponseTable>();
  const missing = requests.filter((request) => {
    const kept = store.get(tableKey(request), request);
    if (kept) all.set(request.name, kept);
    return kept === undefined;
  });
  const filled = await fillTables(missing, {
    workers: session.workers,
    signal: session.signal,
    onProgress: (done, total) => session.view.preparing('asking the fast models', done, total),
  });
  for (const table of filled) all.set(table.request.name, table);
  return { all, filled };
}

async function write(
  stored: StoredRun,
  prepare: () => PreparedRun,
  session: Session,
  discards: (error: unknown) => boolean = () => false,
): Promise<FinishedRun> {
  const { view, signal, onMonth } = session;
  const { manifest } = stored;
  session.onRun?.(manifest.run);
  const writer = need(
    openRun(stored, {
      verdict: (result) => verdict(manifest.plan, result, manifest.seed, manifest.version),
      onProgress: (progress) => view.months(progress),
      ...(onMonth ? { onMonth } : {}),
      signal,
    }),
  );
  try {
    // Somebody else may have finished it before we got the lock.
    if (writer.run.manifest.status === 'complete') return await reread(writer.run);
    const result = await compute(writer, prepare, view);
    return { stored: writer.run, result, reused: false };
  } catch (error) {
    if (error instanceof Interrupted) error.resumable = nameFor(stored);
    else if (discards(error)) discardRun(stored);
    throw error;
  } finally {
    writer.close();
  }
}

async function compute(
  writer: RunWriter,
  prepare: () => PreparedRun,
  view: ProgressView,
): Promise<RunResult> {
  const checkpoint = readCheckpoint(writer.run.folder);
  if (checkpoint !== undefined && checkpoint !== 'damaged') {
    const resumed = await simulate(prepare(), writer, checkpoint.snapshot);
    if (resumed.ok) return resumed.value;
  }
  if (checkpoint !== undefined)
    view.say('The last checkpoint cannot be used; starting from the first month.');
  return need(await simulate(prepare(), writer));
}

/** How a user names a run on the command line: by id where that suffices. */
export function nameFor(stored: StoredRun): string {
  return runsOf(stored) === 'runs' ? stored.manifest.run : stored.folder;
}

function otherCode({ run, version: begunWith }: Manifest) {
  return {
    code: 'run/other-code',
    message: `${run} was begun by other code and cannot go on.`,
    at: {},
    cause: `Its first part was computed by version ${begunWith}, whose models were not those of this program.`,
    fix: 'Run the plan again from the start, or resume with the program that began it.',
  };
}
