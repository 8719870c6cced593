import type uPlot from 'uplot';
import { quantity, text } from '../format/quantity.ts';
import { colour } from '../style/theme.ts';
import { bandFills, bandsOf } from './bands.ts';
import type { Chart, Line } from './model.ts';
import { words } from './words.ts';

/** The colours of the theme on show; `fill` lies under the main line. */
const inks = () => ({
  main: colour('--accent'),
  other: colour('--cool'),
  fill: colour('--accent-soft'),
  faint: colour('--ink-faint'),
  line: colour('--line'),
});
const font = '11px system-ui, sans-serif';

/** uPlot with everything taken away that a small chart does not need. */
export function chartOptions(
  chart: Chart,
  labels: readonly string[],
  { width, height }: { width: number; height: number },
): uPlot.Options {
  const ink = inks();
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [6, 8, 0, 0],
    scales: { x: { time: false }, y: yScale(chart) },
    axes: [years(labels), values(chart)],
    bands: bandFills(chart),
    series: [
      {},
      ...bandsOf(chart).map(({ label }) => ({ label, points: { show: false } })),
      ...chart.lines.map(({ label, role, ink: own, dash }) => ({
        label,
        stroke: own ? colour(own) : ink[role],
        width: role === 'main' ? 1.75 : 1.5,
        // Told apart by more than their colour.
        ...(dash ? { dash: [...dash] } : role === 'other' ? { dash: [5, 4] } : {}),
        fill: isFilled(chart, role) ? ink.fill : undefined,
        points: { show: false },
      })),
    ],
  };
}

/** A line's area hides what lies behind it, a fan or more lines, and says something only above a zero. */
const isFilled = ({ logarithmic, floating, fan, lines }: Chart, role: Line['role']): boolean =>
  role === 'main' && !logarithmic && !floating && !fan && lines.length < 3;

function yScale({ logarithmic, lines, fan, keyless, floating }: Chart): uPlot.Scale {
  if (logarithmic)
    return { distr: 3, log: 10, range: (_plot, low, high) => logRange(low, high, lines.length) };
  if (floating) return { range: (_plot, low, high) => roomAround(low, high) };
  const drawn = [...lines.map(({ values }) => values), ...(fan ? [fan.p5] : [])];
  const lowest = Math.min(0, ...drawn.flatMap((values) => [...values].filter(Number.isFinite)));
  // Two lines need a key, which stands above them.
  const room = lines.length > 1 && !keyless ? 1.45 : 1.05;
  return { range: (_plot, _low, high) => [lowest < 0 ? lowest * 1.05 : 0, high > 0 ? high * room : 1] };
}

/** A tenth of room above and below; at least a thousandth of the values themselves, so that noise looks small. */
function roomAround(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [0, 1];
  const room = Math.max(0.1 * (high - low), 1e-3 * Math.abs(high), 1e-9);
  return [low - room, high + room];
}

/** A little room around what is shown, and above it for the key of two lines. */
function logRange(low: number, high: number, lines: number): [number, number] {
  if (!(low > 0 && high > 0)) return [1, 10];
  const span = Math.max(high / low, 2);
  return [low / span ** 0.08, high * span ** (lines > 1 ? 0.32 : 0.08)];
}

/** As wide as the longest mark in it, in pixels of the small type, and never so narrow that charts jump. */
function axisWidth(written: readonly string[] | null): number {
  const longest = Math.max(0, ...(written ?? []).map((mark) => mark?.length ?? 0));
  return Math.max(54, 6.4 * longest + 12);
}

function years(labels: readonly string[]): uPlot.Axis {
  const ink = inks();
  const marks = labels.flatMap((label, index) => (/[05]-01$/.test(label) ? [index] : []));
  return {
    stroke: ink.faint,
    font,
    size: 20,
    gap: 3,
    grid: { show: false },
    ticks: { show: true, stroke: ink.line, size: 3, width: 1 },
    splits: () => marks,
    values: (_plot, splits) => splits.map((index) => labels[index]?.slice(0, 4) ?? ''),
  };
}

