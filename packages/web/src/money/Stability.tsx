import type { Value } from '@kardashev/contracts/value.ts';
import { useMemo } from 'preact/hooks';
import { Chart } from '../chart/Chart.tsx';
import { count, monthName } from '../format/quantity.ts';
import { ready } from '../state/mission.ts';
import { SaveCsv } from '../tables/Table.tsx';
import { words } from './words.ts';

/** What is beyond this is as good as never: the chart would only show it. */
const most = 10;

/** S by month: whether what comes in outgrows what is burnt, and who pays. */
export function Stability({ value }: { value: Value }) {
  const say = words().value;
  const { stability, breaks } = value;
  const labels = ready.value?.table.labels ?? stability.map(({ month }) => month);
  const chart = useMemo(() => {
    const known = new Map(stability.map(({ month, S }) => [month, S]));
    const values = Float64Array.from(labels, (label) => Math.min(most, known.get(label) ?? Number.NaN));
    return {
      title: say.stabilityChart,
      unit: '1',
      lines: [
        { label: 'S', values, role: 'main' as const },
        { label: say.one, values: new Float64Array(labels.length).fill(1), role: 'other' as const },
      ],
    };
  }, [value, say, labels]);
  const months = (regime: string) => count(stability.filter((one) => one.regime === regime).length);
  return (
    <div class="low-chart">
      <h4>
        {say.stability}{' '}
        <SaveCsv
          name={`${value.run}-stability.csv`}
          table={say.stabilityChart}
          rows={() => [
            ['month', 'S', 'regime'],
            ...stability.map(({ month, S, regime }) => [month, S, regime]),
          ]}
        />
      </h4>
      <Chart chart={chart} labels={labels} />
      <p class="quiet small">
        <strong>{breaks ? say.breaks(monthName(breaks)) : say.holds}</strong>{' '}
        {say.regimes(months('hedge'), months('speculative'), months('ponzi'), count(stability.length))}{' '}
        {say.stabilityLead}
      </p>
    </div>
  );
}
