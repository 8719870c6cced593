import { findRun } from '@kardashev/store/runs.ts';
import type { Command } from 'commander';
import { claimsCsv, claimsScreen } from '../claims-screen.ts';
import { lastingName } from '../files.ts';
import { checkGates, gateExit } from '../gate.ts';
import { type PlanOptions, withPlan } from '../options.ts';
import { print, printJson, writeTo } from '../output.ts';
import { loadPlan } from '../plan-input.ts';
import { runDocument } from '../run-document.ts';
import { inSession } from '../session.ts';
import { type FinishedRun, resumeRun, runPlan, type Session } from '../simulation.ts';
import { need } from '../stop.ts';

/** `claims [PLAN|RUN]`: each claim of the announcement, held against a plan. */
export function prepare(command: Command): void {
  withPlan(command, 'the claims').action(async (name: string | undefined, options: PlanOptions) => {
    checkGates(options.require);
    const work = find(name ?? 'plans/million.yaml', options);
    const finished = await inSession(options.workers, work);
    const { plan, seed, run, hash, claims } = runDocument(finished.stored);
    if (options.csv !== undefined) writeTo(options.csv, claimsCsv(claims));
    if (options.json) printJson({ plan, seed, run, hash, claims });
    else if (options.csv !== '-') print(claimsScreen(claims, process.stdout.isTTY === true));
    process.exitCode = gateExit(options.require, claims);
  });
}

/** A run where the name is one's, else a plan, whose finished run serves again while its inputs are the same. */
function find(name: string, options: PlanOptions): (session: Session) => Promise<FinishedRun> {
  const stored = findRun(options.out, name);
  if (stored.ok) return (session) => resumeRun(stored.value, session);
  const texts = new Map<string, string>();
  const read = loadPlan(name, options.set, texts);
  // A folder of runs that cannot be read is no plan: its own reason is the one to tell.
  const isFolder = stored.faults.some(({ at }) => at.file !== undefined);
  if (!read.ok && isFolder && read.faults[0]?.at.file === name) need(stored);
  const plan = need(read, texts);
  const file = lastingName(name);
  return (session) => runPlan({ plan, seed: options.seed, file, runs: options.out, reuse: true }, session);
}
