import type { Months } from '@kardashev/contracts/months.ts';
import { type MonthTable, monthTable, type Series, total } from '../months/table.ts';

/** The columns from which the law is read. */
export const scalingColumns = [
  'massInOrbit_kg',
  'installed_FLOPperS',
  'delivered_FLOPperS',
  'jointTraining_FLOPperS',
  'trainingElasticity',
] as const;

/** From where a slope counts as bent away from one, as the claim `no-upper-limit` has it. */
export const straight = 0.95;
/** Months by which a slope is taken: long enough for mass to have changed. */
const window = 24;
/** Mass must have changed by this factor within the window for a slope to be told. */
const leastChange = 1.2;

export interface Scaling {
  readonly labels: readonly string[];
  readonly mass_kg: Series;
  /** Mass times density: the peak of all chips in orbit. The law as it was stated. */
  readonly law_FLOPperS: Series;
  readonly fleet_FLOPperS: Series;
  /** What the best single training cluster delivers. */
  readonly training_FLOPperS: Series;
  /** d ln delivered / d ln (mass × density), over two years. */
  readonly fleetSlope: Series;
  /** d ln of one job's training / d ln of the units joined, as the model has it. */
  readonly trainingSlope: Series;
}

/** Undefined for a run that has nothing in orbit. */
export function scalingOf(months: Months, inOrbit: (row: string) => boolean): Scaling | undefined {
  const table: MonthTable = monthTable(months);
  const mass = total(table, 'massInOrbit_kg');
  const law = total(table, 'installed_FLOPperS', inOrbit);
  const fleet = total(table, 'delivered_FLOPperS', inOrbit);
  if (!mass || !law || !fleet || !mass.some((value) => value > 0) || !law.some((value) => value > 0))
    return undefined;
  const none = new Float64Array(table.labels.length).fill(Number.NaN);
  return {
    labels: table.labels,
    mass_kg: mass,
    law_FLOPperS: law,
    fleet_FLOPperS: fleet,
    training_FLOPperS: total(table, 'jointTraining_FLOPperS') ?? none,
    fleetSlope: slopes(law, fleet),
    trainingSlope: total(table, 'trainingElasticity') ?? none,
  };
}

/** Slope of y against x on logarithmic axes over the window about each month; NaN where x hardly changes. */
export function slopes(x: Series, y: Series): Series {
  const half = window / 2;
  return x.map((_, month) => {
    const from = Math.max(0, month - half);
    const to = Math.min(x.length - 1, month + half);
    const points: (readonly [number, number])[] = [];
    for (let at = from; at <= to; at++) {
      if (x[at]! > 0 && y[at]! > 0) points.push([Math.log(x[at]!), Math.log(y[at]!)]);
    }
    return slope(points);
  });
}

function slope(points: readonly (readonly [number, number])[]): number {
  const xs = points.map(([x]) => x);
  if (points.length < window / 2 || Math.max(...xs) - Math.min(...xs) < Math.log(leastChange))
    return Number.NaN;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(points.map(([, y]) => y))];
  const across = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return across / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

/** First month from which a slope stays below the straight line, of those in which there is one; undefined if it never does. */
export function bendsFrom(slopes: Series): number | undefined {
  let first: number | undefined;
  for (let month = slopes.length - 1; month >= 0; month--) {
    const value = slopes[month]!;
    if (Number.isNaN(value)) continue;
    if (value >= straight) break;
    first = month;
  }
  return first;
}

/** The last value that there is. */
export function lastOf(series: Series): number {
  return series.findLast((value) => Number.isFinite(value)) ?? Number.NaN;
}

export function scalingRows(scaling: Scaling): (string | number | null)[][] {
  return [
    [
      'month',
      'mass in orbit (kg)',
      'mass × density (FLOP/s)',
      'fleet delivered (FLOP/s)',
      'best training cluster (FLOP/s)',
      'elasticity of the fleet',
      'elasticity of training',
    ],
    ...scaling.labels.map((label, month) => [
      label,
      scaling.mass_kg[month]!,
      scaling.law_FLOPperS[month]!,
      scaling.fleet_FLOPperS[month]!,
      scaling.training_FLOPperS[month]!,
      scaling.fleetSlope[month]!,
      scaling.trainingSlope[month]!,
    ]),
  ];
}
