import { completeJobs } from '@kardashev/model/compute/scheduler/complete.ts';
import type { JobRow } from '@kardashev/model/compute/scheduler/jobs.ts';
import { readJobs } from '@kardashev/model/compute/scheduler/jobs-file.ts';
import { energySchema } from '@kardashev/model/energy/schema.ts';
import { fleetOfElements } from '@kardashev/model/engine/day/element-fleet.ts';
import type { FleetSpec, LaidFleet } from '@kardashev/model/engine/day/lay.ts';
import { type MonthState, monthState } from '@kardashev/model/engine/day/month.ts';
import { fleetOfPlan, fullFleet } from '@kardashev/model/engine/day/plan-fleet.ts';
import { planJobs } from '@kardashev/model/engine/day/prepare.ts';
import { settingOf } from '@kardashev/model/engine/twin.ts';
import type { ResponseTable } from '@kardashev/model/flows/table.ts';
import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { viewOf } from '@kardashev/model/plan/view.ts';
import { secondsPerDay, secondsPerYear } from '@kardashev/model/time/calendar.ts';
import type { Texts } from '../files.ts';
import { readInput } from '../orbit/input.ts';
import { readElementSets } from '../orbit/satellites.ts';
import { type Session, tablesOf } from '../simulation.ts';
import { BadInput, need } from '../stop.ts';
import type { PlanDay } from './date.ts';
import type { DayOptions } from './options.ts';

/** The satellites of the day. Faults: those of element sets, and `day/no-satellites`. */
function specOf(
  plan: ResolvedPlan,
  day: PlanDay,
  options: DayOptions,
  month: MonthState | undefined,
  texts: Texts,
): FleetSpec {
  const { hosts, calendar } = settingOf(plan, plan.funding);
  const orbit = hosts.filter(({ shell }) => shell !== undefined);
  const [like] = orbit;
  if (!like) throw none(plan.name, 'The plan has no shell of satellites.');
  if (options.fleet !== undefined) {
    const { sets } = need(readElementSets(readInput(options.fleet, texts), options.fleet, false), texts);
    return fleetOfElements(sets, like, day.month, day.begin_d);
  }
  const { inclinationTolerance_rad } = viewOf(plan, 'energy', energySchema).section;
  const first_d = calendar.intervals[0]!.middle_d;
  const nodes = {
    begin_d: (begun: number) =>
      Math.min(day.begin_d, first_d + (begun * secondsPerYear) / secondsPerDay / 12),
    tolerance_rad: inclinationTolerance_rad,
  };
  const spec = month
    ? fleetOfPlan(orbit, month.cohorts, day.month, day.begin_d, nodes)
    : fullFleet(orbit, day.month, day.begin_d, nodes);
  if (spec.planes.length === 0) throw none(plan.name, `No satellite is in service on ${day.date}.`);
  return spec;
}

/** The fleet of the day: the month's with its tables, or one that needs no months. */
export async function fleetOf(
  plan: ResolvedPlan,
  day: PlanDay,
  options: DayOptions,
  session: Session,
  texts: Texts,
) {
  const ofMonth = options.fleet === undefined && !options.full;
  const runs = process.env.KARDASHEV_RUNS ?? 'runs';
  const tables = ofMonth ? await tablesOf(plan, runs, session) : new Map<string, ResponseTable>();
  const month = ofMonth ? need(monthState(plan, day.month, options.seed, tables), texts) : undefined;
  return { tables, month, spec: specOf(plan, day, options, month, texts) };
}

function none(plan: string, cause: string): BadInput {
  return new BadInput([
    {
      code: 'day/no-satellites',
      message: `${plan} has no satellites that day.`,
      at: { path: '--date' },
      cause,
      fix: 'Choose a later day, --full for all that the plan asks for, or --fleet for satellites of your own.',
    },
  ]);
}

/** The jobs of the day, and what of a file's can never be placed. Faults: those of job files. */
export function jobRows(
  fleet: LaidFleet,
  day: PlanDay,
  options: DayOptions,
  month: MonthState | undefined,
  texts: Texts,
): { rows: JobRow[]; refused: readonly { name: string; fault: Fault }[] } {
  const { works, section } = fleet.compute;
  if (options.jobs === undefined) {
    return { rows: planJobs(fleet, month, options.seed, Math.round(day.begin_d)), refused: [] };
  }
  const format = /\.ya?ml$/i.test(options.jobs) ? 'yaml' : 'csv';
  const entries = need(readJobs(readInput(options.jobs, texts), format, options.jobs), texts);
  const shells = fleet.spec.hosts.map(({ name }) => name);
  const completed = need(completeJobs(entries, { planes: fleet.planes, works, section, shells }), texts);
  if (completed.refused.length > 0 && !options.keepGoing) {
    throw new BadInput(
      completed.refused.map(({ fault }) => fault),
      texts,
    );
  }
  return completed;
}
