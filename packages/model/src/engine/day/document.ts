import { done, lapsed, running, waiting } from '../../compute/scheduler/deck.ts';
import { interactive, type Jobs, jobKinds } from '../../compute/scheduler/jobs.ts';
import type { Clocks } from './clocks.ts';
import type { LaidFleet } from './lay.ts';
import { type DayOutcome, dayLoop } from './run-day.ts';

const hour_s = 3600;
const day_s = 86_400;

/** Jobs by where they ended. */
export interface JobCounts {
  readonly total: number;
  readonly done: number;
  /** Of these, after their deadline. */
  readonly late: number;
  readonly running: number;
  readonly waiting: number;
  /** Their time ran out before a satellite was found, or before their work was done. */
  readonly lapsed: number;
  readonly notYetCome: number;
}

export interface Delivery {
  readonly work_FLOP: number;
  readonly work_FLOPperS: number;
  readonly training_FLOP: number;
  readonly batch_FLOP: number;
  readonly interactive_FLOP: number;
  readonly sensing_FLOP: number;
  /** Satellites that worked at full pace, in the mean of the day, over all. */
  readonly fullPaceShare: number;
  readonly chips_J: number;
}

export interface Throttled {
  readonly power_share: number;
  readonly heat_share: number;
  readonly link_share: number;
  readonly failure_share: number;
}

export interface Waited {
  readonly satelliteHours: number;
  /** For a satellite at all, for one with power, for enough of them together. */
  readonly room_share: number;
  readonly power_share: number;
  readonly gang_share: number;
}

export function deliveryOf({ delivered, lost_FLOP, chips_J }: DayOutcome, satellites: number): Delivery {
  const work = delivered.work_FLOP.map((done_FLOP, kind) => done_FLOP - lost_FLOP[kind]!);
  const sum = work.reduce((all, one) => all + one, 0);
  const [training = 0, batch = 0, interactiveWork = 0, sensing = 0] = work;
  return {
    work_FLOP: sum,
    work_FLOPperS: sum / day_s,
    training_FLOP: training,
    batch_FLOP: batch,
    interactive_FLOP: interactiveWork,
    sensing_FLOP: sensing,
    fullPaceShare: delivered.satellite_s.reduce((all, one) => all + one, 0) / (satellites * day_s),
    chips_J,
  };
}

export function jobCounts(jobs: Jobs, { stage, ended_s }: DayOutcome): JobCounts {
  const count = (of: number) => stage.reduce((sum, one) => sum + (one === of ? 1 : 0), 0);
  let late = 0;
  for (let job = 0; job < jobs.count; job++) {
    if (stage[job] === done && jobs.kind[job] !== interactive && ended_s[job]! > jobs.deadline_s[job]!)
      late++;
  }
  const counted = {
    done: count(done),
    running: count(running),
    waiting: count(waiting),
    lapsed: count(lapsed),
  };
  const rest = jobs.count - counted.done - counted.running - counted.waiting - counted.lapsed;
  return { total: jobs.count, ...counted, late, notYetCome: rest };
}

/** What of the satellite-time that jobs had was held back, and by what. */
export function throttled({ losses }: DayOutcome): Throttled {
  const share = (part: number) => (losses.asked_s > 0 ? part / losses.asked_s : 0);
  return {
    power_share: share(losses.power_s),
    heat_share: share(losses.heat_s),
    link_share: share(losses.link_s),
    failure_share: share(losses.failure_s),
  };
}

function waited({ losses }: DayOutcome): Waited {
  const all = losses.waitRoom_s + losses.waitPower_s + losses.waitGang_s;
  const share = (part: number) => (all > 0 ? part / all : 0);
  return {
    satelliteHours: all / hour_s,
    room_share: share(losses.waitRoom_s),
    power_share: share(losses.waitPower_s),
    gang_share: share(losses.waitGang_s),
  };
}

