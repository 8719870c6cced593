import { type Deck, give, take } from './deck.ts';
import { training } from './jobs.ts';

const turn_rad = 2 * Math.PI;

/**
 * Hands parts of jobs on a plane over from satellites whose power ends before the next round, or that failed, to
 * those that have power longest. A gang goes first, since one dark member stops it all, and changes places with
 * other work where no powered satellite is free; that work does with what charge gives, and sleeps. Costs the way of
 * the parts' state over lasers, during which a gang waits.
 */
export function handOver(deck: Deck, plane: number): void {
  const leaving = leavingOf(deck, plane);
  if (leaving.length === 0) return;
  const { settings, satellites, jobs } = deck;
  const lit = litOn(deck, plane);
  let next = 0;
  for (const from of leaving) {
    const to = lit[next];
    if (to === undefined) return;
    const failed = satellites.healthy[from] === 0;
    if (!failed && satellites.ahead_s[to]! - satellites.ahead_s[from]! <= settings.handover_s) return;
    const gang = jobs.kind[satellites.job[from]!] === training;
    const busy = satellites.job[to]! >= 0;
    // Work in independent parts makes way for gangs alone.
    if (busy && !gang) return;
    next++;
    if (busy) changePlaces(deck, plane, from, to);
    else {
      movePart(deck, plane, from, to);
      deck.poweredFree[plane]!--;
    }
    if (gang) deck.powered[plane]!--;
  }
}

/** Moves a part of a job to a free satellite of the plane. */
export function movePart(deck: Deck, plane: number, from: number, to: number): void {
  const job = deck.satellites.job[from]!;
  const seat = deck.seatOf[from]!;
  pay(deck, job, plane, from, to);
  give(deck, from, plane);
  take(deck, job, seat, to, plane);
}

function changePlaces(deck: Deck, plane: number, from: number, to: number): void {
  const [gang, other] = [deck.satellites.job[from]!, deck.satellites.job[to]!];
  const [gangSeat, otherSeat] = [deck.seatOf[from]!, deck.seatOf[to]!];
  pay(deck, gang, plane, from, to);
  pay(deck, other, plane, to, from);
  give(deck, from, plane);
  give(deck, to, plane);
  take(deck, gang, gangSeat, to, plane);
  take(deck, other, otherSeat, from, plane);
}

function pay(deck: Deck, job: number, plane: number, from: number, to: number): void {
  const { jobs, paths, satellites, counts } = deck;
  const apart = satellites.phase_rad[to]! - satellites.phase_rad[from]!;
  const share = Math.abs(apart - turn_rad * Math.round(apart / turn_rad)) / turn_rad;
  const bits = jobs.state_bit[job]!;
  const time_s = paths.move_s(bits, plane, plane, share);
  paths.book(bits, plane, plane, share);
  counts.migrations++;
  counts.moved_bit += bits;
  // Parts of a gang move at the same time, and all wait for the slowest; other parts wait for themselves alone.
  if (jobs.kind[job] === training) deck.pauseLink_s[job] = Math.max(deck.pauseLink_s[job]!, time_s);
  else deck.pauseLink_s[job]! += time_s / jobs.gang[job]!;
}

/** Gangs first, then by the power that is left. */
function leavingOf(deck: Deck, plane: number): number[] {
  const { first } = deck.planes;
  const { job, healthy, ahead_s } = deck.satellites;
  const { kind } = deck.jobs;
  const found: number[] = [];
  for (let satellite = first[plane]!; satellite < first[plane + 1]!; satellite++) {
    if (job[satellite]! < 0) continue;
    if (healthy[satellite] === 1 && ahead_s[satellite]! > deck.settings.handover_s) continue;
    found.push(satellite);
  }
  const inStep = (satellite: number) => (kind[job[satellite]!] === training ? 0 : 1);
  return found.sort((a, b) => inStep(a) - inStep(b) || ahead_s[a]! - ahead_s[b]! || a - b);
}

/** Satellites with power until the next round that no gang has: free ones first, then by the power ahead. */
export function litOn(deck: Deck, plane: number): number[] {
  const { first } = deck.planes;
  const { job, healthy, ahead_s } = deck.satellites;
  const { kind } = deck.jobs;
  const found: number[] = [];
  for (let satellite = first[plane]!; satellite < first[plane + 1]!; satellite++) {
    if (healthy[satellite] === 0 || ahead_s[satellite]! <= deck.settings.handover_s) continue;
    const own = job[satellite]!;
    if (own < 0 || kind[own] !== training) found.push(satellite);
  }
  const busy = (satellite: number) => (job[satellite]! < 0 ? 0 : 1);
  return found.sort((a, b) => busy(a) - busy(b) || ahead_s[b]! - ahead_s[a]! || a - b);
}
