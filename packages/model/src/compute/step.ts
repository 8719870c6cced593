import { subsystem } from '../flows/subsystem.ts';
import { findBestCluster } from './best-cluster.ts';
import { bookHost, bookTotals } from './book.ts';
import { drawShare, runningShare } from './dispatch.ts';
import { limitByPower } from './full-load.ts';
import { writeNewest } from './newest.ts';
import { offerHost } from './offer.ts';
import { openCompute } from './open.ts';
import { type ComputeParams, compileCompute } from './params.ts';
import { computeSchema } from './schema.ts';
import { hostLoad, shareChips, writeDeliverable } from './share.ts';
import { type ComputeState, emptyState } from './state.ts';
import {
  type ComputeIn,
  type ComputeOut,
  computeCloses,
  computeOpens,
  computeReads,
  computeWrites,
} from './wires.ts';

/** The room of chips: what they could do, what demand, power, links and failures leave of it. */
export const compute = subsystem({
  name: 'compute',
  schema: computeSchema,
  reads: { now: computeReads, before: ['demand_FLOPperS'] },
  writes: computeWrites,
  opens: computeOpens,
  closes: computeCloses,
  compile: compileCompute,
  initial(params: ComputeParams, out) {
    out.trainingElasticity[0] = Number.NaN;
    out.trainingRun_s[0] = Number.NaN;
    out.groundTrainingRun_s[0] = Number.NaN;
    return emptyState(params.hosts.length, params.works.length);
  },
  open(params: ComputeParams, state, { now }, out, interval) {
    openCompute(params, state as ComputeState, now, out, interval.index);
  },
  step(params: ComputeParams, columns, { now, before }, out, interval) {
    const state = columns as ComputeState;
    setAside(params, state, now, out);
    limitByPower(params, state, now, interval.seconds);
    shareChips(params, state, now, before.demand_FLOPperS, interval.index);
    for (let host = 0; host < params.hosts.length; host++) {
      powerHost(params, state, now, out, host, interval.seconds);
      offerHost(params, state, out, host);
    }
  },
  close(params: ComputeParams, columns, { now, before }, out, interval) {
    const state = columns as ComputeState;
    writeDeliverable(params, state, out.deliverable_FLOPperS);
    out.work_FLOPperS.fill(0);
    for (let host = 0; host < params.hosts.length; host++) {
      bookHost(params, state, now, out, host, interval.seconds);
    }
    bookTotals(params, before.demand_FLOPperS, out, interval.seconds);
    findBestCluster(params, state, now, out);
    writeNewest(params, state, out.newWork_FLOPperJ, interval.index);
  },
});

/** Sensing goes first, up to the share of the peak that the plan sets aside. */
function setAside(params: ComputeParams, state: ComputeState, now: ComputeIn, out: ComputeOut): void {
  for (let host = 0; host < params.hosts.length; host++) {
    const capacity = out.sensingCapacity_FLOPperS[host]!;
    state.sensing_FLOPperS[host] = Math.min(capacity, now.sensingWork_FLOPperS[host]!);
  }
}

/** What the chips ask for at this load, and what they got. */
function powerHost(
  params: ComputeParams,
  state: ComputeState,
  now: ComputeIn,
  out: ComputeOut,
  host: number,
  seconds: number,
): void {
  const { idleShare } = params.hosts[host]!;
  const nominal_W = state.nominal_W[host]!;
  const peak = state.peak_FLOPperS[host]!;
  const sensing = peak > 0 ? state.sensing_FLOPperS[host]! / peak : 0;
  const load = sensing + (1 - sensing) * hostLoad(state, host);
  const granted_W = now.powerToCompute_W[host]!;
  out.chipDemand_W[host] = nominal_W * drawShare(load, idleShare);
  out.chipHeat_J[host] = granted_W * seconds;
  const running = runningShare(granted_W, nominal_W, idleShare);
  state.powered[host] = load > 0 ? Math.min(1, running / load) : 1;
}
