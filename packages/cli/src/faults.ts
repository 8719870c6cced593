import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import { createColors } from 'picocolors';
import type { Texts } from './files.ts';

/** Faults for programs: the first in `error`, and all of them in `errors` when there are more. */
export function faultsAsJson(all: readonly Fault[]): string {
  const faults = distinct(all);
  const [error] = faults;
  return JSON.stringify(faults.length > 1 ? { error, errors: faults } : { error });
}

/** More than these nobody reads; mending the first often mends the rest. */
const mostShown = 10;

/** Faults for people: what, where with the line in question, why, and what to do. */
export function faultsAsText(all: readonly Fault[], texts: Texts, colour: boolean): string {
  const faults = distinct(all);
  const shown = faults.slice(0, mostShown).map((fault) => faultAsText(fault, texts, colour));
  const more = faults.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more; --json lists them all.`] : [])].join('\n\n');
}

/** A plan that is compiled once for each way of funding has its faults once for each. */
function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

function faultAsText({ code, message, at, cause, fix }: Fault, texts: Texts, colour: boolean): string {
  const paint = createColors(colour);
  const lines = [`${paint.red(`error[${code}]`)} ${paint.bold(printable(message))}`];
  const place = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  if (place !== '') lines.push(`  at ${place}`);
  if (at.path !== undefined) lines.push(`  in ${at.path}`);
  lines.push(...excerpt(at.file === undefined ? undefined : texts.get(at.file), at.line, at.column));
  if (cause !== '') lines.push(`  cause: ${printable(cause)}`);
  if (fix !== '') lines.push(`  fix: ${printable(fix)}`);
  return lines.join('\n');
}

/** Characters that would steer the terminal, as binary files have them, are shown as unknown ones. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\uFFFD');

const widest = 92;

/** The line in question with a caret under the column. */
function excerpt(text: string | undefined, line: number | undefined, column = 1): string[] {
  const source = line === undefined ? undefined : text?.split(/\r?\n/)[line - 1];
  if (source === undefined) return [];
  // Of a very long line only what is around the column.
  const start = column > widest ? column - 20 : 1;
  const cut = printable(source.slice(start - 1, start - 1 + widest).replaceAll('\t', ' '));
  const number = String(line);
  const margin = ' '.repeat(number.length);
  return [`  ${number} | ${cut}`, `  ${margin} | ${' '.repeat(column - start)}^`];
}
