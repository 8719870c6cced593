import { type Deck, rateOf, release, waiting } from './deck.ts';
import { batch } from './jobs.ts';
import { spareOn, withPower } from './room.ts';

/** Planes that are looked at for a job that pushes others aside. */
const mostLooks = 8;
/** A prime, so that jobs begin their look at planes far apart. */
const stride = 7919;

/** Suspends batch jobs of lower priority on one plane until a job fits there; undefined where none of those looked at does. */
export function makeRoom(deck: Deck, job: number): number | undefined {
  const { jobs, planes } = deck;
  const gang = jobs.gang[job]!;
  const count = planes.shell.length;
  for (let look = 0; look < Math.min(mostLooks, count); look++) {
    const plane = (job * stride + look) % count;
    if (planes.memory_B[plane]! < jobs.memory_B[job]! || !(rateOf(deck, job, plane) > 0)) continue;
    if (withPower(deck, job, plane) < gang) continue;
    const victims = victimsOn(deck, job, plane, gang);
    if (victims === undefined) continue;
    for (const victim of victims) suspend(deck, victim);
    return plane;
  }
  return undefined;
}

function victimsOn(deck: Deck, job: number, plane: number, gang: number): Set<number> | undefined {
  const { jobs, planes, satellites } = deck;
  let room = deck.free[plane]! - spareOn(deck, plane);
  const chosen = new Set<number>();
  for (let at = planes.first[plane]!; at < planes.first[plane + 1]! && room < gang; at++) {
    const other = satellites.job[at]!;
    if (other < 0 || jobs.kind[other] !== batch || jobs.priority[other]! >= jobs.priority[job]!) continue;
    chosen.add(other);
    room++;
  }
  return room >= gang && chosen.size > 0 ? chosen : undefined;
}

/** Puts a batch job back into the queue; it has written what it did. */
function suspend(deck: Deck, job: number): void {
  release(deck, job);
  deck.stage[job] = waiting;
  deck.saved_FLOP[job] = deck.progress_FLOP[job]!;
  deck.counts.preemptions++;
  deck.queue.push(job);
}
