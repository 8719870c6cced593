import { spanMark, spanMarks } from '../chart/chartOptions.ts';
import type { Chart } from '../chart/model.ts';
import { quantity, text } from '../format/quantity.ts';
import { escaped } from './html.ts';

const size = { width: 360, height: 150 } as const;
const frame = { left: 62, right: 8, top: 8, bottom: 20 } as const;

/** A chart as SVG that needs nothing around it: lines in the colours of the report, told apart by dashes as well. */
export function svgChart({ title, unit, lines, logarithmic }: Chart, labels: readonly string[]): string {
  const known = lines.flatMap(({ values }) =>
    [...values].filter((value) => Number.isFinite(value) && (!logarithmic || value > 0)),
  );
  if (known.length === 0) return '';
  const scale = logarithmic ? Math.log10 : (value: number) => value;
  const low = scale(logarithmic ? Math.min(...known) : Math.min(0, ...known));
  const high = Math.max(scale(Math.max(...known)), low + 1e-12);
  const x = (month: number) =>
    frame.left + (month / Math.max(1, labels.length - 1)) * (size.width - frame.left - frame.right);
  const y = (value: number) =>
    frame.top + (1 - (scale(value) - low) / (high - low)) * (size.height - frame.top - frame.bottom);
  const spans = logarithmic && unit === 's';
  const marks = spans
    ? spanMarks(10 ** low, 10 ** high)
    : logarithmic
      ? decades(low, high)
      : ticks(low, high);
  const written = (value: number) => (spans ? spanMark(value) : text(quantity(value, unit)));
  const grid = marks.map(
    (value) =>
      `<line class="grid" x1="${frame.left}" x2="${size.width - frame.right}" y1="${fixed(y(value))}" y2="${fixed(y(value))}"/><text x="${frame.left - 6}" y="${fixed(y(value) + 3.5)}" text-anchor="end">${escaped(written(value))}</text>`,
  );
  const years = labels.flatMap((label, month) =>
    /[05]-01$/.test(label)
      ? [
          `<text x="${fixed(x(month))}" y="${size.height - 5}" text-anchor="middle">${label.slice(0, 4)}</text>`,
        ]
      : [],
  );
  const drawn = [...lines]
    .reverse()
    .map(({ values, role }) => `<path class="${role}" d="${pathOf(values, x, y, logarithmic)}"/>`);
  return `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escaped(title)}">${grid.join('')}${years.join('')}${drawn.join('')}</svg>`;
}

const fixed = (value: number) => value.toFixed(1);

/** A line through the months that have a value, broken where some have none. */
function pathOf(
  values: Float64Array,
  x: (month: number) => number,
  y: (value: number) => number,
  logarithmic = false,
): string {
  let path = '';
  let pen = 'M';
  values.forEach((value, month) => {
    const there = Number.isFinite(value) && (!logarithmic || value > 0);
    if (there) path += `${pen}${fixed(x(month))} ${fixed(y(value))}`;
    pen = there ? 'L' : 'M';
  });
  return path;
}

/** Three to five round values between two others. */
export function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
}

function decades(low: number, high: number): number[] {
  const all = Array.from(
    { length: Math.floor(high) - Math.ceil(low) + 1 },
    (_, index) => 10 ** (Math.ceil(low) + index),
  );
  const every = Math.ceil(all.length / 5);
  return all.filter((_, index) => index % every === 0);
}
