import type { Grid } from '../hops.ts';
import type { Sight } from '../routing/stations.ts';
import { type Cluster, memberPositions } from './clusters.ts';
import { driftOf } from './drift.ts';
import { type Pattern, planePhase_rad, satellitesOf } from './pattern.ts';
import { writePositions } from './positions.ts';

/** A shell as its file describes it. */
export interface ShellPlan {
  readonly name: string;
  readonly pattern: Pattern;
  readonly grid: Grid;
  readonly sight: Sight;
  /** Days of UTC since J2000 for which the pattern's angles hold. */
  readonly epoch_d: number;
  /** No link may come nearer to the ground than this. */
  readonly grazingAltitude_m: number;
  /** The close formation in each slot, and its lattice step; a single satellite where there is none. */
  readonly formation?: { readonly cluster: Cluster; readonly step_m: number };
}

/** A shell among others: its satellites count from `first`. */
export interface FleetShell extends ShellPlan {
  readonly first: number;
  readonly count: number;
}

/** One shell, or several whose satellites are counted through. */
export interface Fleet {
  readonly shells: readonly FleetShell[];
  readonly satellites: number;
}

export function fleetOf(plans: readonly ShellPlan[]): Fleet {
  let satellites = 0;
  const shells = plans.map((plan): FleetShell => {
    const first = satellites;
    const count = satellitesOf(plan.pattern) * (plan.formation?.cluster.members ?? 1);
    satellites += count;
    return { ...plan, first, count };
  });
  return { shells, satellites };
}

/** Positions of all satellites at an instant, days of UTC since J2000 and seconds after. */
export function fleetPositions(
  { shells, satellites }: Fleet,
  utc_d: number,
  after_s: number,
  out: Float64Array = new Float64Array(satellites * 3),
): Float64Array {
  for (const shell of shells) {
    // Days first: seconds added to days since J2000 would lose a microsecond.
    const time_s = (utc_d - shell.epoch_d) * 86_400 + after_s;
    if (shell.formation === undefined) writePositions(shell.pattern, time_s, out, shell.first);
    else out.set(formationPositions(shell, shell.formation, time_s), shell.first * 3);
  }
  return out;
}

/** Members fly around their cluster's centre, which flies as a satellite of the shell would. */
function formationPositions(
  { pattern }: FleetShell,
  { cluster, step_m }: NonNullable<ShellPlan['formation']>,
  time_s: number,
): Float64Array {
  const slots = satellitesOf(pattern);
  const centres = new Float64Array(slots * 3);
  const later = new Float64Array(slots * 3);
  writePositions(pattern, time_s, centres);
  writePositions(pattern, time_s + 1, later);
  const { latitude_radperS } = driftOf(pattern);
  const phases = Float64Array.from({ length: slots }, (_, index) => {
    const plane = Math.floor(index / pattern.perPlane);
    const turned = (2 * Math.PI * (index % pattern.perPlane)) / pattern.perPlane;
    return planePhase_rad(pattern, plane) + turned + latitude_radperS * time_s;
  });
  return memberPositions(cluster, centres, later, step_m, phases);
}

/** Number of a satellite's plane, all shells counted through. */
export function planesOf({ shells }: Fleet): (satellite: number) => number {
  const starts = shells.map(({ first, count, pattern }, index) => ({
    first,
    end: first + count,
    perPlane: count / pattern.planes,
    before: shells.slice(0, index).reduce((sum, shell) => sum + shell.pattern.planes, 0),
  }));
  return (satellite) => {
    for (const { first, end, perPlane, before } of starts) {
      if (satellite < end) return before + Math.floor((satellite - first) / perPlane);
    }
    return -1;
  };
}
