import { type Deck, release } from './deck.ts';
import { training } from './jobs.ts';

/** Fewer of a plane's powered satellites than this share of what would be even: they come and go together. */
const bunched = 0.5;
const sectors = 90;
const turn_rad = 2 * Math.PI;

/** Looks over a plane: who is free, who has power for a while, and what they offer. Once a minute. */
export function surveyPlane(deck: Deck, plane: number): void {
  const { first } = deck.planes;
  const { kind } = deck.jobs;
  const { job, healthy, offerPower, offerHeat, ahead_s, margin_K, margin_J } = deck.satellites;
  const wanted_s = deck.settings.handover_s;
  let free = 0;
  let powered = 0;
  let poweredFree = 0;
  let offer = 0;
  let kelvin = 0;
  let charge = 0;
  for (let satellite = first[plane]!; satellite < first[plane + 1]!; satellite++) {
    if (healthy[satellite] === 0) continue;
    const own = job[satellite]!;
    if (own < 0) free++;
    else if (kind[own] === training) continue;
    if (ahead_s[satellite]! <= wanted_s) continue;
    powered++;
    if (own < 0) poweredFree++;
    offer += Math.min(offerPower[satellite]!, offerHeat[satellite]!);
    kelvin += margin_K[satellite]!;
    charge += margin_J[satellite]!;
  }
  deck.free[plane] = free;
  deck.powered[plane] = powered;
  deck.poweredFree[plane] = poweredFree;
  deck.offer[plane] = powered > 0 ? offer / powered : 0;
  deck.margin_K[plane] = powered > 0 ? kelvin / powered : 0;
  deck.margin_J[plane] = powered > 0 ? charge / powered : 0;
}

/**
 * How many satellites of each plane have power at the same time, all through a revolution: as many parts of gangs
 * can go round with the Sun. Charge prolongs the day by the time that it lasts. Where satellites fly so close
 * together that all are in shadow at once, none could stay powered, and parts pause in shadow instead.
 */
export function surveySun(deck: Deck, nightWork_s: Float64Array): void {
  const { planes, sun, satellites, settings } = deck;
  for (let plane = 0; plane < deck.sustained.length; plane++) {
    const from = planes.first[plane]!;
    const count = planes.first[plane + 1]! - from;
    const usable = Math.floor(count * (1 - settings.spareSatellites));
    const worked_rad = nightWork_s[plane]! * planes.rate_radperS[plane]!;
    const lost_rad =
      2 * sun.shadow_rad[plane]! - worked_rad + settings.handover_s * planes.rate_radperS[plane]!;
    if (sun.shadow_rad[plane] === 0 || worked_rad >= 2 * sun.shadow_rad[plane]!) {
      deck.sustained[plane] = usable;
      continue;
    }
    const dark = mostWithin(satellites.phase_rad, from, count, lost_rad);
    const even = count * (1 - lost_rad / turn_rad);
    const together = count - dark;
    deck.sustained[plane] =
      together >= bunched * even ? Math.floor(together * (1 - settings.spareSatellites)) : usable;
  }
}

/** Most satellites that stand within an arc anywhere along a plane, to the sector. */
function mostWithin(phase_rad: Float64Array, from: number, count: number, arc_rad: number): number {
  const counts = new Int32Array(sectors);
  for (let at = from; at < from + count; at++) {
    const turns = phase_rad[at]! / turn_rad;
    counts[Math.floor((turns - Math.floor(turns)) * sectors) % sectors]!++;
  }
  const width = Math.min(sectors, (arc_rad / turn_rad) * sectors);
  const whole = Math.floor(width);
  let most = 0;
  for (let start = 0; start < sectors; start++) {
    let sum = 0;
    for (let step = 0; step < whole; step++) sum += counts[(start + step) % sectors]!;
    sum += counts[(start + whole) % sectors]! * (width - whole);
    most = Math.max(most, sum);
  }
  return Math.min(count, Math.ceil(most));
}

/** A satellite fails, and its job loses what it did since its last checkpoint. */
export function fail(deck: Deck, satellite: number, plane: number): void {
  const { satellites, settings } = deck;
  satellites.healthy[satellite] = 0;
  deck.inService[plane]!--;
  deck.counts.failures++;
  const job = satellites.job[satellite]!;
  if (job < 0) {
    deck.free[plane]!--;
    return;
  }
  // A gang stops and goes back together; of other jobs only the satellite's own part does.
  const together = deck.jobs.kind[job] === training;
  const share = together ? 1 : 1 / deck.jobs.gang[job]!;
  const back_FLOP = share * (deck.progress_FLOP[job]! - deck.saved_FLOP[job]!);
  deck.lost_FLOP[deck.jobs.kind[job]!]! += back_FLOP;
  deck.progress_FLOP[job]! -= back_FLOP;
  if (together) {
    deck.unsaved_s[job] = 0;
    deck.pauseFailure_s[job]! += settings.restart_s;
  }
}

export function recover(deck: Deck, satellite: number, plane: number): void {
  deck.satellites.healthy[satellite] = 1;
  deck.inService[plane]!++;
  if (deck.satellites.job[satellite]! < 0) deck.free[plane]!++;
}

/** Ends a job and frees its satellites. */
export function end(deck: Deck, job: number, stage: number, time_s: number): void {
  release(deck, job);
  deck.stage[job] = stage;
  deck.ended_s[job] = time_s;
}
