import type { Keyed } from '../random/keyed.ts';
import type { Interval } from '../time/calendar.ts';
import { mishapDraw } from './draws.ts';
import type { Vehicle } from './entries.ts';
import { flyable, type Offer } from './offer.ts';
import type { Params } from './params.ts';
import { failureChance } from './reliability.ts';
import type { TransportState } from './state.ts';
import { groundingMedian_s } from './vehicle.ts';

/** Groundings that one month can begin at most. */
const mostPerMonth = 31;

/**
 * Failures among a family's flights of the month, from flight to flight. Each grounds the family at once: flights
 * that its grounding leaves no time for are taken off `offer.flown`, and what is left of it runs on next month.
 */
export function drawMishaps(
  params: Params,
  state: TransportState,
  offer: Offer,
  f: number,
  vehicle: Vehicle,
  interval: Interval,
  random: Keyed,
): void {
  const left_s = state.groundingLeft[f]!;
  state.stood_s[f] = left_s > interval.seconds ? state.stood_s[f]! + interval.seconds : 0;
  state.groundingLeft[f] = Math.max(0, left_s - interval.seconds);
  if (params.expected) {
    const { failureCarried } = params.plan.section;
    const chance = failureChance(state.experience[f]!, state.failures[f]!, failureCarried);
    expectMishaps(state, offer, f, vehicle, offer.flown[f]! * chance);
    return;
  }
  const planned = offer.flown[f]!;
  const flying_s = (1 - offer.grounded[f]!) * interval.seconds;
  if (planned === 0 || flying_s === 0) return;
  const median_s = groundingMedian_s(vehicle, state.flights[f]!);
  let [clock_s, due, flown, mishaps, stood_s] = [0, planned, 0, 0, 0];
  while (mishaps < mostPerMonth) {
    const hazard = hazardAt(params, state, f, planned, flown + 0.5 * due, mishaps);
    const until = -Math.log(random.uniform(f, mishapDraw(mishaps))) / hazard;
    flown += Math.min(until, due);
    if (until >= due) break;
    clock_s += ((flying_s - clock_s) * until) / due;
    const length_s = median_s * Math.exp(vehicle.groundingSpread * random.normal(f, mishapDraw(mishaps) + 1));
    mishaps++;
    stood_s += Math.min(length_s, flying_s - clock_s);
    clock_s += length_s;
    const rest_s = flying_s - clock_s;
    if (rest_s <= 0) {
      state.groundingLeft[f] = -rest_s;
      state.stood_s[f] = length_s + rest_s;
      break;
    }
    due = Math.min(planned - flown, flyable(params, state, offer, f, interval, rest_s, length_s));
  }
  if (mishaps === 0) return;
  offer.flown[f] = Math.min(planned, flown);
  offer.lost[f] = Math.min(1, mishaps / offer.flown[f]!);
  offer.grounded[f] = offer.grounded[f]! + stood_s / interval.seconds;
  state.failures[f] = state.failures[f]! + mishaps;
}

/** Mishaps a flight, by what will be known of the family after `flown`; of less than one flight a month as many as that share of one would have. */
function hazardAt(
  { plan }: Params,
  state: TransportState,
  f: number,
  planned: number,
  flown: number,
  mishaps: number,
): number {
  const { failureCarried } = plan.section;
  const chance = failureChance(state.experience[f]! + flown, state.failures[f]! + mishaps, failureCarried);
  return planned < 1 ? -Math.log1p(-planned * chance) / planned : -Math.log1p(-Math.min(chance, 1 - 1e-9));
}

/** As many mishaps as are expected, each with the mean of its length, from the next month on. */
function expectMishaps(
  state: TransportState,
  offer: Offer,
  f: number,
  vehicle: Vehicle,
  mishaps: number,
): void {
  const mean_s = groundingMedian_s(vehicle, state.flights[f]!) * Math.exp(vehicle.groundingSpread ** 2 / 2);
  offer.lost[f] = offer.flown[f]! > 0 ? Math.min(1, mishaps / offer.flown[f]!) : 0;
  state.failures[f] = state.failures[f]! + mishaps;
  state.groundingLeft[f] = state.groundingLeft[f]! + mishaps * mean_s;
}
