import { constraintIndex } from '../flows/constraint.ts';
import type { Readings, Writings } from '../flows/ports.ts';
import { subsystem } from '../flows/subsystem.ts';
import type { Interval } from '../time/calendar.ts';
import { dispatch, drawShare, runningShare } from './dispatch.ts';
import { interruption_perS, restartMean_s } from './failures.ts';
import { bestGoodput } from './goodput.ts';
import { considerHost, noCluster } from './large-run.ts';
import { type ComputeParams, compileCompute } from './params.ts';
import { computeSchema } from './schema.ts';
import { type ComputeState, emptyState } from './state.ts';
import { sumCohorts } from './sums.ts';

const readsNow = [
  'powerToCompute_W',
  'junctionWorst_K',
  'corruption_perS',
  'deliverableShare',
  'neighbourCapacity_bps',
  'cohortUnits',
  'inService',
  'sensingWork_FLOPperS',
] as const;
const readsBefore = ['demand_FLOPperS'] as const;
const writes = [
  'chipDemand_W',
  'installed_FLOPperS',
  'delivered_FLOPperS',
  'work_FLOPperS',
  'tokens_perS',
  'jointTraining_FLOPperS',
  'trainingRun_s',
  'trainingElasticity',
  'sensingCapacity_FLOPperS',
  'offeredDown_bps',
  'offeredAcross_bps',
  'computeLimits',
  'chipEnergy_J',
  'chipHeat_J',
  'workBits_bit',
  'installed_FLOP',
  'unpowered_FLOP',
  'idle_FLOP',
  'unfed_FLOP',
  'overhead_FLOP',
  'interrupted_FLOP',
  'sensing_FLOP',
  'useful_FLOP',
] as const;

type Now = Readings<(typeof readsNow)[number]>;
type Out = Writings<(typeof writes)[number]>;

/** The room of chips: what they could do, what demand, power, links and failures leave of it. */
export const compute = subsystem({
  name: 'compute',
  schema: computeSchema,
  reads: { now: readsNow, before: readsBefore },
  writes,
  compile: compileCompute,
  initial(params: ComputeParams, out) {
    out.trainingElasticity[0] = Number.NaN;
    out.trainingRun_s[0] = Number.NaN;
    return emptyState(params.hosts.length, params.works.length);
  },
  step(params: ComputeParams, state, input, out, interval) {
    const columns = state as ComputeState;
    sumCohorts(params, columns, input.now.cohortUnits, interval.index);
    setAside(params, columns, input.now, out);
    keepFromFailures(params, columns, input.now);
    const load = shareChips(params, columns, input.before.demand_FLOPperS, interval);
    clearTotals(out);
    for (let host = 0; host < params.hosts.length; host++) {
      powerHost(params, columns, input.now, out, host, load, interval.seconds);
      workHost(params, columns, input.now, out, host, load, interval.seconds);
    }
    closeTotals(params, input.before.demand_FLOPperS, out, interval.seconds);
    findBestCluster(params, columns, input.now, out);
  },
});

/** Sensing goes first, up to the share of the peak that the plan sets aside. */
function setAside(params: ComputeParams, state: ComputeState, now: Now, out: Out): void {
  for (let host = 0; host < params.hosts.length; host++) {
    const capacity = state.peak_FLOPperS[host]! * params.section.sensingShare;
    out.installed_FLOPperS[host] = state.peak_FLOPperS[host]!;
    out.sensingCapacity_FLOPperS[host] = capacity;
    state.sensing_FLOPperS[host] = Math.min(capacity, now.sensingWork_FLOPperS[host]!);
  }
}

