import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import { basketWorth_USD, capWeights, type Holding } from './basket.ts';
import { applyAfterClose, applySplits } from './events.ts';
import { baseFault, emptyFault, sharesFault, twice } from './faults.ts';
import type { PriceRow } from './prices.ts';
import type { IndexRules } from './rules.ts';

/** The index on one day. */
export interface IndexDay {
  readonly date: string;
  readonly level: number;
  /** What the basket is worth over its level; that of the next day's open. */
  readonly divisor: number;
}

export interface IndexRun {
  readonly days: readonly IndexDay[];
  /** Symbols held after the last close, with their weights. */
  readonly weights: { readonly [symbol: string]: number };
  /** Weekdays without any line: holidays, or days that the file lacks. */
  readonly weekdaysWithout: readonly string[];
}

/**
 * Runs an index over a price and events file by the divisor method. A day's level is what the basket of the day
 * before is worth at the day's close; whatever changes the basket does so after that close, and the divisor with
 * it, so that no event moves a level. Only a split is applied before, since the day's price is already split.
 * Faults: `index/missing-day`, `index/unknown-share`, `index/twice`, `index/base`, `index/event`.
 */
export function runIndex(rows: readonly PriceRow[], rules: IndexRules): Outcome<IndexRun> {
  const byDate = groupByDate(rows);
  const dates = [...byDate.keys()].sort();
  const baseDate = rules.baseDate ?? dates[0] ?? '';
  if (!dates.includes(baseDate)) return failure(baseFault(rows, baseDate));
  const holdings = new Map<string, Holding>();
  const faults: Fault[] = [];
  checkNames(rows, rules, baseDate, faults);
  const days: IndexDay[] = [];
  let divisor = 0;
  for (const date of dates) {
    const today = byDate.get(date) ?? [];
    checkDay(today, holdings, date, faults);
    if (faults.length > 0) return failure(...faults);
    const splits = applySplits(today, holdings);
    takePrices(today, holdings);
    if (date < baseDate) {
      applyAfterClose(today, holdings, rules, { begun: false, splits }, faults);
      continue;
    }
    if (date === baseDate) {
      begin(today, holdings, rules, faults);
      divisor = basketWorth_USD(holdings.values(), rules) / rules.base;
    }
    const worth = basketWorth_USD(holdings.values(), rules);
    if (!(worth > 0)) faults.push(emptyFault(today, date));
    const level = worth / divisor;
    const changed = applyAfterClose(today, holdings, rules, { begun: date !== baseDate, splits }, faults);
    if (faults.length > 0) return failure(...faults);
    if (changed) {
      capWeights(holdings.values(), rules);
      divisor = basketWorth_USD(holdings.values(), rules) / level;
    }
    days.push({ date, level, divisor });
  }
  return success({ days, weights: weightsOf(holdings, rules), weekdaysWithout: weekdaysWithout(dates) });
}

function groupByDate(rows: readonly PriceRow[]): Map<string, PriceRow[]> {
  const byDate = new Map<string, PriceRow[]>();
  for (const row of rows) {
    const known = byDate.get(row.date);
    if (known) known.push(row);
    else byDate.set(row.date, [row]);
  }
  return byDate;
}

/** Every constituent has a price by the base date or is listed later. */
function checkNames(rows: readonly PriceRow[], rules: IndexRules, baseDate: string, faults: Fault[]): void {
  for (const symbol of rules.constituents ?? []) {
    const own = rows.filter((row) => row.symbol === symbol);
    if (own.some(({ date, event }) => date <= baseDate || event === 'list')) continue;
    faults.push({
      code: 'index/unknown-share',
      message: `${symbol} is a constituent without a price on ${baseDate}.`,
      at: own[0]?.place ?? rows[0]?.place ?? {},
      cause: 'It has no line up to the base date and no listing after it.',
      fix: 'Mend the symbol, or add its prices or its listing.',
    });
  }
}

