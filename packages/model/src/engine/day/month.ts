import type { Host } from '../../flows/subsystem.ts';
import type { ResponseTable } from '../../flows/table.ts';
import { type Outcome, success } from '../../outcome/outcome.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { Twin } from '../twin.ts';
import type { Cohorts } from './plan-fleet.ts';

/** What the months say of a plan in one month: the fleet that flies, and what it is asked for and delivers. */
export interface MonthState {
  readonly cohorts: Cohorts;
  /** By workload. */
  readonly demand_FLOPperS: Float64Array;
  /** From orbit and ground together. */
  readonly delivered_FLOPperS: Float64Array;
  /** By host: delivered by it alone, power to its chips, share of sunlight, and the hottest junction. */
  readonly hostDelivered_FLOPperS: Float64Array;
  readonly sunlitShare: Float64Array;
  readonly junction_K: Float64Array;
}

/** Runs a plan up to a month, counted from its first. Faults are those of the rooms. */
export function monthState(
  plan: ResolvedPlan,
  month: number,
  seed: number,
  tables: ReadonlyMap<string, ResponseTable>,
): Outcome<MonthState> {
  const twin = Twin.compile(plan, { seed, funding: plan.funding, tables });
  if (!twin.ok) return twin;
  while (twin.value.done <= month) twin.value.advance();
  const reading = (port: Parameters<Twin['reading']>[0]) => Float64Array.from(twin.value.reading(port));
  return success({
    cohorts: { units: reading('cohortUnits'), months: twin.value.months.length },
    demand_FLOPperS: reading('demand_FLOPperS'),
    delivered_FLOPperS: reading('work_FLOPperS'),
    hostDelivered_FLOPperS: reading('delivered_FLOPperS'),
    sunlitShare: reading('sunlitShare'),
    junction_K: reading('junctionWorst_K'),
  });
}

/** A figure of the orbit hosts, each weighted by its satellites. */
export function orbitMean(hosts: readonly Host[], values: Float64Array, units: readonly number[]): number {
  let sum = 0;
  let weight = 0;
  for (const [index, host] of hosts.entries()) {
    const count = units[index]!;
    if (count === 0) continue;
    sum += values[host.index]! * count;
    weight += count;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}
