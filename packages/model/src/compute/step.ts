import { constraintIndex } from '../flows/constraint.ts';
import type { Readings, Writings } from '../flows/ports.ts';
import { subsystem } from '../flows/subsystem.ts';
import { drawShare, runningShare } from './dispatch.ts';
import { ageingJunction_K, interruption_perS, restartMean_s } from './failures.ts';
import { fairShares } from './feed.ts';
import { fullLoadReads, limitByPower } from './full-load.ts';
import { bestGoodput } from './goodput.ts';
import { considerHost, durationOn, noCluster } from './large-run.ts';
import { type ComputeParams, compileCompute } from './params.ts';
import { computeSchema } from './schema.ts';
import { boughtShare, hostLoad, shareChips, shortOfPower, workLoad, writeDeliverable } from './share.ts';
import { type ComputeState, emptyState } from './state.ts';
import { sumCohorts } from './sums.ts';

const readsNow = [
  ...fullLoadReads,
  'junctionWorst_K',
  'junctionLimit_K',
  'corruption_perS',
  'acrossShare',
  'downShare',
  'neighbourCapacity_bps',
  'cohortUnits',
  'sensingWork_FLOPperS',
] as const;
const readsBefore = ['demand_FLOPperS'] as const;
const writes = [
  'chipDemand_W',
  'installed_FLOPperS',
  'newWork_FLOPperJ',
  'delivered_FLOPperS',
  'work_FLOPperS',
  'tokens_perS',
  'deliverable_FLOPperS',
  'jointTraining_FLOPperS',
  'trainingRun_s',
  'groundTrainingRun_s',
  'trainingElasticity',
  'sensingCapacity_FLOPperS',
  'deliverableShare',
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
    out.groundTrainingRun_s[0] = Number.NaN;
    return emptyState(params.hosts.length, params.works.length);
  },
  step(params: ComputeParams, state, input, out, interval) {
    const columns = state as ComputeState;
    sumCohorts(params, columns, input.now.cohortUnits, interval.index);
    setAside(params, columns, input.now, out);
    keepFromFailures(params, columns, input.now);
    limitByPower(params, columns, input.now, interval.seconds);
    shareChips(params, columns, input.now, input.before.demand_FLOPperS, interval.index);
    writeDeliverable(params, columns, out.deliverable_FLOPperS);
    clearTotals(out);
    for (let host = 0; host < params.hosts.length; host++) {
      powerHost(params, columns, input.now, out, host, interval.seconds);
      workHost(params, columns, input.now, out, host, interval.seconds);
    }
    closeTotals(params, input.before.demand_FLOPperS, out, interval.seconds);
    findBestCluster(params, columns, input.now, out);
    writeNewest(params, columns, out, interval.index);
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
  seconds: number,
): void {
  const { idleShare } = params.hosts[host]!;
  const nominal_W = state.nominal_W[host]!;
  const peak = state.peak_FLOPperS[host]!;
  const sensing = peak > 0 ? state.sensing_FLOPperS[host]! / peak : 0;
  const load = sensing + (1 - sensing) * hostLoad(state, host);
  const granted_W = now.powerToCompute_W[host]!;
  out.chipDemand_W[host] = nominal_W * drawShare(load, idleShare);
  out.chipEnergy_J[host] = granted_W * seconds;
  out.chipHeat_J[host] = granted_W * seconds;
  const running = runningShare(granted_W, nominal_W, idleShare);
  state.powered[host] = load > 0 ? Math.min(1, running / load) : 1;
}

/** What the work of one host offers to links, by workload. */
function offerHost(params: ComputeParams, state: ComputeState, out: Out, host: number, market: number): void {
  const { hosts, works } = params;
  const peak = state.peak_FLOPperS[host]!;
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

/** Remembers a workload's bits on a host, for those who ask what links carry. */
function keepBits(state: ComputeState, w: number, at: number): void {
  state.offeredAcross_bps[at] = state.hostAcross_bps[w]!;
  state.offeredDown_bps[at] = state.hostDown_bps[w]!;
  state.carriedAcross_bps[at] = state.hostAcross_bps[w]! * state.hostAcrossShare[w]!;
  state.carriedDown_bps[at] = state.hostDown_bps[w]! * state.hostDownShare[w]!;
}

/** Where the installed work of one host went, and what it offered to the links. */
function workHost(
  params: ComputeParams,
  state: ComputeState,
  now: Now,
  out: Out,
  host: number,
  seconds: number,
): void {
  const { hosts, works } = params;
  const peak = state.peak_FLOPperS[host]!;
  const sensing = state.sensing_FLOPperS[host]!;
  const market = peak - sensing;
  const bought = boughtShare(state);
  offerHost(params, state, out, host, market);
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
  // What power and links allow is known a little too high: where buyers wait all the same, they are not what lacks.
  const met = demand > 0 ? Math.min(1, delivered / demand) : 1;
  out.computeLimits[constraintIndex.demand] = installed > 0 ? (met * idle) / installed : 0;
}

/** What a unit with the chips of this month's entrants would do per energy, at the mix of work that is asked for. */
function writeNewest(
  { hosts, works, tables }: ComputeParams,
  state: ComputeState,
  out: Out,
  month: number,
): void {
  for (let host = 0; host < hosts.length; host++) {
    let work = 0;
    for (let w = 0; w < works.length; w++) {
      const at = w * hosts.length + host;
      work += state.mix[w]! * tables.useful_FLOPperS[at * tables.months + month]! * state.kept[at]!;
    }
    out.newWork_FLOPperJ[host] = work / hosts[host]!.unitPower_W;
  }
}

/** The large run on the best single cluster in orbit, and on the best on the ground. */
function findBestCluster(params: ComputeParams, state: ComputeState, now: Now, out: Out): void {
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
function describePods(params: ComputeParams, state: ComputeState, now: Now, host: number): void {
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
