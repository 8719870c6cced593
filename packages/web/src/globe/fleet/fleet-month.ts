import type { Fleet, FleetShell } from '@kardashev/contracts/fleet.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { type Sun, solarFlux_Wperm2 } from '@kardashev/model/sky/sun.ts';
import type { MonthTable } from '../../months/table.ts';
import { cohortSums, survivors } from './cohorts.ts';
import { satelliteCounts } from './counts.ts';
import { type Filling, fillingOf } from './filling.ts';
import { type ShellSky, shellSky, sunOf } from './sky.ts';

/** A shell in a month: where its satellites stand, and when they came. */
export interface ShellMonth {
  readonly row: ShellRow;
  readonly filling: Filling;
  readonly sky: ShellSky;
  /** See `cohortSums`; undefined as long as it is not known how satellites leave service. */
  readonly sums: Uint32Array | undefined;
}

/** All satellites of a month. */
export interface FleetMonth {
  /** Index in the plan, and `YYYY-MM`. */
  readonly month: number;
  readonly label: string;
  readonly sun: Sun;
  readonly flux_Wperm2: number;
  readonly shells: readonly ShellMonth[];
  readonly count: number;
}

/** The shell with most satellites; undefined where a plan has none. */
export function fullestShell({ shells }: FleetMonth): ShellMonth | undefined {
  const [first, ...others] = shells;
  if (!first) return undefined;
  return others.reduce((most, shell) => (shell.filling.count > most.filling.count ? shell : most), first);
}

/** Makes the fleet of any month of one run. What does not change with the month is worked out once. */
export function fleetMonths(shells: readonly ShellRow[], table: MonthTable, fleet: Fleet | undefined) {
  const from = table.labels[0] ?? '';
  const known = shells.map(({ name }) => fleet?.shells.find((shell) => shell.name === name));
  const left = known.map((shell) => shell && survivors(shell.mortality, table.labels.length));
  const placed = shells.map(({ name }) => rowOf(table, 'placed', name));
  const arrived = placed.map(sumsOf);
  return (month: number): FleetMonth => {
    const label = table.labels[month] ?? from;
    const counts = satelliteCounts(shells, table, month);
    const sun = sunOf(label);
    return {
      month,
      label,
      sun,
      flux_Wperm2: solarFlux_Wperm2(sun.distance_au),
      count: counts.reduce((sum, count) => sum + count, 0),
      shells: shells.map((row, index) => {
        const count = counts[index] ?? 0;
        const survived = left[index];
        return {
          row,
          filling: fillingOf(row.planes, row.perPlane, count, arrived[index]![month] ?? count),
          sky: shellSky(row, label, nodesOf(known[index], from, fleet)),
          sums: survived && cohortSums(placed[index]!, survived, month, count),
        };
      }),
    };
  };
}

function rowOf(table: MonthTable, name: string, row: string): readonly (number | null)[] {
  const column = table.columns.get(name);
  return column?.values[column.rows.indexOf(row)] ?? [];
}

function sumsOf(values: readonly (number | null)[]): Float64Array {
  let sum = 0;
  return Float64Array.from(values, (value) => {
    sum += value ?? 0;
    return sum;
  });
}

function nodesOf(shell: FleetShell | undefined, from: string, fleet: Fleet | undefined) {
  return {
    begin: shell?.begin ?? 0,
    from,
    tolerance_rad: fleet?.inclinationTolerance_rad ?? 0,
    formation_m: shell?.formation_m ?? 0,
  };
}
