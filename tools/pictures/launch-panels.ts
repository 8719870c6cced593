import type { Calibration } from '@kardashev/model/transport/history/calibrate.ts';
import { gapsByPad } from '@kardashev/model/transport/history/gaps.ts';
import { yearCounts } from '@kardashev/model/transport/history/origins.ts';
import { lnGamma } from '@kardashev/model/transport/history/special.ts';
import { turnsOf } from '@kardashev/model/transport/history/turnaround.ts';

const [width, height] = [760, 440];
const frame = { left: 62, top: 62, right: 20, bottom: 62 };
const source = 'Record: GCAT, Jonathan McDowell, planet4589.org, CC BY 4.0';

/** A drawing area: where numbers lie in it, and what was drawn. */
class Panel {
  readonly #drawn: string[] = [];
  readonly #box: { readonly left: number; readonly width: number };
  readonly #x: (value: number) => number;
  readonly #y: (value: number) => number;

  constructor(
    box: { readonly left: number; readonly width: number },
    x: readonly [number, number],
    y: readonly [number, number],
    logarithmic: boolean,
  ) {
    const scale = logarithmic ? Math.log : (value: number) => value;
    const place = (value: number, [low, high]: readonly [number, number]): number =>
      (scale(value) - scale(low)) / (scale(high) - scale(low));
    this.#box = box;
    this.#x = (value) => box.left + box.width * place(value, x);
    this.#y = (value) => frame.top + (height - frame.top - frame.bottom) * (1 - place(value, y));
  }

  bar(from: number, to: number, low: number, high: number, style: string): void {
    const [left, right, top, bottom] = [this.#x(from), this.#x(to), this.#y(high), this.#y(low)];
    this.#drawn.push(
      `<rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${(right - left).toFixed(1)}" height="${(bottom - top).toFixed(1)}" ${style}/>`,
    );
  }

  dot(x: number, y: number, style: string, radius = 4): void {
    this.#drawn.push(
      `<circle cx="${this.#x(x).toFixed(1)}" cy="${this.#y(y).toFixed(1)}" r="${radius}" ${style}/>`,
    );
  }

  line(points: readonly (readonly [number, number])[], style: string): void {
    const path = points.map(
      ([x, y], i) => `${i === 0 ? 'M' : 'L'}${this.#x(x).toFixed(1)} ${this.#y(y).toFixed(1)}`,
    );
    this.#drawn.push(`<path d="${path.join('')}" fill="none" ${style}/>`);
  }

  axes(title: string, xs: readonly number[], ys: readonly number[], xName: string): void {
    const { left, width: wide } = this.#box;
    const base = height - frame.bottom;
    this.#drawn.unshift(
      `<text x="${left}" y="${frame.top - 14}" class="title">${title}</text>`,
      ...ys.flatMap((y) => [
        `<path d="M${left} ${this.#y(y).toFixed(1)}h${wide}" class="grid"/>`,
        `<text x="${left - 8}" y="${(this.#y(y) + 4).toFixed(1)}" text-anchor="end">${y}</text>`,
      ]),
      ...xs.map(
        (x) => `<text x="${this.#x(x).toFixed(1)}" y="${base + 18}" text-anchor="middle">${x}</text>`,
      ),
      `<text x="${left + wide / 2}" y="${base + 36}" text-anchor="middle">${xName}</text>`,
    );
  }

  words(x: number, y: number, text: string, style = ''): void {
    this.#drawn.push(
      `<text x="${this.#x(x).toFixed(1)}" y="${this.#y(y).toFixed(1)}" ${style}>${text}</text>`,
    );
  }

  toString(): string {
    return this.#drawn.join('\n');
  }
}

