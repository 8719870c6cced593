import { ageingJunction_K, interruption_perS, restartMean_s } from './failures.ts';
import { bestGoodput } from './goodput.ts';
import type { ComputeParams } from './params.ts';
import type { ComputeState } from './state.ts';
import { sumCohorts } from './sums.ts';
import type { ComputeIn, ComputeOut } from './wires.ts';

/** What the chips in service could do this month, and what of it failures leave. */
export function openCompute(
  params: ComputeParams,
  state: ComputeState,
  now: ComputeIn,
  out: ComputeOut,
  month: number,
): void {
  sumCohorts(params, state, now.cohortUnits, month);
  for (let host = 0; host < params.hosts.length; host++) {
    out.installed_FLOPperS[host] = state.peak_FLOPperS[host]!;
    out.sensingCapacity_FLOPperS[host] = state.peak_FLOPperS[host]! * params.section.sensingShare;
  }
  keepFromFailures(params, state, now);
}

/** Share of work that failures leave, by workload and host. Serving keeps no checkpoints: it starts anew. */
function keepFromFailures(params: ComputeParams, state: ComputeState, now: ComputeIn): void {
  const { hosts, works, section } = params;
  for (let host = 0; host < hosts.length; host++) {
    const junction_K = ageingJunction_K(now.junctionWorst_K[host]!, now.junctionLimit_K[host]!);
    const rays_perS = hosts[host]!.corruption_perS + now.corruption_perS[host]!;
    const one = interruption_perS(section, rays_perS, junction_K);
    const restart_s = restartMean_s(section, rays_perS, junction_K);
    for (let w = 0; w < works.length; w++) {
      const { entry, checkpoint_B } = works[w]!;
      const checkpoint_s = checkpoint_B / (section.checkpointRate_BperS * entry.gang);
      state.kept[w * hosts.length + host] = bestGoodput(one * entry.gang, restart_s, checkpoint_s);
    }
  }
}
