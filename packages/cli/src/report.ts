import type { ExitCode } from './exit.ts';
import { gateExit } from './gate.ts';
import { monthsCsv } from './months-csv.ts';
import type { RunOptions } from './options.ts';
import { print, printJson, writeTo } from './output.ts';
import { runDocument } from './run-document.ts';
import type { FinishedRun } from './simulation.ts';
import { verdictScreen } from './verdict-screen.ts';

type ReportOptions = Pick<RunOptions, 'json' | 'csv' | 'require'>;

/** Tells what a run came to, in the forms that were asked for, and with what exit code. */
export function report(finished: FinishedRun, options: ReportOptions): ExitCode {
  const document = runDocument(finished.stored);
  if (options.csv !== undefined) writeTo(options.csv, monthsCsv(finished.result));
  if (options.json) printJson(document);
  else if (options.csv !== '-') print(verdictScreen(finished, document, process.stdout.isTTY === true));
  return gateExit(options.require, document.claims);
}
