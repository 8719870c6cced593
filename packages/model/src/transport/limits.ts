import { constraintIndex } from '../flows/constraint.ts';
import type { Interval } from '../time/calendar.ts';
import { launchLimits, type Offer } from './offer.ts';
import type { Params } from './params.ts';

/** What is asked for in a month and what stands against it, by host. */
export interface Ask {
  /** Units missing and not yet begun. */
  readonly wanted: Float64Array;
  /** Satellites built and ready to launch. */
  readonly ready: Float64Array;
  /** Halls that permits and grid, and then the builders, would allow. */
  readonly permitted: Float64Array;
  readonly buildable: Float64Array;
  /** Satellites that factories can begin, by design. */
  readonly finishable: Float64Array;
}

/** What may be spent of a supply in the month, and what one unit of each host takes of it. */
export interface Supply {
  limit: number;
  readonly cost: Float64Array;
}
export type Supplies = Readonly<Record<'chips' | 'cells' | 'cash', Supply>>;

/**
 * For each constraint the share of what is asked for that it alone would hold back this month: of satellites
 * missing or waiting for a launch, or of halls missing, whichever ask for more power to chips. One of the two
 * sides speaks, since a mean over both would let a wait on the ground hide what binds in orbit.
 */
export function writeLimits(
  params: Params,
  offer: Offer,
  ask: Ask,
  supplies: Supplies,
  interval: Interval,
  out: Float64Array,
): void {
  out.fill(0);
  const { orbits, places, chipPower_W } = params;
  let orbit_W = 0;
  let ground_W = 0;
  let missing_W = 0;
  for (let h = 0; h < orbits; h++) {
    missing_W += ask.wanted[h]! * chipPower_W[h]!;
    orbit_W += (ask.wanted[h]! + ask.ready[h]!) * chipPower_W[h]!;
  }
  for (let h = orbits; h < places.length; h++) ground_W += ask.wanted[h]! * chipPower_W[h]!;
  if (orbit_W + ground_W === 0) return;
  const inOrbit = orbit_W >= ground_W;
  if (inOrbit) {
    launchShares(params, offer, ask, interval.index, out);
    out[constraintIndex.factory] = factoryShare(params, ask, orbit_W);
  } else {
    groundShares(params, ask, ground_W, out);
  }
  const share = inOrbit ? missing_W / orbit_W : 1;
  out[constraintIndex.chips] = share * shortOf(supplies.chips, ask.wanted);
  out[constraintIndex.cells] = inOrbit ? share * shortOf(supplies.cells, ask.wanted) : 0;
  out[constraintIndex.cash] = share * shortOf(supplies.cash, ask.wanted);
}

/** Share of the wanted units' bill that a supply cannot cover. */
function shortOf({ limit, cost }: Supply, wanted: Readonly<Float64Array>): number {
  let asked = 0;
  for (let h = 0; h < wanted.length; h++) {
    if (wanted[h]! > 0 && cost[h]! > 0) asked += wanted[h]! * cost[h]!;
  }
  return asked > limit ? 1 - Math.max(0, limit) / asked : 0;
}

function factoryShare({ factories, chipPower_W }: Params, ask: Ask, all_W: number): number {
  let held_W = 0;
  for (let d = 0; d < factories.length; d++) {
    const { serves } = factories[d]!;
    let units = 0;
    let power_W = 0;
    for (let h = 0; h < serves.length; h++) {
      units += serves[h]! * ask.wanted[h]!;
      power_W += serves[h]! * ask.wanted[h]! * chipPower_W[h]!;
    }
    const most = ask.finishable[d]!;
    if (units > most) held_W += power_W * (1 - most / units);
  }
  return held_W / all_W;
}

function groundShares(
  { orbits, places, chipPower_W }: Params,
  ask: Ask,
  all_W: number,
  out: Float64Array,
): void {
  let permits_W = 0;
  let builders_W = 0;
  for (let h = orbits; h < places.length; h++) {
    permits_W += Math.max(0, ask.wanted[h]! - ask.permitted[h]!) * chipPower_W[h]!;
    builders_W += Math.max(0, ask.wanted[h]! - ask.buildable[h]!) * chipPower_W[h]!;
  }
  out[constraintIndex.permits] = permits_W / all_W;
  out[constraintIndex.factory] = builders_W / all_W;
}

/**
 * Launch limits. Payload counts what the same launches would carry more if only the other measure held, and never
 * more than what holds the launches. A
 * grounding weighs time on the ground against time in flight: it outweighs the other limits of launching from
 * half a month on, and holds back everything when it lasts all month.
 */
function launchShares(params: Params, offer: Offer, ask: Ask, month: number, out: Float64Array): void {
  const families = params.families.length;
  let worst = 0;
  for (let limit = 0; limit < launchLimits.length; limit++) {
    const held = 1 - doable(params, offer, offer.by, limit * families, ask, month, undefined);
    out[constraintIndex[launchLimits[limit]!]] = held;
    worst = Math.max(worst, held);
  }
  const ungrounded = doable(params, offer, offer.ready, 0, ask, month, undefined);
  const flying = doable(params, offer, offer.compute, -1, ask, month, undefined);
  const time = ungrounded > 0 ? flying / ungrounded : 1;
  if (time < 1) out[constraintIndex.grounding] = Math.max(0, 1 - (ungrounded * time) / (1 - time));
  const mass = doable(params, offer, offer.compute, -1, ask, month, params.heldByMass);
  const volume = doable(params, offer, offer.compute, -1, ask, month, params.heldByVolume);
  const tankers = doable(params, offer, offer.compute, -1, ask, month, params.heldByTankers);
  out[constraintIndex.tankers] = Math.min(worst, tankers - flying);
  out[constraintIndex.payloadMass] = Math.min(worst, mass - flying);
  out[constraintIndex.payloadVolume] = Math.min(worst, volume - flying);
}

/**
 * Share of wanted and waiting satellites that `launches` (from `at` on, by family, less what others take; at −1
 * as they are) would carry if they flew for each shell in turn; at most 1. `more` adds to the load of a launch.
 */
function doable(
  params: Params,
  offer: Offer,
  launches: Readonly<Float64Array>,
  at: number,
  ask: Ask,
  month: number,
  more: Readonly<Float64Array> | undefined,
): number {
  let months = 0;
  for (let h = 0; h < params.orbits; h++) {
    const units = ask.wanted[h]! + ask.ready[h]!;
    if (units <= 0) continue;
    let capacity = 0;
    for (let f = 0; f < params.families.length; f++) {
      const free = at < 0 ? launches[f]! : Math.max(0, launches[at + f]! - offer.others[f]!);
      capacity += free * perLaunch(params, f, h, month, more);
    }
    months += units / capacity;
  }
  return months > 1 ? 1 / months : 1;
}

/** Satellites of a host that a launch of a family takes, mean over the versions that fly. */
export function perLaunch(
  params: Params,
  f: number,
  h: number,
  month: number,
  more?: Readonly<Float64Array>,
): number {
  const { load, mix, months, orbits } = params;
  let units = 0;
  for (const v of params.families[f]!.versions) {
    const share = mix[v * months + month]!;
    const at = v * orbits + h;
    if (share > 0) units += share * (load[at]! + (more ? more[at]! : 0));
  }
  return units;
}
