import type { MonthTable } from '../../months/table.ts';
import { meanAge_yr } from '../fleet/cohorts.ts';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import type { Mode } from './modes.ts';

/** Columns by host that colours take their figures of a shell from. */
export const figureColumns = [
  'inService',
  'placed',
  'sunlitShare',
  'powerToCompute_W',
  'junctionWorst_K',
  'installed_FLOP',
  'unpowered_FLOP',
  'idle_FLOP',
  'unfed_FLOP',
  'downShare',
] as const;

/** A column of a host in a month, NaN where it has none. */
export function hostValue(table: MonthTable, name: string, host: string, month: number): number {
  const column = table.columns.get(name);
  return column?.values[column.rows.indexOf(host)]?.[month] ?? Number.NaN;
}

/** Share of the chips' peak that is powered, has a buyer and is fed by links. */
export function loadOf(table: MonthTable, host: string, month: number): number {
  const value = (name: string) => hostValue(table, name, host, month);
  const resting = value('unpowered_FLOP') + value('idle_FLOP') + value('unfed_FLOP');
  return 1 - resting / value('installed_FLOP');
}

/** Power to the chips of one satellite of a shell, mean over the month and over its satellites. */
export function meanPower_W(table: MonthTable, host: string, month: number): number {
  return hostValue(table, 'powerToCompute_W', host, month) / hostValue(table, 'inService', host, month);
}

/** What a mode says of a shell as a whole in a month: SI, shares from 0 to 1, ages in years. */
export function shellFigure(mode: Mode, table: MonthTable, fleet: FleetMonth, shell: number): number {
  const { row, sums, filling } = fleet.shells[shell]!;
  if (filling.count === 0) return Number.NaN;
  const value = (name: string) => hostValue(table, name, row.name, fleet.month);
  switch (mode) {
    case 'shell':
      return filling.count;
    case 'sunlight':
      return value('sunlitShare');
    case 'power':
      return meanPower_W(table, row.name, fleet.month);
    case 'heat':
      return value('junctionWorst_K');
    case 'load':
      return loadOf(table, row.name, fleet.month);
    case 'age':
      return sums ? meanAge_yr(sums, fleet.month) : Number.NaN;
    case 'link':
      return value('downShare');
  }
}