function values({ unit, logarithmic }: Chart): uPlot.Axis {
  const ink = inks();
  return {
    stroke: ink.faint,
    font,
    size: (_plot, written) => axisWidth(written),
    gap: 4,
    space: 26,
    grid: { stroke: ink.line, width: 1 },
    ticks: { show: false },
    ...(logarithmic
      ? unit === 's'
        ? spans
        : decades(unit)
      : {
          values: (_plot, splits) => splits.map((value) => text(quantity(value, unit))),
          ...(unit === 'K' ? celsius : {}),
        }),
  };
}

const freezing_K = 273.15;

/** Temperatures are kept in kelvin and written in degrees Celsius, which are to be the round ones. */
const celsius: Pick<uPlot.Axis, 'splits'> = {
  splits: (_plot, _axis, low, high, step) => roundCelsius(low, high, step),
};

/** Marks, in kelvin, at the multiples of a step in degrees Celsius between two temperatures. */
export function roundCelsius(low_K: number, high_K: number, step_K: number): number[] {
  const first = Math.ceil((low_K - freezing_K) / step_K);
  const last = Math.floor((high_K - freezing_K) / step_K);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * step_K + freezing_K);
}

/** Marks of a logarithmic axis of time. */
const marks = new Map([
  [1, () => '1 s'],
  [60, () => '1 min'],
  [3600, () => '1 h'],
  [86_400, () => words().day],
  [10 * 86_400, () => words().days(10)],
  [100 * 86_400, () => words().days(100)],
  [365.25 * 86_400, () => words().year],
  [3652.5 * 86_400, () => words().years(10)],
]);

const spans: Pick<uPlot.Axis, 'filter' | 'splits' | 'values'> = {
  // uPlot would hide marks that are no powers of ten.
  filter: (_plot, splits) => splits,
  splits: (_plot, _axis, low, high) => spanMarks(low, high),
  values: (_plot, splits) => splits.map(spanMark),
};

/** Round spans of time between two others, in seconds: a minute, an hour, a day. */
export const spanMarks = (low_s: number, high_s: number): number[] =>
  apart(
    [...marks.keys()].filter((mark) => mark >= low_s && mark <= high_s),
    high_s / low_s,
  );

export const spanMark = (mark_s: number): string => marks.get(mark_s)?.() ?? '';

/** Marks at powers of ten, and at twos and fives where there is room for them. */
const decades = (unit: string): Pick<uPlot.Axis, 'filter' | 'splits' | 'values'> => ({
  filter: (_plot, splits) => splits,
  splits: (_plot, _axis, low, high) => logMarks(low, high),
  values: (_plot, splits) => splits.map((mark) => text(quantity(mark, unit))),
});

/** At most about six marks of a logarithmic axis between two values. */
export function logMarks(low: number, high: number): number[] {
  const from = Math.floor(Math.log10(low));
  const to = Math.ceil(Math.log10(high));
  const span = Math.log10(high / low);
  const digits = span <= 2.2 ? [1, 2, 5] : [1];
  const every = Math.max(1, Math.ceil(span / 6));
  const all = Array.from({ length: to - from + 1 }, (_, step) => from + step)
    .filter((power) => digits.length > 1 || power % every === 0)
    .flatMap((power) => digits.map((digit) => digit * 10 ** power));
  return all.filter((mark) => mark >= low && mark <= high);
}

/** Marks far enough from each other to be written, the largest first kept. */
function apart(all: readonly number[], span: number): number[] {
  const least = span ** 0.2;
  const kept: number[] = [];
  for (const mark of [...all].reverse()) {
    if (kept[0] === undefined || kept[0] / mark >= least) kept.unshift(mark);
  }
  return kept;
}