/** What a day came to, with the yardsticks beside it. */
export interface DayDocument {
  readonly policy: string;
  readonly satellites: number;
  readonly planes: number;
  readonly jobs: JobCounts & { readonly byKind: { readonly [kind: string]: number } };
  readonly asked: { readonly work_FLOP: number };
  readonly delivered: Delivery;
  readonly waited: Waited;
  readonly throttled: Throttled;
  readonly migrations: number;
  readonly preemptions: number;
  readonly failures: number;
  readonly lost_FLOP: number;
  readonly moved_bit: number;
  readonly hottest_K: number;
  readonly leastCharge: number;
  readonly baseline: Delivery & {
    readonly policy: string;
    readonly jobs: JobCounts;
    readonly throttled: Throttled;
    readonly gain: number;
  };
  readonly bound: { readonly work_FLOP: number; readonly reached: number; readonly planeClasses: number };
  readonly clocks?: Clocks;
  readonly loop: {
    readonly name: string;
    readonly tolerance: number;
    readonly rounds: number;
    readonly meanRounds: number;
    readonly mostRounds: number;
    readonly unsettledMinutes: number;
  };
}

export interface DayParts {
  readonly fleet: LaidFleet;
  readonly jobs: Jobs;
  readonly outcome: DayOutcome;
  readonly baseline: DayOutcome;
  readonly bound_FLOP: number;
  readonly planeClasses: number;
  readonly clocks?: Clocks;
}

export function dayDocument(parts: DayParts): DayDocument {
  const { fleet, jobs, outcome, baseline } = parts;
  const planes = fleet.planes.shell.length;
  const satellites = fleet.planes.first[planes]!;
  const delivered = deliveryOf(outcome, satellites);
  const yardstick = deliveryOf(baseline, satellites);
  const minutes = outcome.series.chips_W.length;
  return {
    policy: outcome.policy,
    satellites,
    planes,
    jobs: { ...jobCounts(jobs, outcome), byKind: byKind(jobs) },
    asked: { work_FLOP: askedWork(jobs) },
    delivered,
    waited: waited(outcome),
    throttled: throttled(outcome),
    migrations: outcome.counts.migrations,
    preemptions: outcome.counts.preemptions,
    failures: outcome.counts.failures,
    lost_FLOP: outcome.lost_FLOP.reduce((sum, one) => sum + one, 0),
    moved_bit: outcome.counts.moved_bit,
    hottest_K: outcome.hottest_K,
    leastCharge: outcome.leastCharge,
    baseline: {
      policy: baseline.policy,
      ...yardstick,
      jobs: jobCounts(jobs, baseline),
      throttled: throttled(baseline),
      gain: yardstick.work_FLOP > 0 ? delivered.work_FLOP / yardstick.work_FLOP - 1 : 0,
    },
    bound: {
      work_FLOP: parts.bound_FLOP,
      reached: parts.bound_FLOP > 0 ? delivered.work_FLOP / parts.bound_FLOP : 1,
      planeClasses: parts.planeClasses,
    },
    ...(parts.clocks ? { clocks: parts.clocks } : {}),
    loop: {
      name: dayLoop.name,
      tolerance: dayLoop.tolerance,
      rounds: dayLoop.rounds,
      meanRounds: outcome.loop.rounds / minutes,
      mostRounds: outcome.loop.most,
      unsettledMinutes: outcome.loop.unsettled,
    },
  };
}

function byKind({ kind }: Jobs): { [kind: string]: number } {
  return Object.fromEntries(
    jobKinds.map((name, index) => [name, kind.reduce((sum, one) => sum + (one === index ? 1 : 0), 0)]),
  );
}

/** Work that could have been done within the day: of what came, without what was done before. */
function askedWork({ count, work_FLOP, done_FLOP, arrival_s }: Jobs): number {
  let sum = 0;
  for (let job = 0; job < count; job++) if (arrival_s[job]! < day_s) sum += work_FLOP[job]! - done_FLOP[job]!;
  return sum;
}
