import type { Spread } from '@kardashev/model/study/spread.ts';
import type { ValueDocument } from '@kardashev/model/study/value/document.ts';
import { formatMoney, formatNumber } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';
import { fit, wrap } from '../layout.ts';

const nameWidth = 22;
const columnWidth = 12;

/** Enterprise, parts, holders, stability, index: each in a few lines. */
export function valueScreen(document: ValueDocument, title: string, colour: boolean): string {
  const paint = createColors(colour);
  const { enterprise_USD, equity_USD, parts, market, month, funding } = document;
  const books = funding === 'books' ? ', paid from its own books' : '';
  return [
    `${paint.bold(title)}${paint.dim(`, as seen in ${month}${books}`)}`,
    '',
    paint.dim(row('', ['p5', 'p25', 'p50', 'p75', 'p95', 'mean'])),
    spreadRow('enterprise', enterprise_USD),
    spreadRow('  Space', parts.space),
    spreadRow('  Connectivity', parts.connectivity),
    spreadRow('  AI', parts.ai),
    spreadRow('equity', equity_USD),
    `The market said ${formatMoney(market.value_USD)} last, ${formatNumber(market.price_USD, 5)} $ a share.`,
    '',
    paint.dim('Holders, value over what was put in'),
    paint.dim(row('', ['exchange', 'listing', 'last price', 'lock-up p5', 'p50', 'p95'])),
    ...document.holders.map(holderRow),
    '',
    ...wrap(stabilityText(document), 96),
    ...wrap(sharesText(document), 96),
    ...(document.joining ? wrap(joiningText(document), 96) : []),
    ...wrap(levelText(document), 96),
  ].join('\n');
}

function row(name: string, cells: readonly string[]): string {
  return fit(name, nameWidth) + cells.map((cell) => fit(cell, columnWidth, true)).join('');
}

function spreadRow(name: string, { p5, p25, p50, p75, p95, mean }: Spread): string {
  return row(
    name,
    [p5, p25, p50, p75, p95, mean].map((value) => formatMoney(value)),
  );
}

function holderRow({ holder, steps, afterLockUp }: ValueDocument['holders'][number]): string {
  const { p5, p50, p95 } = afterLockUp.multiple;
  const multiples = [...steps.map(({ multiple }) => multiple), p5, p50, p95];
  return row(
    `  ${holder}`,
    multiples.map((multiple) => `${formatNumber(multiple)}×`),
  );
}

function stabilityText({ stability, breaks, credit }: ValueDocument): string {
  const worst = stability.reduce<(typeof stability)[number] | undefined>(
    (least, one) => (one.S !== null && (least?.S == null || one.S < least.S) ? one : least),
    undefined,
  );
  const runway = credit.runway_months;
  const lasts = runway === null ? 'Cash lasts' : `Cash lasts ${formatNumber(runway)} months at that burn`;
  const distance = credit.distanceToDefault;
  return [
    breaks ? `Value stops outgrowing burn in ${breaks}.` : 'Value outgrows burn throughout.',
    worst ? `Worst: S = ${formatNumber(worst.S ?? Number.NaN)} in ${worst.month} (${worst.regime}).` : '',
    `${lasts}${distance === null ? '.' : `; ${formatNumber(distance)} standard deviations to default within a year.`}`,
  ].join(' ');
}

function joiningText({ joining, spinOff }: ValueDocument): string {
  const [first] = joining ?? [];
  if (!first || !spinOff) return '';
  const sum = ({ space, connectivity, ai }: { space: number; connectivity: number; ai: number }): number =>
    space + connectivity + ai;
  const [joined, apart] = [sum(spinOff.joined_USD), sum(spinOff.apart_USD)];
  return `Joined, the whole is worth ${formatMoney(joined)} in the middle view, the parts each for itself ${formatMoney(apart)}: joining is worth ${formatMoney(first.worth_USD)} in ${first.month}, by month with --json.`;
}

function levelText({ kardashev, levelTwo }: ValueDocument): string {
  const last = kardashev.at(-1);
  if (!last) return '';
  const fleet = last.fleet === null ? '' : `the fleet alone is at Kardashev level ${last.fleet.toFixed(4)}, `;
  return `In ${last.month} ${fleet}mankind with it at ${last.mankind.toFixed(4)}. Level II by ${levelTwo.by} takes ${levelTwo.times.toExponential(1)} times the power that mankind then has, doubled every ${formatNumber(levelTwo.doubling_days)} days from the start.`;
}

function sharesText({ crossHoldings, index }: ValueDocument): string {
  return [
    `Added up, market values count ${formatMoney(crossHoldings.double)} twice.`,
    `The share weighed ${formatNumber(100 * index.weight)} % of the index that took it in by its float; its funds had to buy ${formatMoney(index.bought_USD)}, ${formatNumber(100 * index.ofFloat)} % of the float.`,
  ].join(' ');
}
