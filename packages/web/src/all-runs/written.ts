import type { JobFault } from '@kardashev/contracts/job.ts';
import { numberLocale } from '../language/language.ts';

/** Digits as they are, without groups: seeds and lines are names. */
export const number = (value: number): string => String(value);

/** When something was, short, in the language and the time zone of the reader. */
export function moment(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(numberLocale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(
    time,
  );
}

/** The name of a plan; of a text that came from the page there is none before it is read. */
export const plainly = (plan: string): string => (plan === 'plan' ? 'YAML' : plan);

/** Where a fault sits: `plan:8:5`, or the path of an assumption. */
export function placeOf({ file, line, column, path }: JobFault['at']): string {
  // An assumption of the form has a path and one line.
  if (file?.startsWith('--set ')) return file.slice('--set '.length);
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path].filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Where a run is opened. */
export const runAddress = (run: string): string => `#${new URLSearchParams({ run })}`;