function page(title: string, panels: readonly Panel[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#334">
<style>.title{font-size:13px;font-weight:600}.grid{stroke:#dde;stroke-width:1}</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="16" y="24" font-size="15" font-weight="600">${title}</text>
${panels.join('\n')}
<text x="${width - 12}" y="${height - 4}" text-anchor="end" font-size="10" fill="#778">${source}</text>
</svg>
`;
}

const [came, band, future] = ['#1b3a6b', '#e8a33d', '#3d8f7a'];
const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

/** What came, what was forecast of it one and two years before, and what is forecast now. */
export function forecastPicture({ log, until, origins, forecast }: Calibration): string {
  const counts = yearCounts(log.launches, until);
  const first = counts[0]!.year;
  const most = 50 * Math.ceil(Math.max(...forecast.map(({ p90 }) => p90)) / 50);
  const panel = new Panel(
    { left: frame.left, width: width - frame.left - frame.right },
    [first - 0.5, forecast.at(-1)!.year + 0.5],
    [0, most],
    false,
  );
  for (const { origin, year, p10, p50, p90 } of origins) {
    const [at, wide] = year - origin === 1 ? [year - 0.2, 0.13] : [year + 0.2, 0.13];
    const opacity = year - origin === 1 ? 0.75 : 0.35;
    panel.bar(at - wide, at + wide, p10, p90, `fill="${band}" fill-opacity="${opacity}"`);
    panel.line(
      [
        [at - wide, p50],
        [at + wide, p50],
      ],
      'stroke="#8a5a10" stroke-width="2"',
    );
  }
  for (const { year, p10, p50, p90 } of forecast) {
    panel.bar(year - 0.25, year + 0.25, p10, p90, `fill="${future}" fill-opacity="0.5"`);
    panel.line(
      [
        [year - 0.25, p50],
        [year + 0.25, p50],
      ],
      `stroke="${future}" stroke-width="3"`,
    );
    panel.words(year + 0.45, p90 + most / 50, `${p10} · ${p50} · ${p90}`, 'text-anchor="end"');
  }
  for (const { year, launches } of counts) panel.dot(year, launches, `fill="${came}"`);
  const key = (row: number, words: string, colour: string, opacity: number): void => {
    const y = most * (0.95 - 0.07 * row);
    panel.bar(
      first,
      first + 0.3,
      y - most * 0.015,
      y + most * 0.025,
      `fill="${colour}" fill-opacity="${opacity}"`,
    );
    panel.words(first + 0.5, y - most * 0.01, words);
  };
  key(0, 'came', came, 1);
  key(1, 'P10–P90 and median from the end of the year before', band, 0.75);
  key(2, 'the same from two years before', band, 0.35);
  key(3, `from the end of ${counts.at(-1)!.year}`, future, 0.5);
  panel.axes('launches a year', range(first, forecast.at(-1)!.year, 1), range(0, most, 50), '');
  return page('Falcon 9: launches, and forecasts from what was known', [panel]);
}

/** Turnaround against launches with the fitted law, and gaps of the busiest pad with their Gamma distribution. */
export function fitPicture({ log, until, fit }: Calibration): string {
  const wide = (width - 2 * frame.left - frame.right - 20) / 2;
  const turns = new Panel({ left: frame.left, width: wide }, [20, 400], [5, 1000], true);
  for (const { done, days, returned } of turnsOf(log.launches, until)) {
    if (done < 20) continue;
    const style = returned
      ? `fill="${came}" fill-opacity="0.5"`
      : `fill="none" stroke="${band}" stroke-width="1.5"`;
    turns.dot(done, Math.max(5, Math.min(1000, days)), style, 3);
  }
  const { turnaround, pads } = fit;
  if (turnaround !== null) {
    const power = Math.log2(1 - turnaround.learning.p50);
    const law = (n: number, times: number): readonly [number, number] => [
      n,
      turnaround.median_d.p50 * times * (n / fit.launches) ** power,
    ];
    const ends = [35, fit.launches] as const;
    const scatter = Math.exp(1.2816 * turnaround.scatter.p50);
    turns.line(
      ends.map((n) => law(n, 1)),
      `stroke="${future}" stroke-width="2.5"`,
    );
    for (const times of [scatter, 1 / scatter]) {
      turns.line(
        ends.map((n) => law(n, times)),
        `stroke="${future}" stroke-dasharray="5 4"`,
      );
    }
  }
  turns.axes(
    'booster turnaround, days (open: not back yet)',
    [20, 50, 100, 200, 400],
    [5, 10, 30, 100, 300, 1000],
    'launches done before it',
  );
  return page('Falcon 9 to 2023: what was fitted', [turns, padPanel(log, until, pads[0]!, wide)]);
}

function padPanel(
  { launches }: Calibration['log'],
  until: number,
  pad: Calibration['fit']['pads'][number],
  wide: number,
): Panel {
  const gaps = (gapsByPad(launches).get(pad.pad) ?? [])
    .filter(({ day }) => day > until - 365)
    .map(({ gap_d }) => gap_d);
  const most = 2 * Math.ceil(Math.max(...gaps) / 2) + 2;
  const bins = range(0, most - 1, 1).map((from) => gaps.filter((gap) => Math.round(gap) === from).length);
  const top = 5 * Math.ceil((Math.max(...bins) + 2) / 5);
  const panel = new Panel({ left: 2 * frame.left + wide + 20, width: wide }, [0, most], [0, top], false);
  bins.forEach((count, day) => {
    if (count > 0) panel.bar(day - 0.42, day + 0.42, 0, count, `fill="${came}" fill-opacity="0.6"`);
  });
  const shape = pad.shape.p50;
  const scale = pad.mean_d.p50 / shape;
  const density = (x: number): number =>
    Math.exp((shape - 1) * Math.log(x) - x / scale - lnGamma(shape) - shape * Math.log(scale));
  panel.line(
    range(0.1, most, 0.1).map((x) => [x, gaps.length * density(x)] as const),
    `stroke="${future}" stroke-width="2.5"`,
  );
  panel.line(
    range(0.1, most, 0.1).map(
      (x) => [x, (gaps.length / pad.mean_d.p50) * Math.exp(-x / pad.mean_d.p50)] as const,
    ),
    `stroke="${band}" stroke-width="1.5" stroke-dasharray="5 4"`,
  );
  panel.axes(`gaps at ${pad.pad} (dashed: Poisson)`, range(0, most, 2), range(0, top, 5), 'days');
  return panel;
}
