import { monthOf } from '../../time/calendar.ts';
import type { Judgement } from '../claims/claim.ts';
import { claims } from '../claims/judge.ts';
import { headlineTable } from '../headline.ts';
import type { Headlines } from '../verdict.ts';
import { verdictCodes } from './study.ts';

/** A number of a sample. */
export interface Output {
  readonly name: string;
  readonly unit: string;
  of(headlines: Headlines): number | null;
}

const flag = (value: boolean): number => (value ? 1 : 0);

/** Headline numbers of a sample, by their keys in `run --json`. Months count from 2026-01; a flag is 0 or 1. */
export const outputs: readonly Output[] = [
  ...headlineTable.map(({ key, unit, of }) => ({ name: key, unit, of })),
  {
    name: 'capital.crossover',
    unit: 'month',
    of: ({ capital }) => (capital.crossover === null ? null : (monthOf(capital.crossover) ?? null)),
  },
  { name: 'capital.insolvent', unit: '1', of: ({ capital }) => flag(capital.insolvent) },
];

export const claimIds: readonly string[] = claims.map(({ id }) => id);

/** Columns of a row's numbers: the outputs, then what each claim came to. */
export const width = outputs.length + claimIds.length;

/** Writes a sample's numbers and verdicts into row `row`. */
export function writeRow(
  headlines: Headlines,
  judgements: readonly Judgement[],
  numbers: Float64Array,
  verdicts: Uint8Array,
  row: number,
): void {
  for (const [column, output] of outputs.entries()) {
    numbers[row * width + column] = output.of(headlines) ?? Number.NaN;
  }
  for (const [place, judgement] of judgements.entries()) {
    numbers[row * width + outputs.length + place] = computedOf(judgement);
    verdicts[row * claimIds.length + place] = verdictCodes.indexOf(judgement.verdict);
  }
}

/** What a claim came to as a number: months since 2026-01 for months, NaN where it came to none or never. */
function computedOf({ computed }: Judgement): number {
  if (typeof computed === 'number') return computed;
  return monthOf(computed ?? '') ?? Number.NaN;
}
