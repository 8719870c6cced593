import { constraints } from '../../flows/constraint.ts';
import { causes } from '../fleet/lives.ts';
import type { Params } from '../params.ts';

/** A campaign by month: rows · months + month. Counts are whole, shares are of the month. */
export interface CampaignMonths {
  readonly launches: Float64Array;
  readonly mass_kg: Float64Array;
  /** Launches with compute satellites, of all vehicles; and satellites they carried. */
  readonly computeLaunches: Float64Array;
  readonly carried: Float64Array;
  readonly built: Float64Array;
  readonly placed: Float64Array;
  readonly inService: Float64Array;
  /** Satellites in orbit: on the way, serving, leaving and dead, by host. */
  readonly inOrbit: Float64Array;
  readonly lost: Float64Array;
  /** Ends of service by cause, of all hosts. */
  readonly ended: Float64Array;
  readonly reentered: Float64Array;
  /** Share of the month grounded, by family. */
  readonly grounded: Float64Array;
  /** As the port `transportLimits`, by constraint. */
  readonly limits: Float64Array;
}

export function newMonths({ months, orbits, plan, families }: Params): CampaignMonths {
  const rows = (count: number): Float64Array => new Float64Array(count * months);
  return {
    launches: rows(plan.vehicles.length),
    mass_kg: rows(plan.vehicles.length),
    computeLaunches: rows(1),
    carried: rows(1),
    built: rows(orbits),
    placed: rows(orbits),
    inService: rows(orbits),
    inOrbit: rows(orbits),
    lost: rows(orbits),
    ended: rows(causes.length),
    reentered: rows(orbits),
    grounded: rows(families.length),
    limits: rows(constraints.length),
  };
}

/** Adds to a cell of a row. */
export function add(rows: Float64Array, at: number, amount: number): void {
  rows[at] = rows[at]! + amount;
}
