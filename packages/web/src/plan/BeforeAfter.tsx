import { useMemo } from 'preact/hooks';
import { Chart } from '../chart/Chart.tsx';
import type { Chart as ChartModel, Line } from '../chart/model.ts';
import { ChartExport } from '../exports/ChartExport.tsx';
import { headlineSeries } from '../headlines/series.ts';
import { titleOf } from '../lineage/titles.ts';
import type { Series } from '../months/table.ts';
import { keptMission } from '../rerun/state.ts';
import type { Mission } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import { words } from './words.ts';

/** The figures that a change is watched by over the months, as they are and as they were. */
export function BeforeAfter({ mission }: { mission: Mission }) {
  const kept = keptMission.value;
  const said = words();
  const charts = useMemo(() => chartsOf(mission, kept), [mission, kept, said]);
  return (
    <section class="plan-charts" aria-labelledby="charts-title">
      <h2 id="charts-title">{said.charts}</h2>
      {charts.map((chart) => (
        <div class="plan-chart" key={chart.title}>
          <header>
            <h3>{chart.title}</h3>
            <ChartExport title={chart.title} />
          </header>
          <Chart chart={chart} labels={mission.table.labels} />
        </div>
      ))}
    </section>
  );
}

type Wanted = 'satellites' | 'power_W' | 'orbit_USDperPFLOPday' | 'cash_USD';

/** One chart a figure, as the page draws it and as the report does. */
export function chartsOf(mission: Mission, kept: Mission | undefined): ChartModel[] {
  const { now, before } = words();
  const after = seriesOf(mission);
  const was = kept && kept.table.labels.length === mission.table.labels.length ? seriesOf(kept) : undefined;
  const chart = (name: Wanted, title: string, unit: string): ChartModel[] => {
    const values = after[name];
    if (!values) return [];
    const lines: Line[] = [{ label: now, values, role: 'main' }];
    const old: Series | undefined = was?.[name];
    if (old) lines.push({ label: before, values: old, role: 'other' });
    return [{ title, unit, lines }];
  };
  return [
    ...chart('satellites', titleOf('fleet.satellites_end'), '1'),
    ...chart('power_W', titleOf('fleet.powerToCompute_W'), 'W'),
    ...chart('orbit_USDperPFLOPday', titleOf('capital.orbit_USDperPFLOPday'), 'USD'),
    ...chart('cash_USD', words().cash, 'USD'),
  ];
}

function seriesOf({ table, shells, verdict, funding }: Mission) {
  const names = new Set(shells.map(({ name }) => name));
  const inOrbit = (row: string) => names.has(row);
  const mankindAtEnd = passOf(verdict, funding)?.kardashev.mankind ?? null;
  return headlineSeries({ table, shells, inOrbit, mankindAtEnd });
}
