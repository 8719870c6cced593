import { useEffect, useRef } from 'preact/hooks';
import { digits, monthName, quantity, text } from '../format/quantity.ts';
import { language } from '../language/language.ts';
import { theme } from '../style/theme.ts';
import './chart.css';
import type { Chart as ChartModel } from './model.ts';
import { words } from './words.ts';

/** uPlot is on its way from the beginning, and no figure waits for it. Should it not arrive, the chart is told in words. */
const drawing = import('./drawing.ts');

/** One small chart with a line at the month on show; pressing in it goes to that month. */
export function Chart({ chart, labels }: { chart: ChartModel; labels: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  const worn = theme.value;
  const spoken = language.value;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let ended = false;
    let release = () => {};
    drawing.then(
      ({ draw }) => {
        if (!ended) release = draw(element, chart, labels);
      },
      () => {
        element.textContent = summary(chart, labels);
      },
    );
    return () => {
      ended = true;
      release();
    };
  }, [chart, labels, worn, spoken]);
  return (
    <figure class="chart">
      {chart.lines.length > 1 && !chart.keyless && (
        <figcaption>
          {chart.lines.map(({ label, role }) => (
            <span key={label} class={`key ${role}`}>
              {label}
            </span>
          ))}
        </figcaption>
      )}
      <div ref={box} class="plot" role="img" aria-label={summary(chart, labels)} />
    </figure>
  );
}

/** What the chart shows, for those who do not see it. */
function summary({ title, unit, lines, fan }: ChartModel, labels: readonly string[]): string {
  const first = monthName(labels[0] ?? '');
  const end = monthName(labels.at(-1) ?? '');
  const write = (value: number) => text(quantity(value, unit)) || digits(value);
  const told = lines.map(({ label, values }) => {
    const known = [...values].filter(Number.isFinite);
    if (known.length === 0) return words().none(label);
    return words().course(label, write(known[0]!), write(known.at(-1)!), write(Math.max(...known)));
  });
  const low = fan?.p5.findLast(Number.isFinite);
  const high = fan?.p95.findLast(Number.isFinite);
  if (low !== undefined && high !== undefined) told.push(words().fan(write(low), write(high)));
  return `${words().span(title, first, end)}: ${told.join('; ')}`;
}
