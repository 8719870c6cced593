import type { Keyed } from '../random/keyed.ts';
import type { Interval } from '../time/calendar.ts';
import { draws, entities } from './draws.ts';
import type { Vehicle } from './entries.ts';
import type { Family } from './families.ts';
import { meanLaunches, scattered } from './pads.ts';
import type { Params } from './params.ts';
import { flightsOf, lostPerFlight } from './stages.ts';
import type { TransportState } from './state.ts';
import { onRecord, otherLaunches, turnaround_s } from './vehicle.ts';

/** What could limit a family's launches, in the order of the columns of `Offer.by`. */
export const launchLimits = ['permits', 'pads', 'boosters', 'ships', 'propellant'] as const;
const [permitsAt, padsAt, boostersAt, shipsAt, propellantAt] = [0, 1, 2, 3, 4] as const;

/** One month's launches as they could be, by family. Filled anew each step. */
export interface Offer {
  /** Launches that each limit alone would allow: limit · families + family. */
  readonly by: Float64Array;
  /** Launches that all of them together allow, if nothing is grounded. */
  readonly ready: Float64Array;
  /** Launches that the sites allow, whatever stages there are. */
  readonly sites: Float64Array;
  /** Share of the month grounded. */
  readonly grounded: Float64Array;
  /** Launches taken by Connectivity and customers. They come first. */
  readonly others: Float64Array;
  /** Launches left for compute. */
  readonly compute: Float64Array;
  /** By launch site: launches it could do, and those of its pads alone, standing ready ones included. */
  readonly site: Float64Array;
  readonly pads: Float64Array;
  /** Flights made, and share of them lost. */
  readonly flown: Float64Array;
  readonly lost: Float64Array;
}

export function newOffer(params: Params): Offer {
  const families = params.families.length;
  return {
    by: new Float64Array(launchLimits.length * families),
    ready: new Float64Array(families),
    sites: new Float64Array(families),
    grounded: new Float64Array(families),
    others: new Float64Array(families),
    compute: new Float64Array(families),
    site: new Float64Array(params.plan.pads.length),
    pads: new Float64Array(params.plan.pads.length),
    flown: new Float64Array(families),
    lost: new Float64Array(families),
  };
}

/** What each family can launch this month, from pads, permits, stages and propellant, less what others take. */
export function offerLaunches(
  params: Params,
  state: TransportState,
  offer: Offer,
  interval: Interval,
  random: Keyed,
): void {
  const { families } = params;
  offer.by.fill(0);
  for (let f = 0; f < families.length; f++) {
    const family = families[f]!;
    const version = family.newest[interval.index]!;
    if (version < 0) offerNothing(offer, f);
    else if (onRecord(params, interval)) offerRecord(params, offer, f, family, interval);
    else offerModel(params, state, offer, f, family, params.plan.vehicles[version]!, interval, random);
  }
}

function offerNothing(offer: Offer, f: number): void {
  offer.ready[f] = 0;
  offer.grounded[f] = 0;
  offer.others[f] = 0;
  offer.compute[f] = 0;
}

function offerRecord(params: Params, offer: Offer, f: number, family: Family, interval: Interval): void {
  let flown = 0;
  for (const v of family.versions) flown += params.plan.vehicles[v]!.flown[interval.index]!;
  offer.ready[f] = flown;
  offer.grounded[f] = 0;
  offer.others[f] = flown;
  offer.compute[f] = 0;
}

function offerModel(
  params: Params,
  state: TransportState,
  offer: Offer,
  f: number,
  family: Family,
  vehicle: Vehicle,
  interval: Interval,
  random: Keyed,
): void {
  const count = params.families.length;
  const sites = offerSites(params, state, offer, f, family, vehicle, interval, random);
  const boosters = boosterFlights(state, f, vehicle, interval);
  const ships = shipFlights(state, f, vehicle, interval);
  offer.by[boostersAt * count + f] = boosters;
  offer.by[shipsAt * count + f] = ships;
  const ready = Math.min(sites, boosters, ships);
  const left_s = state.groundingLeft[f]!;
  const grounded = Math.min(1, left_s / interval.seconds);
  const stood_s = left_s + state.stood_s[f]!;
  const flies_s = (1 - grounded) * interval.seconds;
  offer.sites[f] = sites;
  offer.ready[f] = ready;
  offer.grounded[f] = grounded;
  const flying = grounded === 0 ? ready : flyable(params, state, offer, f, interval, flies_s, stood_s);
  const others = Math.min(flying, otherLaunches(params, family, interval));
  offer.others[f] = others;
  offer.compute[f] = params.carries[f * params.months + interval.index] ? flying - others : 0;
}

