import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { RunResult } from '@kardashev/model/engine/result.ts';
import type { MonthsSoFar, Progress, RunSink } from '@kardashev/model/engine/sink.ts';
import { failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { removeTemporaries, writeJson } from './atomic.ts';
import { removeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { isLock, type Lock, takeLock } from './lock.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { writeMonths } from './months-file.ts';
import type { StoredRun } from './run-folder.ts';

export interface WriterOptions {
  /** What `verdict.json` will hold. */
  verdict(result: RunResult): unknown;
  onProgress?(progress: Progress): void;
  /** After each month. */
  onMonth?(soFar: MonthsSoFar): void;
  /** Stops the run after a checkpoint: `checkpoint` then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Clears away what the process left that finished a run and was killed before it could tidy up. */
export function tidyRun({ folder }: StoredRun): void {
  const taken = takeLock(join(folder, 'lock'));
  if (!isLock(taken)) return;
  removeTemporaries(folder);
  removeCheckpoint(folder);
  taken.release();
}

/** The only writer of a run: while it is open, no other process can write there. */
export interface RunWriter extends RunSink {
  /** The run as it was when the writer opened it, or as `finish` left it. */
  readonly run: StoredRun;
  close(): void;
}

/** Opens a run for writing. Fails with `run/locked` when another process is at work on it. */
export function openRun(run: StoredRun, options: WriterOptions): Outcome<RunWriter> {
  const taken = takeLock(join(run.folder, 'lock'));
  if (!isLock(taken)) return failure(locked(run, taken.pid, taken.host));
  // Another process may have finished the run before we got the lock.
  const manifest = readManifest(run.folder);
  if (!manifest.ok) {
    taken.release();
    return manifest;
  }
  removeTemporaries(run.folder);
  return success(writer({ folder: run.folder, manifest: manifest.value }, taken, options));
}

function writer(
  run: StoredRun,
  lock: Lock,
  { verdict, onProgress, onMonth, signal }: WriterOptions,
): RunWriter {
  const { folder } = run;
  const opened = performance.now();
  let current = run;
  let reached: Pick<Progress, 'pass' | 'done'> = { pass: 0, done: 0 };
  return {
    get run() {
      return current;
    },
    progress(progress) {
      reached = progress;
      onProgress?.(progress);
    },
    ...(onMonth ? { month: onMonth } : {}),
    async checkpoint(snapshot) {
      writeCheckpoint(folder, { pass: reached.pass, done: reached.done, snapshot });
      // Lets the process hear signals between two stretches of computing.
      await setImmediate();
      signal?.throwIfAborted();
    },
    async finish(result) {
      await writeMonths(folder, result);
      writeJson(join(folder, 'verdict.json'), verdict(result));
      const ended = new Date().toISOString();
      const wall_s = (performance.now() - opened) / 1000;
      const manifest = { ...run.manifest, status: 'complete', hash: result.hash, ended, wall_s } as const;
      writeManifest(folder, manifest);
      current = { folder, manifest };
      removeCheckpoint(folder);
    },
    close: () => lock.release(),
  };
}

function locked(run: StoredRun, pid: number, host: string) {
  return {
    code: 'run/locked',
    message: `Another process is at work on ${run.manifest.run}.`,
    at: { file: join(run.folder, 'lock') },
    cause: `Process ${pid} on ${host} holds the run's lock.`,
    fix: 'Wait until it has finished, or stop it and resume the run.',
  };
}
