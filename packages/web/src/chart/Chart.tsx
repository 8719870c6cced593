import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { effect } from '@preact/signals';
import { digits, monthName, quantity, text } from '../format/quantity.ts';
import { language } from '../language/language.ts';
import { at } from '../months/table.ts';
import { goTo, month, playing } from '../state/mission.ts';
import { theme } from '../style/theme.ts';
import './chart.css';
import { bandsOf } from './bands.ts';
import { chartOptions } from './chartOptions.ts';
import type { Chart as ChartModel } from './model.ts';
import { words } from './words.ts';

/** One small chart with a line at the month on show; pressing in it goes to that month. */
export function Chart({ chart, labels }: { chart: ChartModel; labels: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  const worn = theme.value;
  const spoken = language.value;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const plot = new uPlot(chartOptions(chart, labels, size(element)), data(chart, labels), element);
    const cursor = cursorIn(plot);
    const place = () => cursor.show(month.value, at(chart.lines[0]?.values, month.value));
    const observer = new ResizeObserver(() => {
      plot.setSize(size(element));
      place();
    });
    observer.observe(element);
    const stop = effect(place);
    const release = seek(plot, labels.length);
    return () => {
      stop();
      release();
      observer.disconnect();
      plot.destroy();
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

function size(element: HTMLElement): { width: number; height: number } {
  return { width: Math.max(60, element.clientWidth), height: Math.max(40, element.clientHeight) };
}

function data(chart: ChartModel, labels: readonly string[]): uPlot.AlignedData {
  const open = (values: Float64Array) =>
    Array.from(values, (value) => (Number.isFinite(value) ? value : null));
  return [
    labels.map((_, index) => index),
    ...[...bandsOf(chart), ...chart.lines].map(({ values }) => open(values)),
  ];
}

/** The line at the month on show, laid over the chart so that moving it draws nothing anew. */
function cursorIn(plot: uPlot) {
  const line = document.createElement('div');
  const dot = document.createElement('div');
  line.className = 'chart-cursor';
  dot.className = 'chart-dot';
  plot.over.append(line, dot);
  return {
    show: (index: number, value: number) => {
      const left = plot.valToPos(index, 'x');
      line.style.transform = `translateX(${left}px)`;
      dot.hidden = !Number.isFinite(value);
      if (!dot.hidden) dot.style.transform = `translate(${left}px, ${plot.valToPos(value, 'y')}px)`;
    },
  };
}

function seek(plot: uPlot, months: number): () => void {
  const to = (event: PointerEvent) => {
    if (event.buttons === 0) return;
    playing.value = false;
    goTo(Math.min(months - 1, plot.posToVal(event.offsetX, 'x')));
  };
  plot.over.addEventListener('pointerdown', to);
  plot.over.addEventListener('pointermove', to);
  return () => {
    plot.over.removeEventListener('pointerdown', to);
    plot.over.removeEventListener('pointermove', to);
  };
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
