import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { MonthTable } from '../months/table.ts';

/** Satellites in service of each shell in a month, as whole satellites. */
export function satelliteCounts(shells: readonly ShellRow[], table: MonthTable, month: number): number[] {
  const column = table.columns.get('inService');
  return shells.map(({ name }) => {
    const row = column?.rows.indexOf(name) ?? -1;
    return Math.max(0, Math.round(column?.values[row]?.[month] ?? 0));
  });
}
