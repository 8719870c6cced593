import { type Fault, failure, type Outcome, type Place, success } from '../outcome/outcome.ts';
import type { ElementSet } from './element-set.ts';

export interface TleOptions {
  /** Name of the file, for faults. */
  readonly file?: string;
  /** Takes wrong check digits for typing errors and goes on. */
  readonly repairChecksums?: boolean;
}

/** Element sets and, where check digits were mended, the lines in which. */
export interface TleFile {
  readonly sets: readonly ElementSet[];
  readonly repairedLines: readonly number[];
}

interface Line {
  readonly text: string;
  readonly at: Place;
}

/**
 * Reads a file of two-line element sets, with or without a line of the name before each pair; lines that begin
 * with `#` are comments. Every line must have its place: what belongs to no pair is a fault, and nothing is left
 * out silently.
 *
 * Faults: `tle/checksum`, `tle/truncated`, `tle/unpaired`, `tle/field`, `tle/empty`.
 */
export function readTle(text: string, options: TleOptions = {}): Outcome<TleFile> {
  const lines = usedLines(text, options.file);
  const reading: Reading = {
    sets: [],
    faults: [],
    repairedLines: [],
    repair: options.repairChecksums === true,
  };
  for (let index = 0; index < lines.length; ) index = readOne(lines, index, reading);
  if (lines.length === 0) reading.faults.push(emptyFault(options.file));
  if (reading.faults.length > 0) return failure(...reading.faults);
  return success({ sets: reading.sets, repairedLines: reading.repairedLines });
}

/** The last digit of a line: its digits summed, a minus counting as one, modulo ten. */
export function checkDigit(line: string): number {
  let sum = 0;
  for (const letter of line.slice(0, 68)) {
    if (letter >= '0' && letter <= '9') sum += Number(letter);
    else if (letter === '-') sum += 1;
  }
  return sum % 10;
}

interface Reading {
  readonly sets: ElementSet[];
  readonly faults: Fault[];
  readonly repairedLines: number[];
  readonly repair: boolean;
}

function usedLines(text: string, file: string | undefined): Line[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ text: line.trimEnd(), at: { file, line: index + 1 } }))
    .filter(({ text: line }) => line !== '' && !line.startsWith('#'));
}

/** Reads the element set that begins at a line, or says what is wrong with it; returns where the next begins. */
function readOne(lines: readonly Line[], start: number, reading: Reading): number {
  const isElement = (line: Line | undefined, number: 1 | 2) =>
    line !== undefined && (line.text.startsWith(`${number} `) || line.text === String(number));
  const named = !isElement(lines[start], 1) && isElement(lines[start + 1], 1);
  const first = lines[named ? start + 1 : start]!;
  const second = lines[named ? start + 2 : start + 1];
  if (!isElement(first, 1)) {
    reading.faults.push(unpaired(first, 'It is neither the first line of a pair nor a name before one.'));
    return start + 1;
  }
  const next = start + (named ? 2 : 1);
  if (!second || !isElement(second, 2)) {
    reading.faults.push(unpaired(first, 'The second line of the pair does not follow.'));
    return next;
  }
  const name = named ? lines[start]!.text.replace(/^0 /, '').trim() : undefined;
  readPair(first, second, name, reading);
  return next + 1;
}

