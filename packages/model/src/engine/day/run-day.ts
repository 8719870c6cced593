import type { Supply } from '../../compute/scheduler/bound.ts';
import { type Counts, type Losses, running, type SchedulerSettings } from '../../compute/scheduler/deck.ts';
import type { Jobs } from '../../compute/scheduler/jobs.ts';
import type { Delivered } from '../../compute/scheduler/pace.ts';
import type { Policy } from '../../compute/scheduler/policy.ts';
import type { Failure } from '../../compute/scheduler/scheduler.ts';
import { Scheduler } from '../../compute/scheduler/scheduler.ts';
import { nightWork_s, offerMargins } from '../../energy/day/margins.ts';
import { applyAsks, planeTotals, takeMinute } from '../../energy/day/outcome.ts';
import { firstOf, type Seat } from '../../energy/day/seat.ts';
import { type Flown, type Rationing, sit, wake } from '../../energy/day/sit.ts';
import { Paths } from '../../network/day/paths.ts';
import { type LaidFleet, type Lay, seatPlanes } from './lay.ts';
import { closeSlot, emptySupply, openSlot, slot_s } from './supply.ts';

/**
 * The loop of a minute: energy offers power, charge and warmth; the network says what ways cost; compute places jobs
 * on satellites. What is placed loads links, and what links cost decides where the next is placed: rounds go on until
 * they send less than the tolerance to work, as a share of the fleet. Then compute asks every satellite for load, the
 * kernel applies it, and what that gives is what was worked.
 */
export const dayLoop = { name: 'sun, links and jobs', tolerance: 1e-3, rounds: 4 } as const;

const minute_s = 60;
const minutesPerDay = 1440;
/** The Sun and the nodes are looked up so often. */
const sunMinutes = 60;
const slotMinutes = slot_s / minute_s;

/** Steps the kernel over all blocks that were laid. `changed`: rows were written since the last time. */
export interface Stepper {
  readonly lay: Lay;
  step(changed: boolean): Promise<void>;
}

export interface DayTask {
  readonly fleet: LaidFleet;
  readonly jobs: Jobs;
  readonly failures: readonly Failure[];
  readonly policy: Policy;
  readonly rationing: Rationing;
  readonly settings: SchedulerSettings;
  /** Midnight UTC, days since J2000. */
  readonly begin_d: number;
  /** Length of the kernel's steps. */
  readonly step_s: number;
  onMinute?(done: number, total: number, scheduler: Scheduler): void;
}

/** The day minute by minute, the fleet taken together. */
export interface DaySeries {
  readonly chips_W: Float64Array;
  readonly work_FLOPperS: Float64Array;
  readonly running: Float64Array;
  readonly waiting: Float64Array;
  readonly migrations: Float64Array;
}

/** How the loop went. */
export interface LoopRecord {
  rounds: number;
  most: number;
  /** Minutes in which asks still moved when rounds ended. */
  unsettled: number;
}

export interface DayOutcome {
  readonly policy: string;
  /** By job: where it stands in the end, what was done of it, and when it came to that. */
  readonly stage: Uint8Array;
  readonly progress_FLOP: Float64Array;
  readonly ended_s: Float64Array;
  readonly delivered: Delivered;
  readonly losses: Losses;
  readonly counts: Counts;
  readonly lost_FLOP: Float64Array;
  /** As the planes' rates, over the fastest. */
  readonly speed: Float64Array;
  readonly supply: Supply;
  readonly series: DaySeries;
  readonly loop: LoopRecord;
  readonly chips_J: number;
  readonly curtailed_J: number;
  readonly loss_J: number;
  /** Charge at the end of the day, over all satellites. */
  readonly stored_J: number;
  readonly moved_bithops: number;
  /** Hottest junction and least charge over usable that any satellite met. */
  readonly hottest_K: number;
  readonly leastCharge: number;
}

