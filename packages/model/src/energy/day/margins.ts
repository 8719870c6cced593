import type { DayPlanes, DaySatellites, DaySun } from '../../flows/day.ts';
import { firstOf, type Seat } from './seat.ts';

/** Longer than any day: for what does not end. */
const endless_s = 1e9;
/** Charge that is kept for housekeeping in shadow over what it needs, since a minute's forecast is not its outcome. */
const caution = 1.1;
/** Full load counts as held from this share on. */
const held = 0.95;
const turn_rad = 2 * Math.PI;
const perTurn = 1 / turn_rad;

/**
 * What each satellite of a plane offers for the coming minute: power, charge and heat, from where it stands and what
 * the kernel left of charge and warmth. A forecast by the kernel's own balance, with cells taken as warm: the kernel
 * has the last word.
 */
export function offerMargins(
  plane: number,
  seat: Seat,
  planes: DayPlanes,
  sun: DaySun,
  satellites: DaySatellites,
  time_s: number,
  minute_s: number,
): void {
  const { rows, state } = seat.block;
  const { row } = seat;
  const distribution = rows.distribution[row]!;
  const load_W = rows.load_W[row]! / distribution;
  const dark_W = rows.dark_W[row]! / distribution;
  const house_W = rows.housekeeping_W[row]! / distribution;
  const array_W = rows.array_W[row]!;
  const usable_J = rows.usable_J[row]!;
  const reserve_W = rows.reserve_W[row]!;
  const discharge_W = Math.min(rows.discharge_W[row]!, Number.MAX_VALUE);
  // Where the battery is too weak for full load in shadow, full load ends with the Sun.
  const heldAtNight = Math.min(dark_W, discharge_W - house_W) >= held * load_W;
  const charging_W =
    Math.max(0, Math.min(rows.charge_W[row]!, array_W - house_W - load_W)) * rows.roundTrip[row]!;
  const limit_K = rows.junctionLimit_K[row]!;
  const rise_K = rows.rise_KperW[row]! * rows.load_W[row]!;
  const rate = rows.rate_radperS[row]!;
  const half = sun.shadow_rad[plane]!;
  const night_s = (2 * half) / rate;
  const day_s = (turn_rad - 2 * half) / rate;
  const sweep = rate * minute_s;
  const kept_J = caution * house_W * night_s;
  const from = planes.first[plane]!;
  const count = planes.first[plane + 1]! - from;
  const at = firstOf(seat);
  const { phase_rad, offerPower, offerHeat, ahead_s, margin_J, margin_K } = satellites;
  // Angle past midnight of a satellite whose phase was 0.
  const shift = rate * time_s - sun.midnight_rad[plane]!;
  const perRate = 1 / rate;
  const perLoad = 1 / load_W;
  const perMinute = 1 / minute_s;
  const perRise = rise_K > 0 ? 1 / rise_K : 0;
  const perSweep = 1 / sweep;
  const keptPerS = caution * house_W;
  const sunny_W = array_W - reserve_W;
  for (let slot = 0; slot < count; slot++) {
    const stored_J = state.stored_J[at + slot]!;
    const cool_K = limit_K - state.coolant_K[at + slot]!;
    let past = Math.PI;
    if (half > 0) {
      const angle = phase_rad[from + slot]! + shift;
      past = angle - turn_rad * Math.floor(angle * perTurn + 0.5);
    }
    let spare_J: number;
    let ahead: number;
    let shaded = 0;
    let needed_J = 0;
    if (past < half && past > -half) {
      const left_s = (half - past) * perRate;
      shaded = Math.min(1, (half - past) * perSweep);
      needed_J = keptPerS * Math.max(0, left_s - minute_s);
      spare_J = stored_J - keptPerS * left_s;
      ahead = heldAtNight ? (spare_J >= load_W * left_s ? left_s + day_s : spare_J * perLoad) : 0;
    } else {
      // Angle to the next entry into shadow.
      const way = past < 0 ? -half - past : turn_rad - half - past;
      ahead = half > 0 ? way * perRate : endless_s;
      spare_J = Math.min(usable_J, stored_J + charging_W * ahead) - kept_J;
      if (way < sweep && half > 0) {
        shaded = 1 - way * perSweep;
        needed_J = kept_J;
      }
      if (heldAtNight)
        ahead += spare_J >= load_W * night_s ? night_s + day_s : Math.max(0, spare_J * perLoad);
    }
    const lit = 1 - shaded;
    const given_W =
      shaded > 0 ? Math.min(discharge_W * shaded, Math.max(0, stored_J - needed_J) * perMinute) : 0;
    const power_W = Math.min(lit * load_W + shaded * dark_W, lit * sunny_W - house_W + given_W);
    offerPower[from + slot] = Math.max(0, Math.min(1, power_W * perLoad));
    offerHeat[from + slot] = rise_K > 0 ? Math.max(0, Math.min(1, cool_K * perRise)) : 1;
    ahead_s[from + slot] = ahead > 0 ? Math.min(ahead, endless_s) : 0;
    margin_J[from + slot] = spare_J;
    margin_K[from + slot] = cool_K - rise_K;
  }
}

/**
 * Time for which the charge of a night carries full load, by plane: what a full battery, or one that the day before
 * could fill, holds beyond housekeeping's need.
 */
export function nightWork_s(planes: DayPlanes, seats: readonly Seat[], sun: DaySun): Float64Array {
  return Float64Array.from(seats, ({ block: { rows }, row }, plane) => {
    const distribution = rows.distribution[row]!;
    const load_W = rows.load_W[row]! / distribution;
    const house_W = rows.housekeeping_W[row]! / distribution;
    const night_W = Math.min(rows.dark_W[row]! / distribution, rows.discharge_W[row]! - house_W);
    if (night_W < held * load_W) return 0;
    const half = sun.shadow_rad[plane]!;
    const rate = planes.rate_radperS[plane]!;
    const surplus_W = rows.array_W[row]! - house_W - load_W;
    const charged_J =
      Math.max(0, Math.min(rows.charge_W[row]!, surplus_W)) *
      rows.roundTrip[row]! *
      ((turn_rad - 2 * half) / rate);
    const night_s = (2 * half) / rate;
    const spare_J = Math.min(rows.usable_J[row]!, charged_J) - caution * house_W * night_s;
    return Math.max(0, Math.min(night_s, spare_J / load_W));
  });
}

/** How many satellites of a plane cross the edge of the shadow within a stretch of time. */
export function crossings(
  plane: number,
  planes: DayPlanes,
  sun: DaySun,
  { phase_rad }: DaySatellites,
  time_s: number,
  length_s: number,
): number {
  const half = sun.shadow_rad[plane]!;
  if (half === 0) return 0;
  const rate = planes.rate_radperS[plane]!;
  const sweep = Math.min(turn_rad, rate * length_s);
  const shift = rate * time_s - sun.midnight_rad[plane]!;
  let count = 0;
  for (let at = planes.first[plane]!; at < planes.first[plane + 1]!; at++) {
    const past = (phase_rad[at]! + shift) / turn_rad;
    if (within(-half / turn_rad - past, sweep / turn_rad)) count++;
    if (within(half / turn_rad - past, sweep / turn_rad)) count++;
  }
  return count;
}

/** Whether a way ahead, in turns, ends within an arc. */
const within = (ahead: number, arc: number): boolean => ahead - Math.floor(ahead) < arc;
