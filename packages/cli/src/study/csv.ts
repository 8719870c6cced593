import { claimIds, outputs, width } from '@kardashev/model/study/monte-carlo/outputs.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { verdictCodes } from '@kardashev/model/study/monte-carlo/study.ts';
import { csv } from '../layout.ts';

/** The samples of a study, one a line: numbers as headlines have them, and each claim's verdict. */
export function samplesCsv(rows: Rows): string {
  const head = ['sample', 'fault', ...outputs.map(({ name }) => name), ...claimIds];
  const lines = rows.faults.map((fault, row) => [
    rows.from + row,
    fault,
    ...outputs.map((_, column) => {
      const value = rows.numbers[row * width + column]!;
      return Number.isNaN(value) ? null : value;
    }),
    ...claimIds.map((_, place) => verdictCodes[rows.verdicts[row * claimIds.length + place]!] ?? null),
  ]);
  return csv([head, ...lines]);
}
