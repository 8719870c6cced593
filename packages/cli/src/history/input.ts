import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import { type ColumnMap, readColumnMap } from '@kardashev/model/transport/history/columns.ts';
import { dateOf, dayOf, newYear, yearOf } from '@kardashev/model/transport/history/day.ts';
import { type LaunchLog, readLog } from '@kardashev/model/transport/history/log.ts';
import { type Texts, textOf } from '../files.ts';
import { BadInput, need } from '../stop.ts';

/** A launch log that the user named. */
export function logOf(file: string, columns: ColumnMap, texts: Texts): LaunchLog {
  return need(readLog(need(textOf(file, texts)), file, columns), texts);
}

export const columnsOf = (text: string | undefined): ColumnMap =>
  text === undefined ? {} : need(readColumnMap(text));

/** The day up to which the log counts: as given, else the last launch's, or the year's end where that is in December. */
export function untilOf(text: string | undefined, log: LaunchLog): number {
  const last = log.launches.at(-1)!.day;
  if (text === undefined) return dateOf(last).slice(5, 7) === '12' ? newYear(yearOf(last) + 1) - 1 : last;
  const day = dayOf(text);
  if (!Number.isNaN(day)) return day;
  throw new BadInput([usage('--until', `${text} is no day.`, 'Write, for example, --until 2023-12-31.')]);
}

/** Years as `2024..2025` or `2024`; the two after the log where none are given. */
export function yearsOf(text: string | undefined, until: number): number[] {
  const first = yearOf(until + 1);
  const match = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text ?? `${first}..${first + 1}`);
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (match !== null && from <= to && to - from < 100) {
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }
  throw new BadInput([
    usage('--forecast', `${text} are no years.`, 'Write, for example, --forecast 2024..2025.'),
  ]);
}

const usage = (path: string, message: string, fix: string): Fault => ({
  code: 'command/usage',
  message,
  at: { path },
  cause: 'The command line cannot be understood.',
  fix,
});
