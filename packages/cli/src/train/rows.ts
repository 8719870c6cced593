import { type RunRow, type RunTable, readRuns } from '@kardashev/model/compute/train/csv-rows.ts';
import { conventionText } from '@kardashev/model/compute/train/flops.ts';
import { type Prediction, predictRow } from '@kardashev/model/compute/train/predict.ts';
import { type Texts, textOf } from '../files.ts';
import { csv } from '../layout.ts';
import { print, writeTo } from '../output.ts';
import { need } from '../stop.ts';
import { splitDocument } from './document.ts';
import { asked, rigOf } from './input.ts';
import type { TrainOptions } from './options.ts';
import { rowsScreen } from './screen.ts';

export interface PredictedRow {
  readonly row: RunRow;
  readonly found: Prediction;
  readonly predicted_ms: number;
  /** Predicted over measured, less one; null where nothing was measured. */
  readonly error: number | null;
}

export interface RowsSummary {
  readonly rows: number;
  /** Mean of absolute relative errors and of relative errors, over rows with a measured time. */
  readonly mape: number | null;
  readonly bias: number | null;
  readonly scored: number;
  readonly infeasible: number;
  readonly system: string;
  readonly flopConvention: string;
}

/** `train --csv`: every row of a file of runs, beside what was measured. */
export function trainRows(file: string, options: TrainOptions): void {
  const texts: Texts = new Map();
  const table = need(readRuns(need(textOf(file, texts)), file), texts);
  const { machine, section } = rigOf(options, [], texts);
  const rows = table.rows.map((row): PredictedRow => {
    const found = predictRow(row, machine, section, asked(options));
    const predicted_ms = 1e3 * found.time.iteration_s;
    return {
      row,
      found,
      predicted_ms,
      error: row.measured_ms === undefined ? null : predicted_ms / row.measured_ms - 1,
    };
  });
  const convention = { work: options.flops, attention: options.attention };
  const summary = summaryOf(rows, machine.name, conventionText(convention));
  if (options.out !== undefined) writeTo(options.out, outCsv(table, rows));
  if (options.json) {
    const lines = rows.map((one) => ({
      ...lineOf(table, one),
      ...splitDocument(one.found, machine, convention),
      flopConvention: summary.flopConvention,
    }));
    print([...lines, { summary }].map((line) => JSON.stringify(line)).join('\n'));
  } else if (options.out !== '-') print(rowsScreen(rows, summary, process.stdout.isTTY === true));
}

/** The row as it stands in the file, what was chosen for its blanks, and what is predicted. */
function lineOf({ header }: RunTable, { row, found, predicted_ms, error }: PredictedRow) {
  const given = header.map((name, index) => [name, cellOf(row.cells[index])] as const);
  return {
    line: row.line,
    ...Object.fromEntries(given),
    micro_batch: found.layout.microBatch,
    interleaving: found.layout.interleave,
    predicted_iteration_time_ms: predicted_ms,
    error,
  };
}

const cellOf = (text = ''): string | number | null =>
  text.trim() === '' ? null : Number.isNaN(Number(text)) ? text.trim() : Number(text);

function summaryOf(rows: readonly PredictedRow[], system: string, flopConvention: string): RowsSummary {
  const errors = rows.flatMap(({ error }) => error ?? []);
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
  return {
    rows: rows.length,
    mape: mean(errors.map(Math.abs)),
    bias: mean(errors),
    scored: errors.length,
    infeasible: rows.filter(({ found }) => !found.feasible).length,
    system,
    flopConvention,
  };
}

function outCsv({ header }: RunTable, rows: readonly PredictedRow[]): string {
  return csv([
    [...header, 'predicted_micro_batch', 'predicted_interleaving', 'predicted_iteration_time_ms'],
    ...rows.map(({ row, found, predicted_ms }) => [
      ...header.map((_, index) => row.cells[index] ?? ''),
      found.layout.microBatch,
      found.layout.interleave,
      predicted_ms,
    ]),
  ]);
}
