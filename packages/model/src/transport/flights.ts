import type { Keyed } from '../random/keyed.ts';
import type { Interval } from '../time/calendar.ts';
import { draws } from './draws.ts';
import type { Vehicle } from './entries.ts';
import type { Family } from './families.ts';
import type { Offer } from './offer.ts';
import type { Params } from './params.ts';
import { failureChance, poisson } from './reliability.ts';
import { lostPerFlight } from './stages.ts';
import type { TransportState } from './state.ts';
import { groundingMedian_s, onRecord } from './vehicle.ts';

/** Flies what was asked: stages, permits, experience, mishaps and the groundings that follow them. */
export function flyLaunches(
  params: Params,
  state: TransportState,
  offer: Offer,
  computeShare: number,
  interval: Interval,
  random: Keyed,
): void {
  for (let f = 0; f < params.families.length; f++) {
    const family = params.families[f]!;
    const version = family.newest[interval.index]!;
    offer.lost[f] = 0;
    offer.flown[f] = offer.others[f]! + computeShare * offer.compute[f]!;
    if (version < 0) continue;
    const vehicle = params.plan.vehicles[version]!;
    const debut = interval.index > 0 && family.newest[interval.index - 1] !== version;
    if (debut) state.experience[f] = state.experience[f]! * vehicle.experienceKept;
    if (!onRecord(params, interval)) {
      useSites(params, state, offer, f, family, interval.index);
      drawMishaps(params, state, offer, f, vehicle, interval, random);
    }
    turnStages(state, f, vehicle, offer.flown[f]!, interval.index, interval.seconds);
    state.experience[f] = state.experience[f]! + offer.flown[f]!;
    state.flights[f] = state.flights[f]! + offer.flown[f]!;
  }
}

/**
 * Launches are spread over the sites in proportion to what each could do. They use up permits; pads that prepared a
 * launch which was not made stand ready for the next month.
 */
function useSites(
  { plan }: Params,
  state: TransportState,
  offer: Offer,
  f: number,
  family: Family,
  month: number,
): void {
  let together = 0;
  for (const p of family.pads) together += offer.site[p]!;
  const share = together > 0 ? offer.flown[f]! / together : 0;
  for (const p of family.pads) {
    const flown = share * offer.site[p]!;
    state.permitsLeft[p] = Math.max(0, state.permitsLeft[p]! - flown);
    state.standing[p] = Math.min(plan.pads[p]!.pads[month]!, Math.max(0, offer.pads[p]! - flown));
  }
}

/** Failures among the month's flights. The grounding takes effect from the next month on. */
function drawMishaps(
  params: Params,
  state: TransportState,
  offer: Offer,
  f: number,
  vehicle: Vehicle,
  interval: Interval,
  random: Keyed,
): void {
  const flown = offer.flown[f]!;
  state.groundingLeft[f] = Math.max(0, state.groundingLeft[f]! - interval.seconds);
  const chance = failureChance(state.experience[f]!, state.failures[f]!, params.plan.section.failureCarried);
  if (params.expected) {
    expectMishaps(state, offer, f, vehicle, flown * chance);
    return;
  }
  const mishaps = poisson(mishapMean(flown, chance), random.uniform(f, draws.mishap), Math.ceil(flown));
  if (mishaps === 0) return;
  offer.lost[f] = Math.min(1, mishaps / flown);
  state.failures[f] = state.failures[f]! + mishaps;
  const median_s = groundingMedian_s(vehicle, state.flights[f]!);
  const length_s = median_s * Math.exp(vehicle.groundingSpread * random.normal(f, draws.grounding));
  state.groundingLeft[f] = Math.max(state.groundingLeft[f]!, length_s);
}

/** Mean of the Poisson count that has a month without mishap as often as that many single launches have. */
function mishapMean(flown: number, chance: number): number {
  return flown < 1 ? -Math.log1p(-flown * chance) : -flown * Math.log1p(-Math.min(chance, 1 - 1e-9));
}

/** As many mishaps as are expected, each with the mean of its length. */
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

function turnStages(
  state: TransportState,
  f: number,
  vehicle: Vehicle,
  flown: number,
  month: number,
  time_s: number,
): void {
  const boosters = flown * lostPerFlight(vehicle.boosterRecovery[month]!, vehicle.boosterLife);
  const ships = flown * lostPerFlight(vehicle.shipRecovery[month]!, vehicle.shipLife);
  state.boosters[f] =
    Math.max(0, state.boosters[f]! - boosters) + vehicle.boostersBuilt_perS[month]! * time_s;
  state.ships[f] = Math.max(0, state.ships[f]! - ships) + vehicle.shipsBuilt_perS[month]! * time_s;
}
