import { useMemo } from 'preact/hooks';
import { Card } from '../cards/Card.tsx';
import { Chart } from '../chart/Chart.tsx';
import type { Line } from '../chart/model.ts';
import type { Series } from '../months/table.ts';
import type { Side } from './SideBySide.tsx';
import { sum, together } from './together.ts';
import { words } from './words.ts';

/** The columns that the charts are made of. */
export const chartColumns = [
  'inService',
  'powerToCompute_W',
  'delivered_FLOPperS',
  'levelised_USD2026perFLOP',
  'cash_USD',
  'capitalNeeded_USD',
] as const;

const pflopDay_FLOP = 1e15 * 86_400;

interface Drawn {
  readonly name: keyof ReturnType<typeof words>['chart'];
  readonly unit: string;
  readonly logarithmic?: boolean;
  of(side: Side): (months: Side['months']) => Series | undefined;
}

const inOrbit = ({ shells }: Side) => {
  const names = new Set(shells.map(({ name }) => name));
  return (row: string) => names.has(row);
};

const drawn: readonly Drawn[] = [
  { name: 'satellites', unit: '1', of: (side) => sum('inService', inOrbit(side)) },
  { name: 'power', unit: 'W', of: (side) => sum('powerToCompute_W', inOrbit(side)) },
  { name: 'delivered', unit: 'FLOP/s', of: () => sum('delivered_FLOPperS') },
  { name: 'cost', unit: 'USD', logarithmic: true, of: (side) => orbitCost(side) },
  { name: 'cash', unit: 'USD', of: () => sum('cash_USD') },
  { name: 'needed', unit: 'USD', of: () => sum('capitalNeeded_USD') },
];

/** Mean over the shells by planned satellites; none in months in which one of them would deliver nothing. */
function orbitCost({ shells }: Side): (months: Side['months']) => Series | undefined {
  const weights = new Map(shells.map(({ name, planes, perPlane }) => [name, planes * perPlane]));
  return ({ labels, columns }) => {
    const column = columns.find(({ name }) => name === 'levelised_USD2026perFLOP');
    if (!column?.rows.some((row) => weights.has(row))) return undefined;
    return Float64Array.from(labels, (_, month) => {
      let all = 0;
      let total = 0;
      column.rows.forEach((row, index) => {
        const weight = weights.get(row) ?? 0;
        if (weight === 0) return;
        all += weight;
        total += weight * (column.values[index]?.[month] ?? Number.NaN);
      });
      return (total / all) * pflopDay_FLOP;
    });
  };
}

/** Both runs in every chart: A drawn through, B dashed. */
export function Charts({ a, b }: { a: Side; b: Side }) {
  const say = words();
  return (
    <Card id="compare-charts" title={say.charts}>
      <div class="small-charts">
        {drawn.map((one) => (
          <Two key={one.name} one={one} a={a} b={b} />
        ))}
      </div>
    </Card>
  );
}

function Two({ one, a, b }: { one: Drawn; a: Side; b: Side }) {
  const say = words();
  const title = say.chart[one.name];
  const { chart, labels } = useMemo(() => {
    const left = together(a.months, b.months, one.of(a));
    const right = together(a.months, b.months, one.of(b));
    const lines: Line[] = [
      ...(left.a && worth(left.a) ? [{ label: say.a, values: left.a, role: 'main' as const }] : []),
      ...(right.b && worth(right.b) ? [{ label: say.b, values: right.b, role: 'other' as const }] : []),
    ];
    const logarithmic = one.logarithmic === true || farApart(lines);
    const chart = {
      title,
      unit: one.unit,
      lines: logarithmic ? lines.map(drawable(one.unit)) : lines,
      still: true,
      logarithmic,
    };
    return { chart, labels: left.labels };
  }, [a, b, say]);
  return (
    <div class="low-chart">
      <h4>{title}</h4>
      {chart.lines.length > 0 ? <Chart chart={chart} labels={labels} /> : <p class="quiet">{say.noChart}</p>}
    </div>
  );
}

/** From which factor on the smaller of two would lie on the axis of the larger one. */
const factorApart = 25;

function farApart(lines: readonly Line[]): boolean {
  const peaks = lines.map(({ values }) => Math.max(...values.filter(Number.isFinite)));
  const negative = lines.some(({ values }) => values.some((value) => value < 0));
  return !negative && Math.min(...peaks) > 0 && Math.max(...peaks) / Math.min(...peaks) > factorApart;
}

/** Nothing has no place on a logarithmic axis, and of what is counted nothing is less than one. */
const drawable =
  (unit: string) =>
  (line: Line): Line => ({
    ...line,
    values: line.values.map((value) => (value > 0 && (unit !== '1' || value >= 1) ? value : Number.NaN)),
  });

const worth = (values: Series): boolean => values.some((value) => Number.isFinite(value));
