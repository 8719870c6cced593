import type { Fault } from '../../outcome/outcome.ts';
import type { PriceRow } from './prices.ts';

export function twice({ symbol, date, place }: PriceRow): Fault {
  return {
    code: 'index/twice',
    message: `${symbol} has two prices on ${date}.`,
    at: place,
    cause: 'A day has one close.',
    fix: 'Take one of the lines out; a second event of a day needs no price.',
  };
}

export function sharesFault(row: PriceRow | undefined, symbol: string): Fault {
  return {
    code: 'index/cell',
    message: `${symbol} has no number of shares.`,
    at: row?.place ?? {},
    cause: 'It enters the index, and its weight is its price times its shares.',
    fix: 'Give shares on the line of that day.',
  };
}

export function emptyFault(today: readonly PriceRow[], date: string): Fault {
  return {
    code: 'index/base',
    message: `The index holds nothing on ${date}.`,
    at: today[0]?.place ?? {},
    cause: 'None of the constituents has a price, or all have left.',
    fix: 'Name constituents that the file has.',
  };
}

export function baseFault(rows: readonly PriceRow[], baseDate: string): Fault {
  return {
    code: 'index/base',
    message: `The prices have no ${baseDate}.`,
    at: rows[0]?.place ?? {},
    cause: 'The base date of the rules is not a day of the file.',
    fix: 'Choose a trading day of the file as baseDate.',
  };
}

export function eventFault(row: PriceRow, takes: string): Fault {
  return {
    code: 'index/event',
    message: `The ${row.event} of ${row.symbol} on ${row.date} says nothing.`,
    at: row.place,
    cause: `Its value is "${row.value ?? ''}".`,
    fix: `Give ${takes} in the column value.`,
  };
}
