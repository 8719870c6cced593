import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Chart } from '../../chart/Chart.tsx';
import { quantity, text } from '../../format/quantity.ts';
import { language } from '../../language/language.ts';
import { at } from '../../months/table.ts';
import { month } from '../../state/mission.ts';
import { fans } from '../../studies/fans.ts';
import { Table } from '../../tables/Table.tsx';
import type { Depth, DepthChart, DepthInput } from './depth.ts';
import { words } from './words.ts';

/** The charts of a room side by side, all over the same months. */
export function Multiples({ depth, input }: { depth: Depth; input: DepthInput }) {
  const charts = useMemo(
    () => depth.charts(input).filter((chart) => chart !== undefined),
    [depth, input, language.value],
  );
  return (
    <section aria-labelledby="depth-charts">
      <h3 id="depth-charts" class="unseen">
        {words().charts}
      </h3>
      <div class="depth-grid">
        {charts.map((chart) => (
          <Multiple key={chart.title} chart={chart} labels={input.table.labels} />
        ))}
      </div>
    </section>
  );
}

function Multiple({ chart, labels }: { chart: DepthChart; labels: readonly string[] }) {
  const table = useSignal(false);
  const fan = fans.value.get(chart.fan_of ?? '');
  const drawn = useMemo(() => ({ ...chart, ...(fan ? { fan } : {}) }), [chart, fan]);
  const { asTable, asChart } = words();
  return (
    <article class="multiple" data-fan={fan ? chart.fan_of : undefined}>
      <header>
        <h4>{chart.title}</h4>
        <button
          type="button"
          aria-label={`${chart.title} ${table.value ? asChart : asTable}`}
          onClick={() => {
            table.value = !table.value;
          }}
        >
          {table.value ? asChart : asTable}
        </button>
      </header>
      {table.value ? <Yearly chart={chart} labels={labels} /> : <Drawn chart={drawn} labels={labels} />}
    </article>
  );
}

function Drawn({ chart, labels }: { chart: DepthChart; labels: readonly string[] }) {
  return (
    <>
      <ul class="multiple-key">
        {chart.lines.map(({ label, values, ink, dash }) => (
          <li key={label}>
            <svg viewBox="0 0 22 6" aria-hidden="true">
              <line
                x1="0"
                x2="22"
                y1="3"
                y2="3"
                style={{ stroke: `var(${ink ?? '--accent'})` }}
                stroke-dasharray={dash?.join(' ')}
              />
            </svg>
            {label} <strong>{written(chart, at(values, month.value))}</strong>
          </li>
        ))}
      </ul>
      <Chart chart={chart} labels={labels} />
    </>
  );
}

/** What the chart draws, December by December. */
function Yearly({ chart, labels }: { chart: DepthChart; labels: readonly string[] }) {
  const decembers = labels.flatMap((label, index) => (label.endsWith('-12') ? [{ label, index }] : []));
  return (
    <div class="multiple-table">
      <Table
        caption={words().tableOf(chart.title)}
        corner={words().year}
        columns={chart.lines.map(({ label }) => ({ head: label }))}
        rows={decembers.map(({ label, index }) => ({
          head: label.slice(0, 4),
          cells: chart.lines.map(({ values }) => written(chart, at(values, index))),
        }))}
      />
    </div>
  );
}

const written = ({ unit }: DepthChart, value: number): string => text(quantity(value, unit));
