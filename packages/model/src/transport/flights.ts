import type { Keyed } from '../random/keyed.ts';
import type { Interval } from '../time/calendar.ts';
import type { Vehicle } from './entries.ts';
import type { Family } from './families.ts';
import { drawMishaps } from './mishaps.ts';
import type { Offer } from './offer.ts';
import type { Params } from './params.ts';
import { lostPerFlight } from './stages.ts';
import type { TransportState } from './state.ts';
import { onRecord } from './vehicle.ts';

/** Flies what others and compute (`planned`, by family) ask: stages, permits, experience, mishaps and the groundings that follow them. */
export function flyLaunches(
  params: Params,
  state: TransportState,
  offer: Offer,
  planned: Readonly<Float64Array>,
  interval: Interval,
  random: Keyed,
): void {
  for (let f = 0; f < params.families.length; f++) {
    const family = params.families[f]!;
    const version = family.newest[interval.index]!;
    offer.lost[f] = 0;
    offer.flown[f] = offer.others[f]! + planned[f]!;
    if (version < 0) continue;
    const vehicle = params.plan.vehicles[version]!;
    const debut = interval.index > 0 && family.newest[interval.index - 1] !== version;
    if (debut) state.experience[f] = state.experience[f]! * vehicle.experienceKept;
    if (!onRecord(params, interval)) {
      drawMishaps(params, state, offer, f, vehicle, interval, random);
      useSites(params, state, offer, f, family, interval.index);
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
