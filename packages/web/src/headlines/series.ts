import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { type CostColumns, groundCost, orbitCost } from '@kardashev/model/capital/crossover.ts';
import { pflopDay_FLOP } from '@kardashev/model/study/cost.ts';
import { fleetRows, type MonthTable, type Series, total } from '../months/table.ts';

/** The numbers of the headline bar, every month. Undefined where the run does not have them. */
export interface HeadlineSeries {
  readonly satellites?: Series;
  readonly power_W?: Series;
  readonly tokens_perS?: Series;
  readonly orbit_USDperPFLOPday?: Series;
  readonly ground_USDperPFLOPday?: Series;
  readonly cash_USD?: Series;
  readonly capitalNeeded_USD?: Series;
  readonly kardashevFleet?: Series;
  readonly kardashevMankind?: Series;
}

export interface HeadlineInput {
  readonly table: MonthTable;
  readonly shells: readonly ShellRow[];
  readonly inOrbit: (row: string) => boolean;
  /** Mankind's level in the last month as the verdict has it. */
  readonly mankindAtEnd: number | null;
}

/** Each number as the verdict defines it for the last month, for every month. */
export function headlineSeries({ table, shells, inOrbit, mankindAtEnd }: HeadlineInput): HeadlineSeries {
  const power_W = total(table, 'powerToCompute_W', fleetRows(table, inOrbit));
  return {
    satellites: total(table, 'inService', inOrbit),
    power_W,
    tokens_perS: total(table, 'tokens_perS'),
    ...costSeries(table, shells, inOrbit),
    cash_USD: total(table, 'cash_USD'),
    capitalNeeded_USD: total(table, 'capitalNeeded_USD'),
    kardashevFleet: power_W?.map(kardashevLevel),
    kardashevMankind: mankind(power_W, mankindAtEnd),
  };
}

/** Levelised cost of work by month: the mean of the planned satellites, the median of the sites. */
export function costSeries(
  table: MonthTable,
  shells: readonly ShellRow[],
  inOrbit: (row: string) => boolean,
) {
  const column = table.columns.get('levelised_USD2026perFLOP');
  if (!column) return {};
  const of = (row: string) =>
    (column.values[column.rows.indexOf(row)] ?? []).map((value) => value ?? Number.NaN);
  const columns: CostColumns = {
    orbit: shells.map(({ name }) => of(name)),
    weights: shells.map(({ planes, perPlane }) => planes * perPlane),
    ground: column.rows.filter((row) => !inOrbit(row)).map(of),
  };
  const monthly = (cost: typeof orbitCost) =>
    Float64Array.from(table.labels, (_, month) => cost(columns, month) * pflopDay_FLOP);
  return { orbit_USDperPFLOPday: monthly(orbitCost), ground_USDperPFLOPday: monthly(groundCost) };
}

/** Mankind without the fleet uses the same in every month of a plan; the verdict's level of the last tells how much. */
function mankind(fleet_W: Series | undefined, levelAtEnd: number | null): Series | undefined {
  if (!fleet_W || levelAtEnd === null) return undefined;
  const without_W = 10 ** (10 * levelAtEnd + 6) - (fleet_W.at(-1) ?? 0);
  return fleet_W.map((power_W) => kardashevLevel(without_W + power_W));
}

/** Sagan's scale: level I at 10¹⁶ W, II at 10²⁶ W. NaN without power. */
export function kardashevLevel(power_W: number): number {
  return power_W > 0 ? (Math.log10(power_W) - 6) / 10 : Number.NaN;
}
