import { effect } from '@preact/signals';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { at } from '../months/table.ts';
import { goTo, month, playing } from '../state/mission.ts';
import { bandsOf } from './bands.ts';
import { chartOptions } from './chartOptions.ts';
import type { Chart } from './model.ts';

/** Draws a chart into an element and keeps it as large as that is; gives the means to take it away again. */
export function draw(element: HTMLElement, chart: Chart, labels: readonly string[]): () => void {
  const plot = new uPlot(chartOptions(chart, labels, size(element)), data(chart, labels), element);
  const cursor = chart.still ? undefined : cursorIn(plot);
  const place = () => cursor?.show(month.value, at(chart.lines[0]?.values, month.value));
  const observer = new ResizeObserver(() => {
    plot.setSize(size(element));
    place();
  });
  observer.observe(element);
  const stop = effect(place);
  const release = chart.still ? () => {} : seek(plot, labels.length);
  return () => {
    stop();
    release();
    observer.disconnect();
    plot.destroy();
  };
}

function size(element: HTMLElement): { width: number; height: number } {
  return { width: Math.max(60, element.clientWidth), height: Math.max(40, element.clientHeight) };
}

function data(chart: Chart, labels: readonly string[]): uPlot.AlignedData {
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
