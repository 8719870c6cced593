import { constraintIndex } from '../flows/constraint.ts';
import { fairShares } from './feed.ts';
import { offerHost } from './offer.ts';
import type { ComputeParams } from './params.ts';
import { boughtShare, hostLoad, shortOfPower, workLoad } from './share.ts';
import type { ComputeState } from './state.ts';
import type { ComputeIn, ComputeOut } from './wires.ts';

/** Where the installed work of one host went, and what it offered to the links. */
export function bookHost(
  params: ComputeParams,
  state: ComputeState,
  now: ComputeIn,
  out: ComputeOut,
  host: number,
  seconds: number,
): void {
  const { hosts, works } = params;
  const peak = state.peak_FLOPperS[host]!;
  const sensing = state.sensing_FLOPperS[host]!;
  const market = peak - sensing;
  const bought = boughtShare(state);
  offerHost(params, state, out, host);
  const { running, hostAcrossShare, hostDownShare } = state;
  const across_bps = out.offeredAcross_bps[host]!;
  const down_bps = out.offeredDown_bps[host]!;
  fairShares(state.hostAcross_bps, running, across_bps * now.acrossShare[host]!, hostAcrossShare);
  fairShares(state.hostDown_bps, running, down_bps * now.downShare[host]!, hostDownShare);
  let ran = 0;
  let served = 0;
  let unfed = 0;
  let unpoweredWaiting = 0;
  let idle = 0;
  let overhead = 0;
  let interrupted = 0;
  let useful = 0;
  for (let w = 0; w < works.length && peak > 0; w++) {
    const at = w * hosts.length + host;
    keepBits(state, w, at);
    const fed = running[w]! * Math.min(hostAcrossShare[w]!, hostDownShare[w]!);
    const achieved = (fed * state.useful_FLOPperS[at]!) / peak;
    const delivered = achieved * state.kept[at]!;
    const load = workLoad(state, w, host);
    const waiting = market * state.given[w]! * Math.max(0, bought - load);
    const byPower = waiting * shortOfPower(state, w, host);
    ran += running[w]!;
    served += fed;
    unfed += running[w]! - fed + waiting - byPower;
    unpoweredWaiting += byPower;
    idle += market * state.given[w]! * (1 - Math.max(load, bought));
    overhead += fed - achieved;
    interrupted += achieved - delivered;
    useful += delivered;
    out.work_FLOPperS[w] = out.work_FLOPperS[w]! + delivered;
  }
  const powered = state.powered[host]!;
  const held = (sensing + market * hostLoad(state, host)) * (1 - powered);
  out.deliverableShare[host] = ran > 0 ? served / ran : 1;
  out.delivered_FLOPperS[host] = useful;
  out.chipEnergy_J[host] = out.chipHeat_J[host]!;
  out.workBits_bit[host] = (down_bps + across_bps) * seconds;
  out.installed_FLOP[host] = peak * seconds;
  out.idle_FLOP[host] = idle * seconds;
  out.unpowered_FLOP[host] = (held + unpoweredWaiting) * seconds;
  out.sensing_FLOP[host] = sensing * powered * seconds;
  out.unfed_FLOP[host] = unfed * seconds;
  out.overhead_FLOP[host] = overhead * seconds;
  out.interrupted_FLOP[host] = interrupted * seconds;
  out.useful_FLOP[host] = useful * seconds;
}

/** Remembers a workload's bits on a host, for those who ask what links carry. */
function keepBits(state: ComputeState, w: number, at: number): void {
  state.offeredAcross_bps[at] = state.hostAcross_bps[w]!;
  state.offeredDown_bps[at] = state.hostDown_bps[w]!;
  state.carriedAcross_bps[at] = state.hostAcross_bps[w]! * state.hostAcrossShare[w]!;
  state.carriedDown_bps[at] = state.hostDown_bps[w]! * state.hostDownShare[w]!;
}

/** Tokens generated, and the share of installed work that had no buyer. */
export function bookTotals(
  params: ComputeParams,
  demand_FLOPperS: Readonly<Float64Array>,
  out: ComputeOut,
  seconds: number,
): void {
  let tokens = 0;
  let delivered = 0;
  let demand = 0;
  for (let w = 0; w < params.works.length; w++) {
    tokens += out.work_FLOPperS[w]! / params.works[w]!.flopPerToken;
    delivered += out.work_FLOPperS[w]!;
    demand += demand_FLOPperS[w]!;
  }
  out.tokens_perS[0] = tokens;
  let idle = 0;
  let installed = 0;
  for (let host = 0; host < params.hosts.length; host++) {
    idle += out.idle_FLOP[host]!;
    installed += out.installed_FLOPperS[host]! * seconds;
  }
  // What power and links allow is known a little too high: where buyers wait all the same, they are not what lacks.
  const met = demand > 0 ? Math.min(1, delivered / demand) : 1;
  out.computeLimits.fill(0);
  out.computeLimits[constraintIndex.demand] = installed > 0 ? (met * idle) / installed : 0;
}
