import type { ComputeParams } from './params.ts';
import { workLoad } from './share.ts';
import type { ComputeState } from './state.ts';
import type { ComputeOut } from './wires.ts';

/** What the work of one host offers to links, by workload. */
export function offerHost(params: ComputeParams, state: ComputeState, out: ComputeOut, host: number): void {
  const { hosts, works } = params;
  const peak = state.peak_FLOPperS[host]!;
  const market = peak - state.sensing_FLOPperS[host]!;
  let down_bps = 0;
  let across_bps = 0;
  for (let w = 0; w < works.length; w++) {
    const at = w * hosts.length + host;
    const running = market * workLoad(state, w, host) * state.given[w]! * state.powered[host]!;
    const offered = peak > 0 ? (running * state.useful_FLOPperS[at]! * state.kept[at]!) / peak : 0;
    state.running[w] = running;
    state.hostDown_bps[w] = offered * works[w]!.entry.bitsDown_bitperFLOP;
    state.hostAcross_bps[w] = offered * works[w]!.entry.bitsAcross_bitperFLOP;
    down_bps += state.hostDown_bps[w]!;
    across_bps += state.hostAcross_bps[w]!;
  }
  out.offeredDown_bps[host] = down_bps;
  out.offeredAcross_bps[host] = across_bps;
}
