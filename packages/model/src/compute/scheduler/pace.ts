import { type Deck, done, lapsed, planeOf, running } from './deck.ts';
import { interactive, jobKinds, sensing, training } from './jobs.ts';
import { checkpointPause_s } from './placing.ts';
import { end } from './survey.ts';

/** Work of a kind in the day so far. */
export interface Delivered {
  readonly work_FLOP: Float64Array;
  /** Satellite-seconds at full pace. */
  readonly satellite_s: Float64Array;
}

export const delivered = (): Delivered => ({
  work_FLOP: new Float64Array(jobKinds.length),
  satellite_s: new Float64Array(jobKinds.length),
});

/** What each gang's slowest member can keep, by what energy offers: others need not go faster. */
export function paceGangs(deck: Deck): void {
  const { satellites, planes, jobs, slowest } = deck;
  const { job, offerPower, offerHeat, healthy } = satellites;
  slowest.fill(1);
  if (!deck.policy.follow) return;
  for (let plane = 0; plane < planes.shell.length; plane++) {
    if (deck.gangParts[plane] === 0) continue;
    const idle = planes.idle_W[plane]! / planes.load_W[plane]!;
    for (let satellite = planes.first[plane]!; satellite < planes.first[plane + 1]!; satellite++) {
      const one = job[satellite]!;
      if (one < 0) continue;
      const offer = healthy[satellite] === 1 ? Math.min(offerPower[satellite]!, offerHeat[satellite]!) : 0;
      if (offer >= 1) continue;
      const pace = offer > idle ? (offer - idle) / (1 - idle) : 0;
      if (pace < slowest[one]! && jobs.kind[one] === training) slowest[one] = pace;
    }
  }
}

/** Pace that every running job asks for in the coming minute: 0 while it waits. */
export function setTargets(deck: Deck): void {
  const { jobs, wanted, target, slowest, settings } = deck;
  for (let job = 0; job < jobs.count; job++) {
    if (deck.stage[job] !== running) continue;
    if (jobs.kind[job] === interactive) wanted[job] = neededPace(deck, job);
    const paused_s = deck.pauseLink_s[job]! + deck.pauseFailure_s[job]!;
    const pace = jobs.kind[job] === training ? slowest[job]! : wanted[job]!;
    target[job] = paused_s >= settings.minute_s ? 0 : pace;
  }
}

/** Writes what every satellite of a plane is asked for. */
export function askPlane(deck: Deck, plane: number): void {
  const { satellites, planes, target } = deck;
  const { job, ask, offerPower, healthy } = satellites;
  const { follow } = deck.policy;
  const idle = planes.idle_W[plane]! / planes.load_W[plane]!;
  for (let satellite = planes.first[plane]!; satellite < planes.first[plane + 1]!; satellite++) {
    const one = job[satellite]!;
    if (one < 0 || healthy[satellite] === 0) {
      ask[satellite] = 0;
      continue;
    }
    const pace = target[one]!;
    const wanted = idle + (1 - idle) * pace;
    const offer = offerPower[satellite]!;
    // Less than idle chips draw does no work: let them sleep.
    if (!follow) ask[satellite] = wanted;
    else ask[satellite] = pace > 0 && offer > idle ? Math.min(wanted, offer) : 0;
  }
}

/** A shortfall of pace below this is rounding. */
const slight = 1e-6;

/** Adds up what the kernel gave to each job's members. */
export function gatherPaces(deck: Deck): void {
  const { satellites, planes, jobs, losses, slowest, paces, wanted } = deck;
  const { job, pace } = satellites;
  const { minute_s } = deck.settings;
  slowest.fill(1);
  paces.fill(0);
  let asked = 0;
  for (let plane = 0; plane < planes.shell.length; plane++) {
    for (let satellite = planes.first[plane]!; satellite < planes.first[plane + 1]!; satellite++) {
      const one = job[satellite]!;
      if (one < 0) continue;
      const got = pace[satellite]!;
      const full = wanted[one]!;
      asked += full;
      paces[one]! += got;
      if (got > full - slight) continue;
      if (jobs.kind[one] !== training) book(deck, satellite, (full - got) * minute_s);
      else if (got < slowest[one]!) deck.heatShare[one] = heatShareOf(deck, satellite);
      if (got < slowest[one]!) slowest[one] = got;
    }
  }
  losses.asked_s += asked * minute_s;
}

function book(deck: Deck, satellite: number, missing_s: number): void {
  const share = heatShareOf(deck, satellite);
  deck.losses.heat_s += missing_s * share;
  deck.losses.power_s += missing_s * (1 - share);
}

