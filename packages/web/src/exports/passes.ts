import type { Months } from '@kardashev/contracts/months.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { get, type Trouble } from '../api/api.ts';
import { passesOf, passOf } from '../state/passes.ts';

/** All months of one pass of the run on show, be it kept or changed here. */
export interface PassMonths {
  readonly funding: Funding;
  readonly months: Months;
  /** What binds, one a month. */
  readonly binding: readonly string[];
}

/** Every column of every pass; or the first trouble. */
export async function allMonths(verdict: Verdict): Promise<PassMonths[] | Trouble> {
  const passes: PassMonths[] = [];
  for (const funding of passesOf(verdict)) {
    const answer = await get<Months>(`/api/runs/${verdict.run}/months?funding=${funding}`);
    if (answer.state === 'failed') return answer.trouble;
    if (answer.state !== 'ready') continue;
    const months = answer.value;
    passes.push({ funding, months, binding: bindingOf(verdict, funding, months.labels) });
  }
  return passes;
}

/** Stretches of months written out. */
function bindingOf(verdict: Verdict, funding: Funding, labels: readonly string[]): string[] {
  const stretches = passOf(verdict, funding)?.binding ?? [];
  return labels.map(
    (label) => stretches.find(({ from, to }) => from <= label && label <= to)?.constraint ?? '',
  );
}

/** A column's name in a table of all: its port, and its row where it has some. */
export function columnName(port: string, row: string): string {
  return row === 'all' ? port : `${port}/${row}`;
}