/** Share of work that failures leave, by workload and host. Serving keeps no checkpoints: it starts anew. */
function keepFromFailures(params: ComputeParams, state: ComputeState, now: Now): void {
  const { hosts, works, section } = params;
  for (let host = 0; host < hosts.length; host++) {
    const junction_K = now.junctionWorst_K[host]!;
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

/** Splits the market's chips between workloads by demand; returns the share that has a buyer. */
function shareChips(
  params: ComputeParams,
  state: ComputeState,
  demand_FLOPperS: Readonly<Float64Array>,
  interval: Interval,
): number {
  const { hosts, works } = params;
  for (let w = 0; w < works.length; w++) {
    let capacity = 0;
    for (let host = 0; host < hosts.length; host++) {
      const peak = state.peak_FLOPperS[host]!;
      if (peak === 0) continue;
      const market = 1 - state.sensing_FLOPperS[host]! / peak;
      const at = w * hosts.length + host;
      capacity += market * state.useful_FLOPperS[at]! * state.kept[at]!;
    }
    state.need[w] = capacity > 0 ? demand_FLOPperS[w]! / capacity : 0;
    state.keep[w] = works[w]!.share[interval.index]!;
  }
  return dispatch(state.need, state.keep, state.given);
}

function clearTotals(out: Out): void {
  out.work_FLOPperS.fill(0);
  out.computeLimits.fill(0);
}

/** What the chips ask for at this load, and what they got. */
function powerHost(
  params: ComputeParams,
  state: ComputeState,
  now: Now,
  out: Out,
  host: number,
  marketLoad: number,
  seconds: number,
): void {
  const { unitPower_W, idleShare } = params.hosts[host]!;
  const nominal_W = now.inService[host]! * unitPower_W;
  const peak = state.peak_FLOPperS[host]!;
  const sensing = peak > 0 ? state.sensing_FLOPperS[host]! / peak : 0;
  const load = sensing + (1 - sensing) * marketLoad;
  const granted_W = now.powerToCompute_W[host]!;
  out.chipDemand_W[host] = nominal_W * drawShare(load, idleShare);
  out.chipEnergy_J[host] = granted_W * seconds;
  out.chipHeat_J[host] = granted_W * seconds;
  const running = runningShare(granted_W, nominal_W, idleShare);
  state.powered[host] = load > 0 ? Math.min(1, running / load) : 1;
}

/** Where the installed work of one host went, and what it offered to the links. */
function workHost(
  params: ComputeParams,
  state: ComputeState,
  now: Now,
  out: Out,
  host: number,
  marketLoad: number,
  seconds: number,
): void {
  const { hosts, works } = params;
  const peak = state.peak_FLOPperS[host]!;
  const powered = state.powered[host]!;
  const fedShare = now.deliverableShare[host]!;
  const sensing = state.sensing_FLOPperS[host]!;
  const market = peak - sensing;
  let unfed = 0;
  let overhead = 0;
  let interrupted = 0;
  let useful = 0;
  let down_bps = 0;
  let across_bps = 0;
  for (let w = 0; w < works.length && peak > 0; w++) {
    const at = w * hosts.length + host;
    const running = market * state.given[w]! * powered;
    const offered = (running * state.useful_FLOPperS[at]! * state.kept[at]!) / peak;
    const fed = running * fedShare;
    const achieved = (fed * state.useful_FLOPperS[at]!) / peak;
    const delivered = achieved * state.kept[at]!;
    unfed += running - fed;
    overhead += fed - achieved;
    interrupted += achieved - delivered;
    useful += delivered;
    down_bps += offered * works[w]!.entry.bitsDown_bitperFLOP;
    across_bps += offered * works[w]!.entry.bitsAcross_bitperFLOP;
    out.work_FLOPperS[w] = out.work_FLOPperS[w]! + delivered;
  }
  out.delivered_FLOPperS[host] = useful;
  out.offeredDown_bps[host] = down_bps;
  out.offeredAcross_bps[host] = across_bps;
  out.workBits_bit[host] = (down_bps + across_bps) * seconds;
  out.installed_FLOP[host] = peak * seconds;
  out.idle_FLOP[host] = market * (1 - marketLoad) * seconds;
  out.unpowered_FLOP[host] = (sensing + market * marketLoad) * (1 - powered) * seconds;
  out.sensing_FLOP[host] = sensing * powered * seconds;
  out.unfed_FLOP[host] = unfed * seconds;
  out.overhead_FLOP[host] = overhead * seconds;
  out.interrupted_FLOP[host] = interrupted * seconds;
  out.useful_FLOP[host] = useful * seconds;
}

/** Tokens generated, and the share of installed work that had no buyer. */
function closeTotals(
  params: ComputeParams,
  demand_FLOPperS: Readonly<Float64Array>,
  out: Out,
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
  // Chips that idle while buyers wait do so for the links' sake: more load would only queue there.
  const met = demand > 0 ? Math.min(1, delivered / demand) : 1;
  out.computeLimits[constraintIndex.demand] = installed > 0 ? (met * idle) / installed : 0;
}

/** The large run on the best single cluster of all hosts. */
function findBestCluster(params: ComputeParams, state: ComputeState, now: Now, out: Out): void {
  const { best, pods } = params.scratch;
  noCluster(best);
  for (let host = 0; host < params.hosts.length; host++) {
    if (state.peak_FLOPperS[host] === 0) continue;
    describePods(params, state, now, host);
    considerHost(best, params.largeRun, host, pods);
  }
  const found = best.host >= 0;
  out.jointTraining_FLOPperS[0] = best.rate_FLOPperS;
  out.trainingElasticity[0] = best.elasticity;
  out.trainingRun_s[0] = found ? params.largeRun_FLOP / best.rate_FLOPperS : Number.NaN;
}

function describePods(params: ComputeParams, state: ComputeState, now: Now, host: number): void {
  const { section, scratch } = params;
  const { pods } = scratch;
  const one = params.hosts[host]!;
  const count = now.inService[host]! * one.podsPerUnit;
  const accelerators = state.accelerators[host]! / count;
  const junction_K = now.junctionWorst_K[host]!;
  const rays_perS = one.corruption_perS + now.corruption_perS[host]!;
  pods.available = count;
  pods.rate_FLOPperS = (state.largeRun_FLOPperS[host]! * state.powered[host]!) / count;
  pods.memory_B = state.memory_B[host]! / count;
  pods.link_bps = now.neighbourCapacity_bps[host]! / count;
  pods.hop_s = one.hop_s;
  pods.interruption_perS = accelerators * interruption_perS(section, rays_perS, junction_K);
  pods.restart_s = restartMean_s(section, rays_perS, junction_K);
  pods.checkpoint_BperS = accelerators * section.checkpointRate_BperS;
}
