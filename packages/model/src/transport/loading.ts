import type { Interval } from '../time/calendar.ts';
import type { Params } from './params.ts';
import { ration } from './ration.ts';
import type { TransportState } from './state.ts';
import { measureCapacity, type Work } from './work.ts';

/**
 * Satellites to launch, all shells by one share or in the plan's order; returns the share of launches they take.
 * A launch waits until it is full, or for `launchBuffer`: what comes in that time is the load of a slow shell, and
 * half a load stands waiting on the mean.
 */
export function chooseLaunched(
  params: Params,
  state: TransportState,
  work: Work,
  built: Readonly<Float64Array>,
  { seconds }: Interval,
): number {
  const { launched, launchTime, capacity, ask, offer } = work;
  const buffer_months = params.plan.section.launchBuffer_s / seconds;
  let flights = 0;
  for (let f = 0; f < params.families.length; f++) flights += offer.compute[f]!;
  for (let h = 0; h < params.orbits; h++) {
    const waiting = state.waiting[h]!;
    const whole = flights > 0 ? capacity[h]! / flights : 0;
    const load = Math.min(whole, Math.max(waiting, built[h]! * buffer_months));
    const standing = 0.5 * Math.min(load, built[h]! * buffer_months);
    ask.ready[h] = waiting;
    launched[h] = Math.max(0, waiting - standing);
    launchTime[h] = load > 0 ? whole / load / capacity[h]! : 1 / capacity[h]!;
  }
  ration(launched, launchTime, 1, params.inOrder, 0, params.orbits);
  let used = 0;
  for (let h = 0; h < params.orbits; h++) {
    if (launched[h]! > 0) used += launched[h]! * launchTime[h]!;
  }
  return Math.min(1, used);
}

/** Takes back what launches did not carry that a grounding within the month kept on the ground. */
export function holdBack(params: Params, work: Work, interval: Interval): void {
  const { offer, capacity, launched, planned } = work;
  let cut = false;
  for (let f = 0; f < params.families.length; f++) {
    const others = Math.min(offer.others[f]!, offer.flown[f]!);
    const meant = planned[f]!;
    const kept = meant > 0 ? Math.min(1, (offer.flown[f]! - others) / meant) : 1;
    offer.others[f] = others;
    offer.compute[f] = offer.compute[f]! * kept;
    cut ||= kept < 1;
  }
  if (!cut) return;
  for (let h = 0; h < params.orbits; h++) launched[h] = launched[h]! / capacity[h]!;
  measureCapacity(params, work, interval);
  for (let h = 0; h < params.orbits; h++) {
    launched[h] = capacity[h]! > 0 ? launched[h]! * capacity[h]! : 0;
  }
}