/** Every share that is held has a price today, no share has two, and events are of shares that are known. */
function checkDay(
  today: readonly PriceRow[],
  holdings: ReadonlyMap<string, Holding>,
  date: string,
  faults: Fault[],
): void {
  const priced = new Map<string, number>();
  for (const row of today) {
    const { symbol, price_USD, event, place } = row;
    const before = priced.get(symbol);
    if (before !== undefined && price_USD !== undefined && before !== price_USD) faults.push(twice(row));
    if (price_USD !== undefined) priced.set(symbol, price_USD);
    const known = holdings.has(symbol) || holdings.size === 0 || price_USD !== undefined;
    const mustExist = event !== undefined && event !== 'list' && holdings.size > 0 && !holdings.has(symbol);
    if (!known || mustExist) {
      faults.push({
        code: 'index/unknown-share',
        message: `${symbol} is not known on ${date}.`,
        at: place,
        cause: `The event ${event ?? 'of that line'} is of a share that had neither a price nor a listing before.`,
        fix: 'Give its prices or its listing first, or mend the symbol.',
      });
    }
  }
  for (const { symbol, held } of holdings.values()) {
    const leaves = today.some(
      (row) => row.symbol === symbol && (row.event === 'delist' || row.event === 'merge'),
    );
    if (!held || priced.has(symbol) || leaves) continue;
    faults.push({
      code: 'index/missing-day',
      message: `${symbol} has no price on ${date}.`,
      at: today[0]?.place ?? {},
      cause: 'Other shares have one on that day, and a level without it would jump.',
      fix: 'Add the line, or delist the share.',
    });
  }
}

function takePrices(today: readonly PriceRow[], holdings: Map<string, Holding>): void {
  for (const { symbol, price_USD, shares, float } of today) {
    const known = holdings.get(symbol);
    if (!known) {
      if (price_USD === undefined) continue;
      holdings.set(symbol, {
        symbol,
        price_USD,
        shares: shares ?? Number.NaN,
        float: float ?? 1,
        capping: 1,
        held: false,
      });
    } else if (price_USD !== undefined) known.price_USD = price_USD;
  }
}

/** The basket of the base date: the constituents that the rules name, or all that have a price. */
function begin(
  today: readonly PriceRow[],
  holdings: Map<string, Holding>,
  rules: IndexRules,
  faults: Fault[],
): void {
  const named = rules.constituents ?? today.map(({ symbol }) => symbol);
  for (const symbol of named) {
    const holding = holdings.get(symbol);
    // One that is listed later is named for its day to come; `checkNames` has seen to it that it comes.
    if (!holding) continue;
    const row = today.find((one) => one.symbol === symbol);
    if (row?.shares !== undefined) holding.shares = row.shares;
    if (row?.float !== undefined) holding.float = row.float;
    if (Number.isNaN(holding.shares)) faults.push(sharesFault(row ?? today[0], symbol));
    holding.held = true;
  }
  capWeights(holdings.values(), rules);
}

function weightsOf(holdings: ReadonlyMap<string, Holding>, rules: IndexRules): { [symbol: string]: number } {
  const total = basketWorth_USD(holdings.values(), rules);
  return Object.fromEntries(
    [...holdings.values()]
      .filter(({ held }) => held)
      .map((holding) => [holding.symbol, basketWorth_USD([holding], rules) / total]),
  );
}

const day_ms = 86_400_000;

function weekdaysWithout(dates: readonly string[]): string[] {
  const known = new Set(dates);
  const first = Date.parse(`${dates[0]}T00:00:00Z`);
  const last = Date.parse(`${dates[dates.length - 1]}T00:00:00Z`);
  const without: string[] = [];
  for (let at = first; at <= last; at += day_ms) {
    const day = new Date(at);
    const label = day.toISOString().slice(0, 10);
    if (day.getUTCDay() % 6 !== 0 && !known.has(label)) without.push(label);
  }
  return without;
}
