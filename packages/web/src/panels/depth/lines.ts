import type { Line } from '../../chart/model.ts';
import { fleetRows, type MonthTable, ratio, type Series, total, weightedMean } from '../../months/table.ts';
import { daysIn } from '../../timeline/milestones.ts';
import type { DepthChart, DepthInput } from './depth.ts';
import { partName } from './words.ts';

/** Inks and dashes of lines that stand side by side, so that they are told apart by more than their colour. */
const looks: readonly Pick<Line, 'ink' | 'dash'>[] = [
  { ink: '--accent' },
  { ink: '--cool', dash: [6, 4] },
  { ink: '--good', dash: [2, 3] },
  { ink: '--bad', dash: [9, 3, 2, 3] },
  { ink: '--of-market', dash: [12, 4] },
  { ink: '--ink-soft', dash: [4, 2] },
];

type Named = readonly [label: string, values: Series | undefined];

/** A chart of the lines that the run has; undefined where it has none. */
export function chart(
  title: string,
  unit: string,
  named: readonly Named[],
  more: Partial<Pick<DepthChart, 'logarithmic' | 'floating' | 'fan_of'>> = {},
): DepthChart | undefined {
  const known = named.filter((each): each is [string, Series] => each[1]?.some(Number.isFinite) ?? false);
  if (known.length === 0) return undefined;
  const lines = known.slice(0, looks.length).map(
    ([label, values], index): Line => ({
      label,
      values,
      role: index === 0 ? 'main' : 'other',
      ...looks[index],
    }),
  );
  return { title, unit, lines, keyless: true, ...more };
}

/** Every row of a column that is ever anything, as lines of their own. */
export function rowsOf(
  table: MonthTable,
  name: string,
  keep: (row: string) => boolean = () => true,
): Named[] {
  const column = table.columns.get(name);
  if (!column) return [];
  return column.rows
    .filter(keep)
    .map((row): Named => [partName(row), total(table, name, (each) => each === row)])
    .filter(([, values]) => values?.some((value) => value !== 0 && Number.isFinite(value)));
}

/** The fleet of the plan, and whatever is not of it: the ground beside an orbit. */
export function sides({ table, inOrbit }: DepthInput) {
  const fleet = fleetRows(table, inOrbit);
  const ground = (row: string) => !inOrbit(row);
  return {
    fleet,
    ground,
    ofFleet: (name: string) => total(table, name, fleet),
    ofGround: (name: string) => total(table, name, ground),
    mean: (name: string, weight = 'inService') => weightedMean(table, name, weight, fleet),
  };
}

/** The largest (or least) of the rows that have units in service. */
export function extreme(
  { table }: DepthInput,
  name: string,
  keep: (row: string) => boolean,
  pick: (...values: number[]) => number,
): Series | undefined {
  const column = table.columns.get(name);
  const units = table.columns.get('inService');
  if (!column) return undefined;
  return Float64Array.from(table.labels, (_, month) => {
    const values = column.rows.flatMap((row, index) => {
      const inUse = !units || (units.values[units.rows.indexOf(row)]?.[month] ?? 0) >= 1;
      const value = column.values[index]?.[month] ?? Number.NaN;
      return keep(row) && inUse && Number.isFinite(value) ? [value] : [];
    });
    return values.length > 0 ? pick(...values) : Number.NaN;
  });
}

export const percent = (series: Series | undefined): Series | undefined =>
  series?.map((value) => 100 * value);
export const shareOf = (part: Series | undefined, whole: Series | undefined): Series | undefined =>
  percent(ratio(part, whole)?.map((value) => (Number.isFinite(value) ? value : Number.NaN)));

/** A total of a month as a mean rate: joules as watts, bits as bits a second. */
export const perSecond = ({ labels }: MonthTable, series: Series | undefined): Series | undefined =>
  series?.map((value, month) => value / (86_400 * daysIn(labels[month] ?? '')));

/** What is nothing is left open: an axis of decades has no zero. */
export const positive = (series: Series | undefined): Series | undefined =>
  series?.map((value) => (value > 0 ? value : Number.NaN));
