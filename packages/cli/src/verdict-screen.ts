import type { PassResult } from '@kardashev/model/engine/result.ts';
import type { Judgement } from '@kardashev/model/study/claims/claim.ts';
import { formatMoney, formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';
import { fit, wrap } from './layout.ts';
import { marginText, quantityText } from './number-text.ts';
import type { RunDocument } from './run-document.ts';
import { type FinishedRun, nameFor } from './simulation.ts';

const width = 100;
const labelled = 10;

type Paint = ReturnType<typeof createColors>;

/** What a run came to, on one screen of at most 45 lines and 100 columns. */
export function verdictScreen(finished: FinishedRun, document: RunDocument, colour: boolean): string {
  const paint = createColors(colour);
  return [
    ...heading(finished, document, paint),
    ...section('delivers', deliveries(finished), paint),
    '',
    ...section('binds', bindings(finished), paint),
    ...section('costs', costs(document), paint),
    ...section('cash', cash(document), paint),
    ...section('level', [level(document)], paint),
    '',
    ...claimLines(document.claims, paint),
    '',
    ...whereToLook(finished, paint),
  ].join('\n');
}

function heading(
  { stored, reused }: FinishedRun,
  { months, wall_s, hash }: RunDocument,
  paint: Paint,
): string[] {
  const { plan, seed } = stored.manifest;
  const time = reused ? 'computed earlier' : `${formatNumber(wall_s, 2)} s`;
  return [
    `${paint.bold(fit(`${plan.name}: ${plan.title}`, width).trimEnd())}`,
    paint.dim(`${months} months, seed ${seed}, ${time}, hash ${hash.slice(0, 16)}`),
  ];
}

/** Lines under one label, which stands at the first of them. */
function section(label: string, lines: readonly string[], paint: Paint): string[] {
  return lines.map((line, index) => `${paint.cyan(fit(index === 0 ? label : '', labelled))}${line}`);
}

const nameWidth = 23;
const figureWidth = 13;

/** What the plan delivers at the ends of five years, the last among them. */
function deliveries({ stored: { manifest }, result }: FinishedRun): string[] {
  const { months, passes } = result;
  const pass = passes[0];
  if (pass === undefined || months.length === 0) return ['nothing'];
  const marks = marksOf(months);
  const shells = new Set(manifest.plan.entries.shells ?? []);
  const rows: [string, (month: number) => string][] = [
    [
      'satellites in service',
      (at) => formatNumber(Math.round(total(pass, 'inService', at, (row) => shells.has(row)))),
    ],
    [
      'power to chips in orbit',
      (at) =>
        formatQuantity(
          total(pass, 'powerToCompute_W', at, (row) => shells.has(row)),
          'W',
        ),
    ],
    ['compute delivered', (at) => formatQuantity(total(pass, 'delivered_FLOPperS', at), 'FLOP/s')],
    ['tokens a second', (at) => formatQuantity(total(pass, 'tokens_perS', at), '')],
  ];
  return [
    fit('at the end of', nameWidth) + marks.map((at) => fit(months[at]!, figureWidth, true)).join(''),
    ...rows.map(
      ([name, figure]) =>
        fit(name, nameWidth) + marks.map((at) => fit(figure(at), figureWidth, true)).join(''),
    ),
  ];
}

/** Up to five Decembers, spread over the plan, and always the last month. */
function marksOf(months: readonly string[]): number[] {
  const last = months.length - 1;
  const decembers = months.flatMap((label, at) => (label.endsWith('-12') && at !== last ? [at] : []));
  const wanted = 4;
  const some = Array.from(
    { length: Math.min(wanted, decembers.length) },
    (_, index) => decembers[Math.floor(((index + 1) * decembers.length) / (wanted + 1))] ?? last,
  );
  return [...new Set([...some, last])];
}

function total(pass: PassResult, port: string, month: number, wanted: (row: string) => boolean = () => true) {
  let sum = 0;
  for (const column of pass.columns) {
    if (column.port === port && wanted(column.row)) sum += column.values[month] ?? 0;
  }
  return sum;
}

const bindingLines = 3;

/** What binds over time, by the constraint that binds most months of each year. */
function bindings({ result: { months, passes } }: FinishedRun): string[] {
  const stretches: { from: string; to: string; constraint: string }[] = [];
  const years = Map.groupBy(months.keys(), (month) => months[month]!.slice(0, 4));
  for (const [year, inYear] of years) {
    const constraint = mostOf(inYear.map((month) => passes[0]?.binding[month] ?? ''));
    const last = stretches.at(-1);
    if (last?.constraint === constraint) last.to = year;
    else stretches.push({ from: year, to: year, constraint });
  }
  const text = stretches.map(
    ({ from, to, constraint }) => `${from === to ? from : `${from}–${to}`} ${constraint}`,
  );
  return wrap(`mostly ${text.join(', ')}`, width - labelled).slice(0, bindingLines);
}

/** The word that occurs most often, the first of them where several do. */
function mostOf(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? '';
}

const cost = (value: number | null) => (value === null ? 'none' : `${formatNumber(value)} $`);

function costs({ capital }: RunDocument): string[] {
  const crossover = crossoverText(capital);
  const orbit = cost(capital.orbit_USDperPFLOPday);
  const ground = cost(capital.ground_USDperPFLOPday);
  const line = `orbit ${orbit}, ground ${ground} a PFLOP-day (2026 dollars); ${crossover}`;
  return [line, ...(capital.why === null ? [] : wrap(capital.why, width - labelled))];
}

function crossoverText({
  orbit_USDperPFLOPday: orbit,
  ground_USDperPFLOPday: ground,
  crossover,
}: RunDocument['capital']): string {
  if (crossover !== null) return `orbit is cheaper from ${crossover}`;
  return orbit === null || ground === null ? 'nothing to compare' : 'orbit is never cheaper';
}

/** Both ways of paying for the plan. */
function cash({ funding, capital, fleet, books }: RunDocument): string[] {
  if (funding === 'books') return [onItsBooks({ capital, fleet })];
  const needed = `built as announced: takes ${formatMoney(capital.capitalNeeded_USD)} of new capital`;
  return books ? [needed, onItsBooks(books)] : [needed];
}

function onItsBooks({ capital, fleet }: Pick<RunDocument, 'capital' | 'fleet'>): string {
  const { insolventFrom, cashLowest_USD } = capital;
  const end = insolventFrom === null ? 'solvent throughout' : `insolvent in ${insolventFrom}`;
  const least = `least cash ${formatMoney(cashLowest_USD)}`;
  return `on its own books: ${end}, ${least}, ${formatNumber(Math.round(fleet.satellites_end))} satellites in the end`;
}

function level({ kardashev: { fleet, mankind } }: RunDocument): string {
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2).replace('-', '−'));
  return `on Kardashev's scale in the end: the fleet ${figure(fleet)}, mankind with it ${figure(mankind)}`;
}