/**
 * Launches of a family in the last `flies_s` of a month, after it stood for `stood_s`. Pads prepare meanwhile, one
 * launch each, and stages come back from their turnaround: that is ready when it flies again.
 */
export function flyable(
  params: Params,
  state: TransportState,
  offer: Offer,
  f: number,
  { index, seconds }: Interval,
  flies_s: number,
  stood_s: number,
): number {
  if (flies_s <= 0) return 0;
  const { families, plan } = params;
  const count = families.length;
  let pads = 0;
  for (const p of families[f]!.pads) pads += plan.pads[p]!.pads[index]!;
  const within = (month: number, most: number): number =>
    (month * flies_s) / seconds + Math.min(most, (month * stood_s) / seconds);
  return Math.min(
    offer.sites[f]!,
    within(offer.sites[f]!, pads),
    within(offer.by[boostersAt * count + f]!, state.boosters[f]!),
    within(offer.by[shipsAt * count + f]!, state.ships[f]!),
  );
}

/** Sums over the family's launch sites; returns what pads, permits and propellant allow together. */
function offerSites(
  params: Params,
  state: TransportState,
  offer: Offer,
  f: number,
  family: Family,
  vehicle: Vehicle,
  interval: Interval,
  random: Keyed,
): number {
  const { index, seconds, month } = interval;
  const count = params.families.length;
  let together = 0;
  for (const p of family.pads) {
    const pad = params.plan.pads[p]!;
    if (month % 12 === 0) state.permitsLeft[p] = 0;
    const permits = state.permitsLeft[p]! + pad.permits_perS[index]! * seconds;
    const gap_s = params.gapInSeason_s[p]![index]!;
    const mean = meanLaunches(pad.pads[index]!, gap_s, pad.outage, seconds);
    const prepared = scattered(mean, pad.gapVariation, random.normal(entities.pad + p, draws.pad));
    const pads = prepared + state.standing[p]!;
    offer.pads[p] = pads;
    const propellant = (pad.propellantSupply_kgperS[index]! * seconds) / vehicle.propellant_kg;
    offer.by[permitsAt * count + f] = offer.by[permitsAt * count + f]! + permits;
    offer.by[padsAt * count + f] = offer.by[padsAt * count + f]! + pads;
    offer.by[propellantAt * count + f] = offer.by[propellantAt * count + f]! + propellant;
    const site = Math.min(permits, pads, propellant);
    offer.site[p] = site;
    state.permitsLeft[p] = permits;
    together += site;
  }
  return together;
}

function boosterFlights(
  state: TransportState,
  f: number,
  vehicle: Vehicle,
  { index, seconds }: Interval,
): number {
  const away_s = turnaround_s(vehicle, vehicle.boosterTurnaround_s, state.flights[f]!);
  return flightsOf(
    state.boosters[f]!,
    away_s,
    lostPerFlight(vehicle.boosterRecovery[index]!, vehicle.boosterLife),
    seconds,
  );
}

function shipFlights(
  state: TransportState,
  f: number,
  vehicle: Vehicle,
  { index, seconds }: Interval,
): number {
  const away_s = turnaround_s(vehicle, vehicle.shipTurnaround_s, state.flights[f]!);
  const lost = lostPerFlight(vehicle.shipRecovery[index]!, vehicle.shipLife);
  return flightsOf(state.ships[f]!, vehicle.shipRecovery[index]! > 0 ? away_s : 0, lost, seconds);
}
