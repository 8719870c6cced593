import type { ResponseTable, TableRequest } from '../flows/table.ts';
import { present } from '../outcome/invariant.ts';
import { type Fault, failure, gather, type Outcome, success } from '../outcome/outcome.ts';
import { isCalculator } from '../plan/read.ts';
import { passesOf, type ResolvedPlan } from '../plan/resolved.ts';
import { viewOf } from '../plan/view.ts';
import { hashResult } from './hash.ts';
import type { PassResult, RunResult } from './result.ts';
import { rooms } from './rooms.ts';
import type { MonthsSoFar, RunSink } from './sink.ts';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot.ts';
import { settingOf, Twin } from './twin.ts';

/** Tables that the rooms want filled before a run of the plan, for all of its passes. */
export function tableRequests(plan: ResolvedPlan): Outcome<TableRequest[]> {
  if (isCalculator(plan.entries)) return failure(calculatorFault(plan));
  const requests = new Map<string, TableRequest>();
  for (const funding of passesOf(plan)) {
    const setting = settingOf(plan, funding);
    for (const room of rooms) {
      const asked = room.tables?.(viewOf(plan, room.name, room.schema) as never, setting) ?? [];
      for (const request of asked) requests.set(request.name, request);
    }
  }
  return success([...requests.values()]);
}

function calculatorFault(plan: ResolvedPlan): Fault {
  return {
    code: 'plan/only-projects',
    message: `${plan.name} has no months to run.`,
    at: { path: 'projects' },
    cause: 'It is a calculator: projects alone, without shells or sites.',
    fix: 'Ask it with kardashev cost, or add shells or sites.',
  };
}

/** A plan compiled for each of its passes: its own funding, and its own books where it asks for them. */
export interface PreparedRun {
  readonly plan: ResolvedPlan;
  readonly seed: number;
  readonly twins: readonly Twin[];
}

export interface RunOptions {
  readonly seed: number;
  /** By the name of the request. */
  readonly tables: ReadonlyMap<string, ResponseTable>;
}

export function prepareRun(plan: ResolvedPlan, options: RunOptions): Outcome<PreparedRun> {
  const twins = gather(passesOf(plan).map((funding) => Twin.compile(plan, { ...options, funding })));
  return twins.ok ? success({ plan, seed: options.seed, twins: twins.value }) : twins;
}

const notes = {
  'as-needed': 'built as announced',
  books: 'paid from its own books',
  apart: 'the companies apart',
} as const;

/** A snapshot that cannot be used: torn, or of another plan or version. */
export function snapshotFault(): Fault {
  return {
    code: 'run/torn-checkpoint',
    message: 'The last checkpoint cannot be read.',
    at: {},
    cause: 'Its digest does not match its content.',
    fix: 'Run again from the start: the result will be the same.',
  };
}

/** Runs all passes, or goes on from a checkpoint's bytes. Faults: `run/torn-checkpoint`. */
export async function simulate(
  run: PreparedRun,
  sink: RunSink,
  resumeFrom?: Uint8Array,
): Promise<Outcome<RunResult>> {
  if (resumeFrom) {
    const snapshot = decodeSnapshot(resumeFrom);
    if (!snapshot) return failure(snapshotFault());
    restore(run, snapshot);
    // Who watches the rest wants to see what was before.
    for (const [pass, twin] of run.twins.entries()) if (twin.done > 0) sink.month?.(soFar(pass, twin));
  }
  for (const [pass, twin] of run.twins.entries()) await simulatePass(run, pass, twin, sink);
  const passes = run.twins.map((twin): PassResult => twin.result());
  const months = present(run.twins[0], 'a run has a pass').months;
  const result: RunResult = { months, passes, hash: hashResult(passes) };
  await sink.finish(result);
  return success(result);
}

/** A run in memory, without checkpoints: for tests, studies and the browser. */
export function simulateAtOnce(run: PreparedRun): RunResult {
  const result = simulateUnhashed(run);
  return { ...result, hash: hashResult(result.passes) };
}

/** The same without its hash, which takes an eighth of the time: for samples, whose rows are hashed instead. */
export function simulateUnhashed(run: PreparedRun): RunResult {
  for (const twin of run.twins) while (!twin.finished) twin.advance();
  const passes = run.twins.map((twin): PassResult => twin.result());
  return { months: present(run.twins[0], 'a run has a pass').months, passes, hash: '' };
}

async function simulatePass(run: PreparedRun, pass: number, twin: Twin, sink: RunSink): Promise<void> {
  while (!twin.finished) {
    twin.advance();
    sink.month?.(soFar(pass, twin));
    const label = present(twin.months[twin.done - 1], 'the month has a label');
    if (!label.endsWith('-12') && !twin.finished) continue;
    sink.progress({
      pass,
      passes: run.twins.length,
      done: twin.done,
      months: twin.months.length,
      label,
      note: notes[twin.funding],
    });
    await sink.checkpoint(encodeSnapshot(collect(run)));
  }
}

function soFar(pass: number, twin: Twin): MonthsSoFar {
  const { funding, done, months } = twin;
  return { pass, funding, done, months, columns: twin.result().columns };
}

function collect(run: PreparedRun): Snapshot {
  const arrays = new Map<string, Float64Array>();
  const heads = run.twins.map((twin, pass) => {
    const snapshot = twin.snapshot();
    for (const [name, values] of snapshot.arrays) arrays.set(`${pass}/${name}`, values);
    return snapshot.head;
  });
  return { head: { heads }, arrays };
}

function restore(run: PreparedRun, { head, arrays }: Snapshot): void {
  const heads = head.heads as Snapshot['head'][];
  run.twins.forEach((twin, pass) => {
    const own = new Map<string, Float64Array>();
    const prefix = `${pass}/`;
    for (const [name, values] of arrays) {
      if (name.startsWith(prefix)) own.set(name.slice(prefix.length), values);
    }
    twin.restore({ head: present(heads[pass], 'the snapshot has every pass'), arrays: own });
  });
}
