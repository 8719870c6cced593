import { columns } from '@kardashev/kernels/fleet/columns.ts';
import {
  type FleetRows,
  type FleetState,
  type FleetTotals,
  rowColumns,
  stateColumns,
  totalColumns,
} from '@kardashev/kernels/fleet/kernel.ts';
import type { Kernels } from '../flows/table.ts';
import { coefficientsOf, type OrbitDesign } from './design.ts';
import { fleetRow, type Moment, placeRow } from './fleet-row.ts';

/** Steps a revolution; 960 instead change the mean power by less than a part in a thousand (tested). */
export const stepsPerRevolution = 120;
/** Revolutions before the one that counts, after the first two. */
const settling = 2;

/** Satellites stepped to their periodic revolution, with what happened in it. */
export interface Run {
  readonly rows: FleetRows;
  readonly state: FleetState;
  readonly totals: FleetTotals;
}

/** Steps a design in many moments, each until its revolution repeats itself; the totals hold that revolution. */
export function revolve(design: OrbitDesign, moments: readonly Moment[], kernels: Kernels): Run {
  const count = moments.length;
  const run = {
    rows: columns(rowColumns, count),
    state: columns(stateColumns, count),
    totals: columns(totalColumns, count),
  };
  moments.forEach((moment, index) => {
    placeRow(run.rows, run.state, index, fleetRow(design, moment, stepsPerRevolution));
  });
  const advance = (revolutions: number): void => {
    for (let revolution = 0; revolution < revolutions; revolution++) {
      // From noon again, so that turning (cos u, sin u) gathers no error.
      run.state.cosine.fill(1);
      run.state.sine.fill(0);
      kernels.fleet.advance(run.rows, run.state, run.totals, 0, count, stepsPerRevolution);
    }
  };
  advance(1);
  const full = run.state.stored_J.slice();
  advance(1);
  // A battery that loses charge from one revolution to the next would take many to reach its balance, where
  // each eclipse empties it. From empty it gets there at once.
  run.state.stored_J.forEach((stored, row) => {
    if (stored < full[row]! * (1 - 1e-9)) {
      run.state.stored_J[row] = 0;
      run.state.entry_J[row] = 0;
    }
  });
  advance(settling);
  for (const name of totalColumns) run.totals[name].fill(0);
  run.totals.least_J.fill(Infinity);
  advance(1);
  return run;
}

/** What the periodic revolution of one satellite came to: means over it, but for extremes. */
export interface Revolution {
  readonly chips_W: number;
  readonly array_W: number;
  readonly curtailed_W: number;
  readonly conversionLoss_W: number;
  readonly housekeeping_W: number;
  readonly environment_W: number;
  readonly radiated_W: number;
  readonly sunlitShare: number;
  readonly radiator_K: number;
  /** Hottest junction. */
  readonly junction_K: number;
  /** Deepest discharge over the capacity at that age. */
  readonly depth: number;
  /** Shares of full load that power and heat held back. */
  readonly heldByPower: number;
  readonly heldByHeat: number;
}

export function revolutionOf(
  design: OrbitDesign,
  moment: Moment,
  { totals, rows }: Run,
  row: number,
): Revolution {
  const { usable_J, capacity_J } = coefficientsOf(design, moment.age_s, moment.flux_Wperm2, moment.beta_rad);
  const time_s = totals.time_s[row]!;
  const full_J = rows.load_W[row]! * time_s;
  return {
    chips_W: totals.chips_J[row]! / time_s,
    array_W: totals.array_J[row]! / time_s,
    curtailed_W: totals.curtailed_J[row]! / time_s,
    conversionLoss_W: (totals.distributionLoss_J[row]! + totals.batteryLoss_J[row]!) / time_s,
    housekeeping_W: totals.housekeeping_J[row]! / time_s,
    environment_W: totals.environment_J[row]! / time_s,
    radiated_W: totals.radiated_J[row]! / time_s,
    sunlitShare: totals.sunlit_s[row]! / time_s,
    radiator_K: totals.radiator_Ks[row]! / time_s,
    junction_K: totals.junction_K[row]!,
    depth: capacity_J > 0 ? (usable_J - totals.least_J[row]!) / capacity_J : 0,
    heldByPower: full_J > 0 ? totals.heldByPower_J[row]! / full_J : 0,
    heldByHeat: full_J > 0 ? totals.heldByHeat_J[row]! / full_J : 0,
  };
}
