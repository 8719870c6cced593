import { interruption_perS } from '../../compute/failures.ts';
import type { SchedulerSettings } from '../../compute/scheduler/deck.ts';
import { drawFailures } from '../../compute/scheduler/draw-failures.ts';
import { drawJobs } from '../../compute/scheduler/draw-jobs.ts';
import type { JobRow } from '../../compute/scheduler/jobs.ts';
import type { Failure } from '../../compute/scheduler/scheduler.ts';
import { KeyedRandom } from '../../random/philox.ts';
import type { LaidFleet } from './lay.ts';

const minute_s = 60;
const day_s = 86_400;
/** A day asks for what the fleet could do if the Sun never set, at most: more would only wait. */
const mostAsked = 1;

/** What a day needs beside fleet and jobs. */
export interface DayChance {
  readonly settings: SchedulerSettings;
  readonly failures: readonly Failure[];
}

/** Settings by the plan, and the day's failures. `junction_K` is the hottest of the month, at which chips age. */
export function dayChance(fleet: LaidFleet, seed: number, day: number, junction_K: number): DayChance {
  const { section } = fleet.compute;
  const settings: SchedulerSettings = {
    minute_s,
    handover_s: section.handover_s,
    spareSatellites: section.spareSatellites,
    restart_s: section.restart_s,
    interruption_perS: interruption_perS(section, 0, junction_K),
    checkpointRate_BperS: section.checkpointRate_BperS,
  };
  const random = new KeyedRandom(seed, 'day/failures').at(day);
  return { settings, failures: drawFailures(fleet.planes, settings.interruption_perS, day_s, random) };
}

/** What the month's market asks for and gets, by workload. */
export interface MonthWork {
  readonly demand_FLOPperS: Float64Array;
  readonly delivered_FLOPperS: Float64Array;
}

/**
 * The day's jobs by the plan's workloads: what the market asks for in the month, up to somewhat more than the fleet
 * could do at full power, split between workloads as the month splits chips; without a month, as the plan keeps them.
 */
export function planJobs(
  fleet: LaidFleet,
  month: MonthWork | undefined,
  seed: number,
  day: number,
): JobRow[] {
  const { works, section } = fleet.compute;
  const kept = works.map(({ share }, work) => {
    const most = capacity_FLOPperS(fleet, work);
    return month && most > 0 ? month.delivered_FLOPperS[work]! / most : (share[fleet.spec.month] ?? 0);
  });
  const all = kept.reduce((sum, one) => sum + one, 0);
  const asked_FLOP = works.map((_, work) => {
    const most = (mostAsked * capacity_FLOPperS(fleet, work) * kept[work]!) / (all > 0 ? all : 1);
    return Math.min(month?.demand_FLOPperS[work] ?? Infinity, most) * day_s;
  });
  const random = new KeyedRandom(seed, 'day/jobs').at(day);
  return drawJobs({ planes: fleet.planes, works, asked_FLOP, section, random });
}

/** Model FLOP/s of the whole fleet at full power in one kind of work. */
export function capacity_FLOPperS({ planes }: LaidFleet, work: number): number {
  const count = planes.shell.length;
  let sum = 0;
  for (let plane = 0; plane < count; plane++) {
    sum += planes.rate_FLOPperS[work * count + plane]! * (planes.first[plane + 1]! - planes.first[plane]!);
  }
  return sum;
}
