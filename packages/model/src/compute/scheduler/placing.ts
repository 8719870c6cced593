import { type Deck, planeOf, release, running, take } from './deck.ts';
import { litOn, movePart } from './handover.ts';
import { training } from './jobs.ts';
import type { JobView } from './policy.ts';
import { makeRoom } from './preempt.ts';
import { roomOn } from './room.ts';
import { fetch_s, scoreOf, viewOf } from './scoring.ts';

/** Attempts of a minute that end without a place, after which what waits has to wait for the next. */
const mostAttempts = 200;
/** Time between checkpoints of a job that fails never. */
const seldom_s = 86_400;

/** Sorts what waits by the policy; jobs that are equally urgent keep their order. */
export function sortQueue(deck: Deck, time_s: number, best_FLOPperS: readonly number[]): void {
  const urgency = new Map(
    deck.queue.map((job) => [job, deck.policy.urgency(viewOf(deck, job, time_s, best_FLOPperS), time_s)]),
  );
  deck.queue.sort((a, b) => urgency.get(b)! - urgency.get(a)! || a - b);
}

/** Places what can be placed of the jobs that wait, the most urgent first; returns how many parts went to work. */
export function placeWaiting(deck: Deck, time_s: number, best_FLOPperS: readonly number[]): number {
  let placed = 0;
  let attempts = 0;
  // Jobs of a workload that want as many satellites as one that found no place need not look again.
  const refused: number[] = [];
  const left: number[] = [];
  for (const job of deck.queue) {
    const gang = deck.jobs.gang[job]!;
    const workload = deck.jobs.workload[job]!;
    if (attempts >= mostAttempts || gang >= (refused[workload] ?? Infinity)) {
      left.push(job);
      continue;
    }
    if (placeJob(deck, job, time_s, best_FLOPperS)) {
      placed += gang;
      continue;
    }
    attempts++;
    if (deck.jobs.priority[job]! <= 1 || !deck.policy.preempt) refused[workload] = gang;
    left.push(job);
  }
  deck.queue = left;
  return placed;
}

function placeJob(deck: Deck, job: number, time_s: number, best_FLOPperS: readonly number[]): boolean {
  const gang = deck.jobs.gang[job]!;
  const planes = deck.planes.shell.length;
  const view = viewOf(deck, job, time_s, best_FLOPperS);
  let best = -1;
  let bestScore = -Infinity;
  let largest = -1;
  let largestScore = -Infinity;
  for (let plane = 0; plane < planes; plane++) {
    const room = roomOn(deck, job, plane);
    if (room === 0) continue;
    const fits = room >= gang;
    if (!fits && best >= 0) continue;
    const score = scoreOf(deck, job, plane, view);
    if (fits && score > bestScore) {
      best = plane;
      bestScore = score;
    } else if (!fits && score > largestScore) {
      largest = plane;
      largestScore = score;
    }
  }
  if (best >= 0) return begin(deck, job, [best], time_s);
  if (largest >= 0) {
    const chosen = neighbours(deck, job, largest, gang) ?? widest(deck, job, gang, view);
    if (chosen) return begin(deck, job, chosen, time_s);
  }
  const cleared = deck.policy.preempt ? makeRoom(deck, job) : undefined;
  return cleared !== undefined && begin(deck, job, [cleared], time_s);
}

/** The plane and as many beside it, to both sides by turns, as hold the gang; undefined where lasers end before. */
function neighbours(deck: Deck, job: number, start: number, gang: number): number[] | undefined {
  const { part } = deck.planes;
  const chosen = [start];
  let room = roomOn(deck, job, start);
  let [up, down] = [nextOf(part, start, 1), nextOf(part, start, -1)];
  while (room < gang && (up >= 0 || down >= 0)) {
    if (up >= 0) {
      chosen.push(up);
      room += roomOn(deck, job, up);
      up = nextOf(part, up, 1);
    }
    if (room < gang && down >= 0) {
      chosen.push(down);
      room += roomOn(deck, job, down);
      down = nextOf(part, down, -1);
    }
  }
  return room >= gang ? chosen : undefined;
}

/** Work in independent parts may stand anywhere: planes by preference until there are enough. */
function widest(deck: Deck, job: number, gang: number, view: JobView): number[] | undefined {
  if (deck.jobs.kind[job] === training) return undefined;
  const scored: { plane: number; score: number; room: number }[] = [];
  for (let plane = 0; plane < deck.planes.shell.length; plane++) {
    const room = roomOn(deck, job, plane);
    const score = room > 0 ? scoreOf(deck, job, plane, view) : -Infinity;
    if (score > -Infinity) scored.push({ plane, score, room });
  }
  scored.sort((a, b) => b.score - a.score || a.plane - b.plane);
  const chosen: number[] = [];
  let room = 0;
  for (const one of scored) {
    chosen.push(one.plane);
    room += one.room;
    if (room >= gang) return chosen;
  }
  return undefined;
}

