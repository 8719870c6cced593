import type { Fault } from '../../outcome/outcome.ts';
import type { Holding } from './basket.ts';
import { eventFault, sharesFault } from './faults.ts';
import type { PriceRow } from './prices.ts';
import type { IndexRules } from './rules.ts';

/**
 * Splits of the day, before its prices are taken: the close is that of a split share. Where it plainly is not yet (the
 * price is nearer the day before's as it was than split), the split is left for after the close.
 *
 * @returns the splits that were applied
 */
export function applySplits(
  today: readonly PriceRow[],
  holdings: ReadonlyMap<string, Holding>,
): ReadonlySet<PriceRow> {
  const applied = new Set<PriceRow>();
  for (const row of today) {
    const holding = holdings.get(row.symbol);
    if (row.event !== 'split' || !holding || !(piecesOf(row) > 0) || isSplitLater(row, holding)) continue;
    divide(holding, piecesOf(row));
    applied.add(row);
  }
  return applied;
}

function divide(holding: Holding, pieces: number): void {
  holding.shares *= pieces;
  holding.price_USD /= pieces;
}

function isSplitLater(row: PriceRow, { price_USD: before }: Holding): boolean {
  if (row.price_USD === undefined) return false;
  const asIs = Math.abs(Math.log(row.price_USD / before));
  const asSplit = Math.abs(Math.log((row.price_USD * piecesOf(row)) / before));
  return asIs < asSplit;
}

function piecesOf({ value }: Pick<PriceRow, 'value'>): number {
  const [left = '', right] = (value ?? '').split(':');
  return right === undefined ? Number(left || Number.NaN) : Number(left) / Number(right);
}

/** What a close knows of its day. */
export interface Close {
  /** False until the base date's close is past: nothing enters before. */
  readonly begun: boolean;
  /** Splits that were applied before the prices were taken. */
  readonly splits: ReadonlySet<PriceRow>;
}

/**
 * Whatever changes the basket after the close. True when something did. Shares and floats that a line without an event
 * gives anew count as such changes.
 */
export function applyAfterClose(
  today: readonly PriceRow[],
  holdings: Map<string, Holding>,
  rules: IndexRules,
  { begun, splits }: Close,
  faults: Fault[],
): boolean {
  let changed = false;
  for (const row of today) {
    const holding = holdings.get(row.symbol);
    if (row.event === 'split' && holding && !splits.has(row) && piecesOf(row) > 0)
      divide(holding, piecesOf(row));
  }
  for (const holding of holdings.values()) changed = wait(holding) || changed;
  for (const row of today) changed = applyRow(row, holdings, rules, begun, faults) || changed;
  return changed;
}

/** Counts a trading day of the waiting time; true when the share enters. */
function wait(holding: Holding): boolean {
  if (holding.waits === undefined) return false;
  holding.waits--;
  if (holding.waits > 0) return false;
  holding.waits = undefined;
  holding.held = true;
  return true;
}

function applyRow(
  row: PriceRow,
  holdings: Map<string, Holding>,
  rules: IndexRules,
  begun: boolean,
  faults: Fault[],
): boolean {
  const holding = holdings.get(row.symbol);
  if (!holding) return false;
  const counted = takeCounts(row, holding, faults);
  switch (row.event) {
    case 'list':
      return list(row, holding, rules, begun, faults) || counted;
    case 'delist':
      return leave(holding) || counted;
    case 'merge':
      return merge(row, holding, holdings, faults);
    default:
      return counted && holding.held;
  }
}

/** New numbers of shares and floats. A split's own number of shares is what applying it has made of the old. */
function takeCounts(row: PriceRow, holding: Holding, faults: Fault[]): boolean {
  const before = holding.shares * holding.float;
  const told =
    row.value === undefined
      ? Number.NaN
      : Number(row.value.replace('%', '')) / (row.value.endsWith('%') ? 100 : 1);
  if (row.event === 'float') {
    const float = Number.isNaN(told) ? row.float : told;
    if (float === undefined || !(float > 0 && float <= 1))
      faults.push(eventFault(row, 'a float above 0 and up to 1'));
    else holding.float = float;
    if (row.shares !== undefined) holding.shares = row.shares;
  } else if (row.event === 'shares') {
    const shares = Number.isNaN(told) ? row.shares : told;
    if (shares === undefined || !(shares > 0)) faults.push(eventFault(row, 'a number of shares above zero'));
    else holding.shares = shares;
    if (row.float !== undefined) holding.float = row.float;
  } else if (row.event === 'split') {
    if (!(piecesOf(row) > 0)) faults.push(eventFault(row, 'the pieces that one share becomes, as 5 or 5:1'));
    else settleSplit(row, holding);
    if (row.float !== undefined) holding.float = row.float;
  } else {
    if (row.shares !== undefined) holding.shares = row.shares;
    if (row.float !== undefined) holding.float = row.float;
  }
  return holding.shares * holding.float !== before;
}

/** The file's own count wins, unless it is that before the split. */
function settleSplit(row: PriceRow, holding: Holding): void {
  const { shares } = row;
  if (shares === undefined) return;
  const pieces = piecesOf(row);
  const near = (value: number): boolean => Math.abs(shares / value - 1) < 1e-6;
  // The number before the split, left on its line: what applying it made stands.
  if (near(holding.shares / pieces)) return;
  holding.shares = shares;
}

function list(row: PriceRow, holding: Holding, rules: IndexRules, begun: boolean, faults: Fault[]): boolean {
  if (!begun || holding.held) return false;
  if (Number.isNaN(holding.shares)) faults.push(sharesFault(row, row.symbol));
  if (rules.fastEntryDays > 0) {
    holding.waits = rules.fastEntryDays;
    return false;
  }
  holding.held = true;
  return true;
}

function leave(holding: Holding): boolean {
  const was = holding.held;
  holding.held = false;
  holding.waits = undefined;
  return was;
}

/** The share goes; its holders get `value`: an acquirer, with a ratio where its new shares are to count (`SPCX:0.1433`). */
function merge(row: PriceRow, holding: Holding, holdings: Map<string, Holding>, faults: Fault[]): boolean {
  const [target = '', ratio] = (row.value ?? '').split(/[:\s]+/);
  const acquirer = holdings.get(target);
  if (!acquirer && target !== '' && Number.isNaN(Number(target))) {
    faults.push({
      code: 'index/unknown-share',
      message: `${row.symbol} merges into ${target}, which is not known on ${row.date}.`,
      at: row.place,
      cause: 'The acquirer had neither a price nor a listing before.',
      fix: 'Mend the symbol, or leave value empty where the acquirer is not of this file.',
    });
    return false;
  }
  if (acquirer && Number(ratio) > 0) acquirer.shares += holding.shares * Number(ratio);
  return leave(holding) || acquirer?.held === true;
}
