import type { Readings } from '../flows/ports.ts';
import { runningShare } from './dispatch.ts';
import { fairShares } from './feed.ts';
import type { ComputeParams } from './params.ts';
import type { ComputeState } from './state.ts';

/**
 * What power and links would let chips do if all of them were at work, whatever they are asked for now. A market
 * needs to know this, and the load of this month must not colour it: what is measured only once it is short makes
 * supply and demand ring.
 */

/** Ports from which the limits at full load are worked out. */
export const fullLoadReads = [
  'inService',
  'powerToCompute_W',
  'powerPerNewUnit_W',
  'generated_J',
  'curtailed_J',
  'conversionLoss_J',
  'acrossCapacity_bps',
  'downCapacity_bps',
] as const;
type FullLoadIn = Readings<(typeof fullLoadReads)[number]>;

/**
 * Power that chips of a host could have at full load: what new units would get, and in orbit no more than what the
 * arrays in service leave after links and sensors: what chips have, and what is curtailed less its losses. Exact on
 * the ground and where arrays bind; where heat or batteries bind it leaves out what age takes from them.
 */
export function mostToChips_W(orbit: boolean, host: number, now: FullLoadIn, seconds: number): number {
  const asNew_W = now.powerPerNewUnit_W[host]! * now.inService[host]!;
  if (!orbit) return asNew_W;
  const used_J = now.generated_J[host]! - now.curtailed_J[host]!;
  const passed = used_J > 0 ? 1 - now.conversionLoss_J[host]! / used_J : 1;
  return Math.min(asNew_W, now.powerToCompute_W[host]! + (passed * now.curtailed_J[host]!) / seconds);
}

/** Share of a host's chips, and of those that the market has, that power would keep at work at full load. */
export function limitByPower(
  params: ComputeParams,
  state: ComputeState,
  now: FullLoadIn,
  seconds: number,
): void {
  for (let host = 0; host < params.hosts.length; host++) {
    const { orbit, idleShare } = params.hosts[host]!;
    const most_W = mostToChips_W(orbit, host, now, seconds);
    const runnable = runningShare(most_W, state.nominal_W[host]!, idleShare);
    const peak = state.peak_FLOPperS[host]!;
    const sensing = peak > 0 ? state.sensing_FLOPperS[host]! / peak : 0;
    state.runnable[host] = runnable;
    state.driven[host] = sensing < 1 ? Math.max(0, (runnable - sensing) / (1 - sensing)) : 0;
  }
}

/** Fills in what each host's work would offer at full load in the mix at hand, by workload's bits a FLOP. */
function offerAll(params: ComputeParams, state: ComputeState): void {
  const { hosts, works } = params;
  for (let host = 0; host < hosts.length; host++) {
    const peak = state.peak_FLOPperS[host]!;
    const market = peak > 0 ? (1 - state.sensing_FLOPperS[host]! / peak) * state.driven[host]! : 0;
    for (let w = 0; w < works.length; w++) {
      const at = w * hosts.length + host;
      const { bitsAcross_bitperFLOP, bitsDown_bitperFLOP } = works[w]!.entry;
      const work = market * state.mix[w]! * state.useful_FLOPperS[at]! * state.kept[at]!;
      state.chips[at] = market * peak * state.mix[w]!;
      state.across_bps[at] = work * bitsAcross_bitperFLOP;
      state.down_bps[at] = work * bitsDown_bitperFLOP;
    }
  }
}

/**
 * Share of the market's chips whose work links would carry too, at full load, by workload: the scarcer of the links
 * between units, which a host's workloads share, and the way to the ground, which all work in orbit shares. Bits of
 * sensors and for the ground in the mesh are left out.
 */
export function limitByLinks(params: ComputeParams, state: ComputeState, now: FullLoadIn): void {
  const { hosts, works } = params;
  offerAll(params, state);
  for (let host = 0; host < hosts.length; host++) {
    for (let w = 0; w < works.length; w++) {
      const at = w * hosts.length + host;
      state.hostAcross_bps[w] = state.across_bps[at]!;
      state.running[w] = state.chips[at]!;
      // On the ground, fibre is not short at full load.
      if (!hosts[host]!.orbit) state.down_bps[at] = 0;
    }
    fairShares(state.hostAcross_bps, state.running, now.acrossCapacity_bps[host]!, state.hostAcrossShare);
    for (let w = 0; w < works.length; w++) {
      state.acrossShare[w * hosts.length + host] = state.hostAcrossShare[w]!;
    }
  }
  fairShares(state.down_bps, state.chips, now.downCapacity_bps[0]!, state.downShare);
  for (let at = 0; at < state.fed.length; at++) {
    state.fed[at] = state.driven[at % hosts.length]! * Math.min(state.acrossShare[at]!, state.downShare[at]!);
  }
}