function claimLines(claims: readonly Judgement[], paint: Paint): string[] {
  const count = (verdict: Judgement['verdict']) => claims.filter((claim) => claim.verdict === verdict).length;
  const counts = `${count('holds')} hold, ${count('fails')} fail, ${count('undecided')} undecided`;
  const figures = fit('claimed', 13, true) + fit('computed', 14, true) + fit('margin', 11, true);
  return [
    paint.bold(fit(`claims: ${counts}`, 61)) + paint.dim(figures),
    ...claims.map((claim) => claimLine(claim, paint)),
  ];
}

function claimLine({ id, said, claimed, computed, unit, verdict, margin }: Judgement, paint: Paint): string {
  const colour = { holds: paint.green, fails: paint.red, undecided: paint.yellow }[verdict];
  const figures =
    fit(` ${quantityText(claimed, unit)}`, 13, true) +
    fit(` ${quantityText(computed, unit)}`, 14, true) +
    fit(` ${marginText(margin, unit, claimed)}`, 11, true);
  return colour(fit(verdict, 10)) + fit(id, 20) + fit(` ${said}`, 31) + figures;
}

function whereToLook({ stored }: FinishedRun, paint: Paint): string[] {
  const name = nameFor(stored);
  return [
    `${paint.dim('kept in')} ${stored.folder}`,
    `${paint.dim('look at')} kardashev serve ${name}   ${paint.dim('why:')} kardashev claims ${name}`,
  ];
}