/** Runs one scheduler through one day of a fleet. */
export async function runDay(task: DayTask, stepper: Stepper): Promise<DayOutcome> {
  const { fleet, settings } = task;
  const { planes } = fleet;
  const count = planes.shell.length;
  const satellites = fleet.satellites();
  const seats = seatPlanes(fleet, stepper.lay);
  const sun = { midnight_rad: new Float64Array(count), shadow_rad: new Float64Array(count) };
  const flown: Flown = { designs: fleet.designs, links_W: fleet.links.idle_W };
  const paths = new Paths(planes, fleet.links);
  const sunAtMinute = (minute: number) =>
    sit(flown, planes, seats, sun, task.rationing, task.begin_d, minute * minute_s, task.step_s);
  sunAtMinute(0);
  wake(planes, seats, sun, satellites);
  const scheduler = new Scheduler(
    { jobs: task.jobs, planes, sun, satellites, paths, policy: task.policy, settings },
    task.failures,
  );
  const { deck } = scheduler;
  const supply = emptySupply(planes.shell.length, seats, sun, task.step_s);
  const series = emptySeries();
  const loop: LoopRecord = { rounds: 0, most: 0, unsettled: 0 };
  const totals = planeTotals(count);
  let chips_J = 0;
  for (let minute = 0; minute < minutesPerDay; minute++) {
    const time_s = minute * minute_s;
    const changed = minute % sunMinutes === 0;
    if (changed) {
      sunAtMinute(minute);
      scheduler.sunMoved(nightWork_s(planes, seats, sun));
    }
    if (minute % slotMinutes === 0)
      openSlot(supply, minute / slotMinutes, planes, sun, satellites, deck.inService);
    for (let plane = 0; plane < count; plane++) {
      offerMargins(plane, seats[plane]!, planes, sun, satellites, time_s, minute_s);
    }
    scheduler.begin(time_s);
    settle(scheduler, paths, time_s, loop);
    scheduler.ask();
    for (let plane = 0; plane < count; plane++) applyAsks(plane, seats[plane]!, planes, satellites);
    await stepper.step(changed);
    let minute_J = 0;
    for (let plane = 0; plane < count; plane++) {
      minute_J += takeMinute(plane, seats[plane]!, planes, satellites, minute_s);
    }
    const before = sumOf(scheduler.delivered.work_FLOP);
    scheduler.finish(time_s);
    paths.turn(minute_s);
    chips_J += minute_J;
    series.chips_W[minute] = minute_J / minute_s;
    series.work_FLOPperS[minute] = (sumOf(scheduler.delivered.work_FLOP) - before) / minute_s;
    series.running[minute] = deck.stage.reduce((sum, stage) => sum + (stage === running ? 1 : 0), 0);
    series.waiting[minute] = deck.queue.length;
    series.migrations[minute] = deck.counts.migrations;
    if ((minute + 1) % slotMinutes === 0)
      closeSlot(supply, (minute + 1) / slotMinutes - 1, seats, planes, totals);
    task.onMinute?.(minute + 1, minutesPerDay, scheduler);
  }
  return {
    policy: task.policy.name,
    stage: deck.stage,
    progress_FLOP: deck.progress_FLOP,
    ended_s: deck.ended_s,
    delivered: scheduler.delivered,
    losses: deck.losses,
    counts: deck.counts,
    lost_FLOP: deck.lost_FLOP,
    speed: deck.speed,
    supply,
    series,
    loop,
    chips_J,
    curtailed_J: sumOf(totals.curtailed_J),
    loss_J: sumOf(totals.loss_J),
    stored_J: sumOf(storedNow(seats, planes.first)),
    moved_bithops: paths.moved_bithops,
    ...extremes(seats, planes.first),
  };
}

function settle(scheduler: Scheduler, paths: Paths, time_s: number, loop: LoopRecord): void {
  const fleet = scheduler.deck.satellites.job.length;
  for (let round = 1; ; round++) {
    const placed = scheduler.place(time_s);
    loop.rounds++;
    loop.most = Math.max(loop.most, round);
    if (placed <= dayLoop.tolerance * fleet || scheduler.deck.queue.length === 0) return;
    if (round === dayLoop.rounds) {
      loop.unsettled++;
      return;
    }
    paths.reprice(minute_s);
  }
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function emptySeries(): DaySeries {
  const column = () => new Float64Array(minutesPerDay);
  return {
    chips_W: column(),
    work_FLOPperS: column(),
    running: column(),
    waiting: column(),
    migrations: column(),
  };
}

function storedNow(seats: readonly Seat[], first: Int32Array): Float64Array {
  return Float64Array.from(seats, (seat, plane) => {
    const at = firstOf(seat);
    return sumOf(seat.block.state.stored_J.subarray(at, at + first[plane + 1]! - first[plane]!));
  });
}

/** The kernel keeps each satellite's hottest junction and least charge. */
function extremes(seats: readonly Seat[], first: Int32Array): { hottest_K: number; leastCharge: number } {
  let hottest_K = 0;
  let leastCharge = 1;
  seats.forEach((seat, plane) => {
    const at = firstOf(seat);
    const usable_J = seat.block.rows.usable_J[seat.row]!;
    for (let index = at; index < at + first[plane + 1]! - first[plane]!; index++) {
      hottest_K = Math.max(hottest_K, seat.block.totals.junction_K[index]!);
      if (usable_J > 0) leastCharge = Math.min(leastCharge, seat.block.totals.least_J[index]! / usable_J);
    }
  });
  return { hottest_K, leastCharge };
}
