import { csvRows } from '../../evidence/csv.ts';
import { type Fault, failure, type Outcome, type Place, success } from '../../outcome/outcome.ts';

export const eventNames = ['list', 'delist', 'split', 'merge', 'float', 'shares'] as const;
export type EventName = (typeof eventNames)[number];

/** One line of a price file: what a share cost at a day's close, and what happened to it. */
export interface PriceRow {
  readonly place: Place;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly symbol: string;
  readonly price_USD?: number;
  readonly shares?: number;
  readonly float?: number;
  readonly event?: EventName;
  /** What the event says: pieces of a split, the acquirer of a merger, a new float or number of shares. */
  readonly value?: string;
}

const needed = ['date', 'symbol', 'price'] as const;
/** Other names that columns may have. */
const columnNames: Readonly<Record<string, string>> = {
  price_usd: 'price',
  close: 'price',
  ticker: 'symbol',
};

/**
 * Reads a price and events file, `date,symbol,price_USD,shares,float,event,value` in any order. A cell that is empty
 * says nothing: the last value holds. Faults: `index/columns`, `index/cell`, each with its line and column.
 */
export function readPrices(file: string, text: string): Outcome<PriceRow[]> {
  const [head, ...rows] = csvRows(text);
  const names = (head?.cells ?? []).map((cell) => columnNames[cell.toLowerCase()] ?? cell.toLowerCase());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) return failure(columnsFault(file, missing));
  if (rows.length === 0) return failure(emptyFault(file));
  const faults: Fault[] = [];
  const read = rows.map(({ line, cells }) => {
    const cell = (name: string): string | undefined => cells[names.indexOf(name)] || undefined;
    const placeOf = (name: string): Place => ({ file, line, column: names.indexOf(name) + 1 });
    return readRow(cell, placeOf, faults);
  });
  return faults.length > 0 ? failure(...faults) : success(read);
}

function readRow(
  cell: (name: string) => string | undefined,
  placeOf: (name: string) => Place,
  faults: Fault[],
): PriceRow {
  const refuse = (name: string, cause: string): undefined => {
    faults.push({
      code: 'index/cell',
      message: `${name} cannot be "${cell(name) ?? ''}".`,
      at: placeOf(name),
      cause,
      fix: 'Mend the cell; columns count from 1. docs/reference/index.md says what each takes.',
    });
  };
  const numberOf = (name: string, fits: (value: number) => boolean, cause: string): number | undefined => {
    const text = cell(name);
    if (text === undefined) return undefined;
    const value = Number(text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : text);
    return fits(value) ? value : refuse(name, cause);
  };
  const date = cell('date') ?? '';
  if (!isDay(date)) refuse('date', 'It is no day of the calendar, written YYYY-MM-DD.');
  if (!cell('symbol')) refuse('symbol', 'Every line names its share.');
  const event = cell('event')?.toLowerCase();
  if (event !== undefined && !eventNames.includes(event as EventName)) {
    refuse('event', `It is one of ${eventNames.join(', ')}.`);
  }
  const above = (value: number): boolean => value > 0 && Number.isFinite(value);
  return {
    place: placeOf('date'),
    date,
    symbol: cell('symbol') ?? '',
    ...given('price_USD', numberOf('price', above, 'A price is a number above zero.')),
    ...given('shares', numberOf('shares', above, 'A number of shares is above zero.')),
    ...given(
      'float',
      numberOf('float', (value) => value > 0 && value <= 1, 'A float is above 0 and up to 1.'),
    ),
    ...given('event', event as EventName | undefined),
    ...given('value', cell('value')),
  };
}

/** A key with its value, or nothing: an absent cell leaves no key. */
function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function columnsFault(file: string, missing: readonly string[]): Fault {
  return {
    code: 'index/columns',
    message: `The file lacks ${missing.join(', ')}.`,
    at: { file, line: 1, column: 1 },
    cause: 'Its first line has to name the columns.',
    fix: 'Head it date,symbol,price_USD,shares,float,event,value; the last four may be left out where nothing happens.',
  };
}

function emptyFault(file: string): Fault {
  return {
    code: 'index/columns',
    message: 'The file has no prices.',
    at: { file, line: 1, column: 1 },
    cause: 'Nothing follows its first line.',
    fix: 'Write a line for each day and share.',
  };
}
