import { dispatch } from './dispatch.ts';
import { limitByLinks } from './full-load.ts';
import type { ComputeParams } from './params.ts';
import type { ComputeState } from './state.ts';

type LinksIn = Parameters<typeof limitByLinks>[2];

/** Keeps the arithmetic finite where neither power nor links let one chip work; far below any real share. */
const least = 1e-6;

/** Share of the market's chips of a host that would deliver one work at full load. */
function delivering(state: ComputeState, w: number, host: number): number {
  return Math.max(least, state.fed[w * state.driven.length + host]!);
}

/**
 * Splits the market's chips between workloads by demand over what they would deliver at full load, and so finds the
 * share of chips that have a buyer. What links carry is judged in the mix that buyers ask for by what power gives
 * them, not in the one that the plan's shares make of it when they ask for too much: else more demand would change
 * supply. Nor in one that links have changed: work that they starve would draw ever more chips to starve with it.
 */
export function shareChips(
  params: ComputeParams,
  state: ComputeState,
  now: LinksIn,
  demand_FLOPperS: Readonly<Float64Array>,
  month: number,
): void {
  for (let w = 0; w < params.works.length; w++) state.keep[w] = params.works[w]!.share[month]!;
  for (let at = 0; at < state.fed.length; at++) state.fed[at] = state.driven[at % state.driven.length]!;
  needOf(params, state, demand_FLOPperS);
  proportions(state.need, state.keep, state.mix);
  limitByLinks(params, state, now);
  needOf(params, state, demand_FLOPperS);
  state.asked[0] = dispatch(state.need, state.keep, state.given);
  proportions(state.given, state.mix, state.given);
}

/** Chips that each workload needs, over all of the market's. */
function needOf(params: ComputeParams, state: ComputeState, demand_FLOPperS: Readonly<Float64Array>): void {
  let asked = 0;
  for (let w = 0; w < params.works.length; w++) {
    const deliverable = deliverableOf(params, state, w);
    state.need[w] = deliverable > 0 ? demand_FLOPperS[w]! / deliverable : 0;
    asked += state.need[w]!;
  }
  state.asked[1] = asked;
}

/** Parts over their sum, or those of `otherwise` where there are none. */
function proportions(
  parts: Readonly<Float64Array>,
  otherwise: Readonly<Float64Array>,
  out: Float64Array,
): void {
  const sum = sumOf(parts);
  const used = sum > 0 ? parts : otherwise;
  const whole = sum > 0 ? sum : sumOf(otherwise);
  for (let w = 0; w < out.length; w++) out[w] = whole > 0 ? used[w]! / whole : 1 / out.length;
}

function sumOf(parts: Readonly<Float64Array>): number {
  let sum = 0;
  for (let w = 0; w < parts.length; w++) sum += parts[w]!;
  return sum;
}

/** Model FLOP/s of one workload if the market's chips did nothing else, at full load, with what power and links leave. */
function deliverableOf(params: ComputeParams, state: ComputeState, w: number): number {
  const { hosts } = params;
  let deliverable = 0;
  for (let host = 0; host < hosts.length; host++) {
    const peak = state.peak_FLOPperS[host]!;
    if (peak === 0) continue;
    const market = 1 - state.sensing_FLOPperS[host]! / peak;
    const at = w * hosts.length + host;
    deliverable += market * delivering(state, w, host) * state.useful_FLOPperS[at]! * state.kept[at]!;
  }
  return deliverable;
}

/** What each workload would get at full load in the mix that buyers ask for. */
export function writeDeliverable(params: ComputeParams, state: ComputeState, out: Float64Array): void {
  for (let w = 0; w < params.works.length; w++) out[w] = state.mix[w]! * deliverableOf(params, state, w);
}

/** Share of the market's chips that have a buyer. */
export function boughtShare(state: ComputeState): number {
  return state.asked[0]!;
}

/**
 * Share of a host's chips given to one work that are set to it. While all buyers are served it is as many as that
 * takes, the same part on every host of what power and links let it deliver; buyers in excess have more set to work,
 * up to all.
 */
export function workLoad(state: ComputeState, w: number, host: number): number {
  return Math.min(1, state.asked[1]! * delivering(state, w, host));
}

/** Share of a host's market chips that are set to work. */
export function hostLoad(state: ComputeState, host: number): number {
  let load = 0;
  for (let w = 0; w < state.given.length; w++) load += state.given[w]! * workLoad(state, w, host);
  return load;
}

/** Of the chips with a buyer that are not set to a work: the part that power holds back; links hold back the rest. */
export function shortOfPower(state: ComputeState, w: number, host: number): number {
  const short = 1 - delivering(state, w, host);
  return short > 0 ? Math.min(1, (1 - state.driven[host]!) / short) : 0;
}