function nextOf(part: Int32Array, plane: number, step: number): number {
  for (let next = plane + step; next >= 0 && next < part.length; next += step) {
    if (part[next] === part[plane]) return next;
    // Parts lie next to each other, or by turns with one other.
    if (Math.abs(next - plane) > 2) return -1;
  }
  return -1;
}

/** Sets a job to work on planes that have room for it: satellites with the longest time of power first. */
function begin(deck: Deck, job: number, chosen: readonly number[], time_s: number): boolean {
  const { jobs, satellites, settings } = deck;
  const gang = jobs.gang[job]!;
  deck.members[job] = new Int32Array(gang).fill(-1);
  let seat = 0;
  for (const plane of chosen) {
    const room = Math.min(gang - seat, roomOn(deck, job, plane));
    for (const satellite of satellitesFor(deck, job, plane, room)) {
      if (satellites.ahead_s[satellite]! > settings.handover_s) {
        deck.poweredFree[plane]!--;
        if (jobs.kind[job] === training) deck.powered[plane]!--;
      }
      take(deck, job, seat++, satellite, plane);
    }
  }
  if (seat < gang) {
    release(deck, job);
    return false;
  }
  deck.stage[job] = running;
  deck.pauseLink_s[job] = bringIn(deck, job, chosen[0]!);
  deck.checkpoint_s[job] = checkpointInterval_s(deck, job);
  deck.unsaved_s[job] = 0;
  deck.ended_s[job] = time_s;
  return true;
}

/** Books the way of a job's data, and of the state that it left at its checkpoint. */
function bringIn(deck: Deck, job: number, plane: number): number {
  const { jobs, paths } = deck;
  const time_s = fetch_s(deck, job, plane);
  if (time_s > 0) {
    paths.book(jobs.input_bit[job]!, jobs.home[job]!, plane, 1 / 4);
    deck.counts.moved_bit += jobs.input_bit[job]!;
  }
  if (deck.progress_FLOP[job]! === 0 || jobs.state_bit[job] === 0) return time_s;
  const bits = jobs.state_bit[job]! * jobs.gang[job]!;
  paths.book(bits, plane, plane, 1 / 8);
  deck.counts.moved_bit += bits;
  return time_s + paths.move_s(jobs.state_bit[job]!, plane, plane, 1 / 8);
}

/** Young's interval between checkpoints for the job's satellites, by the chips of the first. */
function checkpointInterval_s(deck: Deck, job: number): number {
  const { jobs, planes, settings } = deck;
  const accelerators = planes.accelerators[planeOf(planes, deck.members[job]![0]!)]!;
  const failures_perS = settings.interruption_perS * accelerators * jobs.gang[job]!;
  const pause_s = checkpointPause_s(deck, job, accelerators);
  return failures_perS > 0 ? Math.sqrt((2 * Math.max(1, pause_s)) / failures_perS) : seldom_s;
}

export function checkpointPause_s({ jobs, settings }: Deck, job: number, accelerators: number): number {
  const rate_bps = settings.checkpointRate_BperS * 8 * accelerators;
  return rate_bps > 0 ? jobs.state_bit[job]! / rate_bps : 0;
}

const order = (a: readonly [number, number], b: readonly [number, number]) => b[1] - a[1] || a[0] - b[0];

/** Satellites of a plane for a job: free ones, or for a gang such as have power, whose own work moves aside. */
function satellitesFor(deck: Deck, job: number, plane: number, wanted: number): number[] {
  if (!deck.policy.follow || deck.jobs.kind[job] !== training) return freeOn(deck, plane, wanted);
  const lit = litOn(deck, plane).slice(0, wanted);
  const busy = lit.filter((satellite) => deck.satellites.job[satellite]! >= 0);
  if (busy.length > 0) {
    const chosen = new Set(lit);
    const aside = freeOn(deck, plane, Infinity).filter((satellite) => !chosen.has(satellite));
    // The last have the least power ahead.
    for (const [index, satellite] of busy.entries()) {
      const to = aside[aside.length - 1 - index];
      if (to === undefined) return lit.filter((one) => deck.satellites.job[one]! < 0);
      movePart(deck, plane, satellite, to);
    }
  }
  return lit;
}

/** Free satellites of a plane: for a policy that follows the Sun those with most time of power ahead, else the first. */
export function freeOn(deck: Deck, plane: number, wanted: number): number[] {
  const { first } = deck.planes;
  const { job, healthy, ahead_s } = deck.satellites;
  const found: [number, number][] = [];
  for (let satellite = first[plane]!; satellite < first[plane + 1]!; satellite++) {
    if (job[satellite]! >= 0 || healthy[satellite] === 0) continue;
    found.push([satellite, deck.policy.follow ? ahead_s[satellite]! : 0]);
    if (!deck.policy.follow && found.length === wanted) break;
  }
  if (deck.policy.follow) found.sort(order);
  return found.slice(0, wanted).map(([satellite]) => satellite);
}
