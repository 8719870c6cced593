import type { DayPaths, DayPlanes, DaySatellites, DaySun } from '../../flows/day.ts';
import { type Jobs, jobKinds, training } from './jobs.ts';
import type { Policy } from './policy.ts';

/** Where a job stands. `lapsed`: its time ran out and its work with it. */
export const stages = ['coming', 'waiting', 'running', 'done', 'lapsed'] as const;
export const coming = 0;
export const waiting = 1;
export const running = 2;
export const done = 3;
export const lapsed = 4;

/** What the scheduler takes from the plan. */
export interface SchedulerSettings {
  readonly minute_s: number;
  readonly handover_s: number;
  readonly spareSatellites: number;
  readonly restart_s: number;
  /** Interruptions of one accelerator. */
  readonly interruption_perS: number;
  readonly checkpointRate_BperS: number;
}

/** Why satellite-time that jobs had taken did no work, and why jobs waited. Satellite-seconds. */
export interface Losses {
  asked_s: number;
  power_s: number;
  heat_s: number;
  link_s: number;
  failure_s: number;
  /** Jobs that wait: for a satellite at all, for one with power, for enough of them together. */
  waitRoom_s: number;
  waitPower_s: number;
  waitGang_s: number;
}

export interface Counts {
  migrations: number;
  preemptions: number;
  failures: number;
  moved_bit: number;
}

/** All that a scheduler knows and keeps in a day. */
export interface Deck {
  readonly jobs: Jobs;
  readonly planes: DayPlanes;
  readonly sun: DaySun;
  readonly satellites: DaySatellites;
  readonly paths: DayPaths;
  readonly policy: Policy;
  readonly settings: SchedulerSettings;
  /** By plane: satellites in service, and of them without work. */
  readonly inService: Int32Array;
  readonly free: Int32Array;
  /** By plane: satellites that hold full load until the next handover and that no gang has; without work; what they offer. */
  readonly powered: Int32Array;
  readonly poweredFree: Int32Array;
  readonly offer: Float64Array;
  readonly margin_K: Float64Array;
  readonly margin_J: Float64Array;
  /** By plane: satellites that have power at the same time all around, and parts of gangs that go round with them. */
  readonly sustained: Int32Array;
  readonly gangParts: Int32Array;
  /** By plane, over the fastest plane's, by workload as `rate_FLOPperS`. */
  readonly speed: Float64Array;
  /** By satellite: its place among its job's members. */
  readonly seatOf: Int32Array;
  /** By job. */
  readonly stage: Uint8Array;
  readonly progress_FLOP: Float64Array;
  readonly saved_FLOP: Float64Array;
  readonly unsaved_s: Float64Array;
  readonly checkpoint_s: Float64Array;
  readonly pauseLink_s: Float64Array;
  readonly pauseFailure_s: Float64Array;
  readonly ended_s: Float64Array;
  readonly members: (Int32Array | undefined)[];
  /** By job, for the minute at hand: pace that its slowest member can keep, and members' paces and rates together. */
  readonly slowest: Float32Array;
  /** Share of what held the slowest member back that was heat, and pace that work asks for; 1 but where it comes by and by. */
  readonly heatShare: Float32Array;
  readonly wanted: Float32Array;
  /** Pace that is asked for in the minute at hand. */
  readonly target: Float32Array;
  readonly paces: Float64Array;
  /** By job: work of one second at full pace of all its members. */
  readonly full_FLOPperS: Float64Array;
  /** Jobs that wait, the most urgent first, and the next that comes. */
  queue: number[];
  readonly arrivals: Int32Array;
  next: number;
  readonly losses: Losses;
  readonly counts: Counts;
  /** By kind: work that failures took back to a checkpoint, and that so was not delivered. */
  readonly lost_FLOP: Float64Array;
}

export interface DeckParts {
  readonly jobs: Jobs;
  readonly planes: DayPlanes;
  readonly sun: DaySun;
  readonly satellites: DaySatellites;
  readonly paths: DayPaths;
  readonly policy: Policy;
  readonly settings: SchedulerSettings;
}

