import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { MonthTable } from '../../months/table.ts';

/**
 * Whole satellites of each shell in a month, rounded so that they add up to the rounded whole: the model counts
 * expected satellites, which have fractions.
 */
export function satelliteCounts(shells: readonly ShellRow[], table: MonthTable, month: number): number[] {
  const column = table.columns.get('inService');
  let sum = 0;
  return shells.map(({ name }) => {
    const row = column?.rows.indexOf(name) ?? -1;
    const before = Math.round(sum);
    sum += Math.max(0, column?.values[row]?.[month] ?? 0);
    return Math.round(sum) - before;
  });
}
