import { readPrices } from '@kardashev/model/capital/index/prices.ts';
import { type IndexRules, readRules } from '@kardashev/model/capital/index/rules.ts';
import { type IndexRun, runIndex } from '@kardashev/model/capital/index/run.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import type { Command } from 'commander';
import { type Texts, textOf } from '../files.ts';
import { csv, fit } from '../layout.ts';
import { type OutputOptions, withOutput } from '../options.ts';
import { print, writeTo } from '../output.ts';
import { need } from '../stop.ts';

type IndexOptions = OutputOptions & { readonly rules?: string };

/** All shares of the file by what can be traded of them, a hundred on its first day. */
const plainRules: IndexRules = { base: 100, weighting: 'float', cap: 1, fastEntryDays: 0 };

/** `index FILE`: the level of an index by the divisor method. */
export function prepare(command: Command): void {
  withOutput(command, 'the levels')
    .option('--rules <file>', 'rules document; without it all shares by float, 100 on the first day')
    .addHelpText(
      'after',
      `
The file has date,symbol,price_USD,shares,float,event,value; events are list, delist, split, merge, float, shares.
docs/reference/index.md says what each does. No event moves a level.

Example:
  kardashev index prices.csv --rules rules.yaml --json
`,
    )
    .action((file: string, options: IndexOptions) => {
      const texts: Texts = new Map();
      const rows = need(readPrices(file, need(textOf(file, texts))), texts);
      const rules =
        options.rules === undefined
          ? plainRules
          : need(readRules(options.rules, need(textOf(options.rules, texts))), texts);
      const run = need(runIndex(rows, rules), texts);
      if (options.csv !== undefined) writeTo(options.csv, levelsCsv(run));
      if (options.json) print(streamOf(run));
      else if (options.csv !== '-') print(screenOf(run));
    });
}

function summaryOf({ days, weights, weekdaysWithout }: IndexRun) {
  const last = days[days.length - 1];
  return { days: days.length, level: last?.level, divisor: last?.divisor, weights, weekdaysWithout };
}

function streamOf(run: IndexRun): string {
  return [...run.days, { summary: summaryOf(run) }].map((line) => JSON.stringify(line)).join('\n');
}

function levelsCsv({ days }: IndexRun): string {
  return csv([
    ['date', 'level', 'divisor'],
    ...days.map(({ date, level, divisor }) => [date, level, divisor]),
  ]);
}

function screenOf({ days, weights, weekdaysWithout }: IndexRun): string {
  const line = (date: string, level: string, divisor: string): string =>
    `${fit(date, 12)}${fit(level, 14, true)}${fit(divisor, 22, true)}`;
  const held = Object.entries(weights).map(([symbol, weight]) => `${symbol} ${formatNumber(weight * 100)} %`);
  const gaps = weekdaysWithout.length;
  return [
    line('date', 'level', 'divisor'),
    ...days.map(({ date, level, divisor }) => line(date, formatNumber(level, 8), formatNumber(divisor, 12))),
    '',
    `Held after the last close: ${held.join(', ')}`,
    ...(gaps > 0 ? [`${gaps} weekdays without a line: holidays, or days that the file lacks.`] : []),
  ].join('\n');
}