export function deckOf(parts: DeckParts): Deck {
  const { jobs, planes, satellites } = parts;
  const count = planes.shell.length;
  const satelliteCount = satellites.job.length;
  const inService = Int32Array.from(
    planes.shell,
    (_, plane) => planes.first[plane + 1]! - planes.first[plane]!,
  );
  const arrivals = Int32Array.from({ length: jobs.count }, (_, job) => job);
  arrivals.sort((a, b) => jobs.arrival_s[a]! - jobs.arrival_s[b]! || a - b);
  const perJob = () => new Float64Array(jobs.count);
  return {
    ...parts,
    inService,
    free: inService.slice(),
    powered: new Int32Array(count),
    poweredFree: new Int32Array(count),
    offer: new Float64Array(count),
    margin_K: new Float64Array(count),
    margin_J: new Float64Array(count),
    sustained: inService.slice(),
    gangParts: new Int32Array(count),
    speed: speeds(planes),
    seatOf: new Int32Array(satelliteCount),
    stage: new Uint8Array(jobs.count),
    progress_FLOP: jobs.done_FLOP.slice(),
    saved_FLOP: jobs.done_FLOP.slice(),
    unsaved_s: perJob(),
    checkpoint_s: perJob().fill(Infinity),
    pauseLink_s: perJob(),
    pauseFailure_s: perJob(),
    ended_s: perJob().fill(Infinity),
    members: new Array<Int32Array | undefined>(jobs.count).fill(undefined),
    slowest: new Float32Array(jobs.count),
    heatShare: new Float32Array(jobs.count),
    wanted: new Float32Array(jobs.count).fill(1),
    target: new Float32Array(jobs.count),
    paces: perJob(),
    full_FLOPperS: perJob(),
    queue: [],
    arrivals,
    next: 0,
    losses: {
      asked_s: 0,
      power_s: 0,
      heat_s: 0,
      link_s: 0,
      failure_s: 0,
      waitRoom_s: 0,
      waitPower_s: 0,
      waitGang_s: 0,
    },
    counts: { migrations: 0, preemptions: 0, failures: 0, moved_bit: 0 },
    lost_FLOP: new Float64Array(jobKinds.length),
  };
}

function speeds({ rate_FLOPperS, shell }: DayPlanes): Float64Array {
  const count = shell.length;
  const speed = new Float64Array(rate_FLOPperS.length);
  for (let from = 0; from < speed.length; from += count) {
    const most = rate_FLOPperS.subarray(from, from + count).reduce((a, b) => Math.max(a, b), 0);
    for (let plane = 0; plane < count; plane++) {
      speed[from + plane] = most > 0 ? rate_FLOPperS[from + plane]! / most : 0;
    }
  }
  return speed;
}

/** Work of a second at full pace of one satellite of a plane, in a job's kind of work. */
export function rateOf({ jobs, planes }: Deck, job: number, plane: number): number {
  return planes.rate_FLOPperS[jobs.workload[job]! * planes.shell.length + plane]!;
}

/** Plane of a satellite: the last whose first satellite is not after it. */
export function planeOf({ first }: DayPlanes, satellite: number): number {
  let low = 0;
  let high = first.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (first[middle]! <= satellite) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Puts a satellite at a job's disposal. */
export function take(deck: Deck, job: number, seat: number, satellite: number, plane: number): void {
  deck.satellites.job[satellite] = job;
  deck.seatOf[satellite] = seat;
  deck.members[job]![seat] = satellite;
  if (deck.jobs.kind[job] === training) deck.gangParts[plane]!++;
  deck.free[plane]!--;
  deck.full_FLOPperS[job]! += rateOf(deck, job, plane);
}

/** Takes a satellite from its job. */
export function give(deck: Deck, satellite: number, plane: number): void {
  const job = deck.satellites.job[satellite]!;
  deck.satellites.job[satellite] = -1;
  if (deck.jobs.kind[job] === training) deck.gangParts[plane]!--;
  if (deck.satellites.healthy[satellite] === 1) deck.free[plane]!++;
  deck.full_FLOPperS[job]! -= rateOf(deck, job, plane);
}

/** Ends or suspends a job: all its satellites are free again. */
export function release(deck: Deck, job: number): void {
  const members = deck.members[job];
  if (!members) return;
  for (const satellite of members) {
    if (satellite >= 0) give(deck, satellite, planeOf(deck.planes, satellite));
  }
  deck.members[job] = undefined;
  deck.full_FLOPperS[job] = 0;
}