/** Share of heat in what kept a satellite back, and with it the others of its gang. */
function heatShareOf({ satellites }: Deck, satellite: number): number {
  const { heldPower, heldHeat, offerPower, offerHeat } = satellites;
  const power = heldPower[satellite]! + 1 - offerPower[satellite]!;
  const heat = heldHeat[satellite]! + 1 - offerHeat[satellite]!;
  return power + heat > 0 ? heat / (power + heat) : 0;
}

/** Moves every running job on by a minute. */
export function workMinute(deck: Deck, time_s: number, into: Delivered): void {
  for (let job = 0; job < deck.jobs.count; job++) {
    if (deck.stage[job] === running) workJob(deck, job, time_s, into);
  }
}

function workJob(deck: Deck, job: number, time_s: number, into: Delivered): void {
  const { jobs, losses, settings } = deck;
  const gang = jobs.gang[job]!;
  const kind = jobs.kind[job]!;
  const { minute_s } = settings;
  const failure_s = takePause(deck.pauseFailure_s, job, minute_s);
  const link_s = takePause(deck.pauseLink_s, job, minute_s - failure_s);
  const saving_s = saveIfDue(deck, job, minute_s);
  losses.failure_s += gang * (failure_s + saving_s);
  losses.link_s += gang * link_s;
  if (kind === training) {
    const missing_s = gang * (1 - deck.slowest[job]!) * Math.max(0, minute_s - failure_s - link_s);
    losses.heat_s += missing_s * deck.heatShare[job]!;
    losses.power_s += missing_s * (1 - deck.heatShare[job]!);
  }
  const worked_s = Math.max(0, minute_s - failure_s - link_s - saving_s);
  const mean = deck.paces[job]! / gang;
  const pace = kind === training ? deck.slowest[job]! : mean;
  const could = deck.full_FLOPperS[job]! * pace * worked_s;
  const rest_FLOP = jobs.work_FLOP[job]! - deck.progress_FLOP[job]!;
  const left = kind === interactive ? Math.min(rest_FLOP, offered_FLOP(deck, job, time_s)) : rest_FLOP;
  const work = Math.max(0, Math.min(could, left));
  deck.progress_FLOP[job]! += work;
  into.work_FLOP[kind]! += work;
  into.satellite_s[kind]! += could > 0 ? (gang * pace * worked_s * work) / could : 0;
  const now_s = time_s + minute_s;
  if (kind === interactive) {
    if (now_s >= jobs.deadline_s[job]!) end(deck, job, done, now_s);
  } else if (deck.progress_FLOP[job]! >= jobs.work_FLOP[job]! * (1 - 1e-12)) end(deck, job, done, now_s);
  else if (kind === sensing && now_s >= jobs.deadline_s[job]!) end(deck, job, lapsed, now_s);
}

/** Work of an interactive job that comes within the minute. */
function offered_FLOP({ jobs, settings }: Deck, job: number, time_s: number): number {
  const [from_s, to_s] = [jobs.arrival_s[job]!, jobs.deadline_s[job]!];
  const within_s = Math.min(time_s + settings.minute_s, to_s) - Math.max(time_s, from_s);
  return (jobs.work_FLOP[job]! * Math.max(0, within_s)) / (to_s - from_s);
}

function takePause(pauses: Float64Array, job: number, most_s: number): number {
  const taken = Math.min(pauses[job]!, Math.max(0, most_s));
  pauses[job]! -= taken;
  return taken;
}

/** Writes a checkpoint where one is due; returns how long the job waits for it. */
function saveIfDue(deck: Deck, job: number, minute_s: number): number {
  deck.unsaved_s[job]! += minute_s;
  if (deck.unsaved_s[job]! < deck.checkpoint_s[job]!) return 0;
  deck.unsaved_s[job] = 0;
  deck.saved_FLOP[job] = deck.progress_FLOP[job]!;
  const plane = planeOf(deck.planes, deck.members[job]![0]!);
  return Math.min(minute_s, checkpointPause_s(deck, job, deck.planes.accelerators[plane]!));
}

/** Pace of a job relative to full, when its work comes at a given rate and cannot be put off. */
export function neededPace(deck: Deck, job: number): number {
  const { work_FLOP, arrival_s, deadline_s } = deck.jobs;
  const window_s = deadline_s[job]! - arrival_s[job]!;
  const full = deck.full_FLOPperS[job]!;
  return full > 0 && window_s > 0 ? Math.min(1, work_FLOP[job]! / window_s / full) : 1;
}
