import { ageingJunction_K, interruption_perS, restartMean_s } from './failures.ts';
import { considerHost, durationOn, noCluster } from './large-run.ts';
import type { ComputeParams } from './params.ts';
import type { ComputeState } from './state.ts';
import type { ComputeIn, ComputeOut } from './wires.ts';

/** The large run on the best single cluster in orbit, and on the best on the ground. */
export function findBestCluster(
  params: ComputeParams,
  state: ComputeState,
  now: ComputeIn,
  out: ComputeOut,
): void {
  const { orbit, ground, pods } = params.scratch;
  noCluster(orbit);
  noCluster(ground);
  for (let host = 0; host < params.hosts.length; host++) {
    if (state.peak_FLOPperS[host] === 0) continue;
    describePods(params, state, now, host);
    considerHost(params.hosts[host]!.orbit ? orbit : ground, params.largeRun, host, pods);
  }
  out.jointTraining_FLOPperS[0] = orbit.rate_FLOPperS;
  out.trainingElasticity[0] = orbit.elasticity;
  out.trainingRun_s[0] = durationOn(orbit, params.largeRun_FLOP);
  out.groundTrainingRun_s[0] = durationOn(ground, params.largeRun_FLOP);
}

/** A run takes a cluster whole: its chips get what power there is at full load, whatever the market idles. */
function describePods(params: ComputeParams, state: ComputeState, now: ComputeIn, host: number): void {
  const { section, scratch } = params;
  const { pods } = scratch;
  const one = params.hosts[host]!;
  const count = now.inService[host]! * one.podsPerUnit;
  const accelerators = state.accelerators[host]! / count;
  const junction_K = ageingJunction_K(now.junctionWorst_K[host]!, now.junctionLimit_K[host]!);
  const rays_perS = one.corruption_perS + now.corruption_perS[host]!;
  pods.available = count;
  pods.rate_FLOPperS = (state.largeRun_FLOPperS[host]! * state.runnable[host]!) / count;
  pods.memory_B = state.memory_B[host]! / count;
  pods.link_bps = now.neighbourCapacity_bps[host]! / count;
  pods.hop_s = one.hop_s;
  pods.interruption_perS = accelerators * interruption_perS(section, rays_perS, junction_K);
  pods.restart_s = restartMean_s(section, rays_perS, junction_K);
  pods.checkpoint_BperS = accelerators * section.checkpointRate_BperS;
}