function readPair(first: Line, second: Line, name: string | undefined, reading: Reading): void {
  const before = reading.faults.length;
  for (const line of [first, second]) checkLine(line, reading);
  if (reading.faults.length > before) return;
  const faults = reading.faults;
  const number = (line: Line, what: string, from: number, to: number, text = cut(line, from, to)): number => {
    const value = /^[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(value)) faults.push(fieldFault(line, what, from, to));
    return value;
  };
  const catalogueNumber = cut(first, 3, 7);
  if (cut(second, 3, 7) !== catalogueNumber) {
    faults.push(
      unpaired(second, `It is of satellite ${cut(second, 3, 7)}, the line before of ${catalogueNumber}.`),
    );
  }
  const year = number(first, 'the year of the epoch', 19, 20);
  const dayOfYear = number(first, 'the day of the epoch', 21, 32);
  const [, designator = ''] = /^(\S+)/.exec(cut(first, 10, 17)) ?? [];
  const set: ElementSet = {
    name: name ?? catalogueNumber,
    catalogueNumber,
    designator: designatorText(designator),
    epoch_d: epochOf(year, dayOfYear),
    bstar_perEarthRadius: number(first, 'the drag term', 54, 61, withExponent(cut(first, 54, 61))),
    inclination_deg: number(second, 'the inclination', 9, 16),
    node_deg: number(second, 'the right ascension of the node', 18, 25),
    eccentricity: number(second, 'the eccentricity', 27, 33, `.${cut(second, 27, 33).replaceAll(' ', '0')}`),
    perigee_deg: number(second, 'the argument of perigee', 35, 42),
    meanAnomaly_deg: number(second, 'the mean anomaly', 44, 51),
    meanMotion_revPerDay: number(second, 'the mean motion', 53, 63),
    lines: [first.text, second.text],
    at: first.at,
  };
  if (faults.length === before) reading.sets.push(set);
}

/** Columns are counted from 1, as the format's description does. */
const cut = (line: Line, from: number, to: number): string => line.text.slice(from - 1, to).trim();

/** `-11606-4` means −0.11606e-4. */
function withExponent(text: string): string {
  const [, sign = '', digits, exponent] = /^([+-]?)\.?(\d+)([+-]\d)$/.exec(text) ?? [];
  return digits === undefined ? text : `${sign}.${digits}E${exponent}`;
}

/** Years 57–99 are of the twentieth century. Day 1.0 is midnight of 1 January. */
function epochOf(year: number, dayOfYear: number): number {
  const century = year < 57 ? 2000 : 1900;
  return (Date.UTC(century + year, 0, 1) - Date.UTC(2000, 0, 1, 12)) / 86_400_000 + dayOfYear - 1;
}

function designatorText(short: string): string {
  const [, year, launch] = /^(\d\d)(\d{3}\w+)$/.exec(short) ?? [];
  return year === undefined ? short : `${Number(year) < 57 ? 20 : 19}${year}-${launch}`;
}

function checkLine(line: Line, reading: Reading): void {
  const { text, at } = line;
  if (text.length < 68 || (text.length < 69 && !reading.repair)) {
    reading.faults.push({
      code: 'tle/truncated',
      message: `The line ends after ${text.length} of 69 columns.`,
      at: { ...at, column: text.length + 1 },
      cause: 'A line of an element set has 69 columns, the last of which is a check digit.',
      fix: 'Fetch the element set again; a copy may have lost the end of its lines.',
    });
    return;
  }
  const expected = checkDigit(text);
  const found = text[68] ?? '';
  if (found === String(expected)) return;
  if (reading.repair) {
    reading.repairedLines.push(at.line!);
    return;
  }
  reading.faults.push({
    code: 'tle/checksum',
    message: `The check digit is ${found}, expected is ${expected}.`,
    at: { ...at, column: 69 },
    cause: 'The digits of the line do not add up: one of them, or the check digit itself, is wrong.',
    fix: 'Fetch the element set again, or take it as it stands with --repair-checksums.',
  });
}

function fieldFault(line: Line, what: string, from: number, to: number): Fault {
  return {
    code: 'tle/field',
    message: `Columns ${from}–${to} do not hold ${what}.`,
    at: { ...line.at, column: from },
    cause: `"${line.text.slice(from - 1, to)}" is no number.`,
    fix: 'Check that the columns of the line have not shifted.',
  };
}

function unpaired(line: Line, cause: string): Fault {
  return {
    code: 'tle/unpaired',
    message: 'A line of an element set stands alone.',
    at: { ...line.at, column: 1 },
    cause,
    fix: 'Write both lines of the set, the one that begins with 1 directly before the one that begins with 2.',
  };
}

function emptyFault(file: string | undefined): Fault {
  return {
    code: 'tle/empty',
    message: 'There is no element set.',
    at: { file },
    cause: 'The file has no line but blank ones and comments.',
    fix: 'Give a file with element sets of two lines each.',
  };
}
