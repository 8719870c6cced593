import type { State } from '../flows/subsystem.ts';

/**
 * What a step works out on its way. Nothing here is carried from month to month: chips age with their cohorts,
 * and those are transport's. Columns with W · H rows: row = workload · hosts + host.
 */
export interface ComputeState extends State {
  /** Dense bf16 peak in service, by host. */
  readonly peak_FLOPperS: Float64Array;
  /** Full draw of the chips that still work, by host. */
  readonly nominal_W: Float64Array;
  readonly accelerators: Float64Array;
  readonly memory_B: Float64Array;
  /** Model FLOP/s of the large run's model inside all pods, by host. */
  readonly largeRun_FLOPperS: Float64Array;
  /** Model FLOP/s if all chips did this work at full power without failures. */
  readonly useful_FLOPperS: Float64Array;
  /** Share of that which failures leave. */
  readonly kept: Float64Array;
  /** Peak that sensing takes, by host. */
  readonly sensing_FLOPperS: Float64Array;
  /** Share of all chips that could run on the power they would get at full load, by host. */
  readonly runnable: Float64Array;
  /** Share of the market's chips that power would keep at work at full load, by host; and power and links, by workload and host. */
  readonly driven: Float64Array;
  readonly fed: Float64Array;
  /** By workload and host, at full load in the mix that buyers ask for: bits offered, by way, and chips behind them. */
  readonly across_bps: Float64Array;
  readonly down_bps: Float64Array;
  readonly chips: Float64Array;
  /** Share of offers that links carry, by workload and host, and by way. */
  readonly acrossShare: Float64Array;
  readonly downShare: Float64Array;
  /** The same of one host's workloads now. */
  readonly hostAcross_bps: Float64Array;
  readonly hostDown_bps: Float64Array;
  readonly running: Float64Array;
  readonly hostAcrossShare: Float64Array;
  readonly hostDownShare: Float64Array;
  /** What of this month's bits links were offered and carried, by workload and host. */
  readonly offeredAcross_bps: Float64Array;
  readonly offeredDown_bps: Float64Array;
  readonly carriedAcross_bps: Float64Array;
  readonly carriedDown_bps: Float64Array;
  /** Share of loaded chips that have power, by host. */
  readonly powered: Float64Array;
  /** By workload: chips that demand needs over the market's; the share that the plan keeps; that of chips at work. */
  readonly need: Float64Array;
  readonly keep: Float64Array;
  readonly given: Float64Array;
  /** Share of each workload in what buyers ask for, in chips. */
  readonly mix: Float64Array;
  /** Row 0: share of the market's chips that have a buyer; row 1: chips that buyers would take, beyond 1 too. */
  readonly asked: Float64Array;
}

export function emptyState(hosts: number, workloads: number): ComputeState {
  return {
    peak_FLOPperS: new Float64Array(hosts),
    nominal_W: new Float64Array(hosts),
    accelerators: new Float64Array(hosts),
    memory_B: new Float64Array(hosts),
    largeRun_FLOPperS: new Float64Array(hosts),
    useful_FLOPperS: new Float64Array(workloads * hosts),
    kept: new Float64Array(workloads * hosts),
    sensing_FLOPperS: new Float64Array(hosts),
    runnable: new Float64Array(hosts),
    driven: new Float64Array(hosts),
    fed: new Float64Array(workloads * hosts),
    across_bps: new Float64Array(workloads * hosts),
    down_bps: new Float64Array(workloads * hosts),
    chips: new Float64Array(workloads * hosts),
    acrossShare: new Float64Array(workloads * hosts),
    downShare: new Float64Array(workloads * hosts),
    hostAcross_bps: new Float64Array(workloads),
    hostDown_bps: new Float64Array(workloads),
    running: new Float64Array(workloads),
    hostAcrossShare: new Float64Array(workloads),
    hostDownShare: new Float64Array(workloads),
    offeredAcross_bps: new Float64Array(workloads * hosts),
    offeredDown_bps: new Float64Array(workloads * hosts),
    carriedAcross_bps: new Float64Array(workloads * hosts),
    carriedDown_bps: new Float64Array(workloads * hosts),
    powered: new Float64Array(hosts),
    need: new Float64Array(workloads),
    keep: new Float64Array(workloads),
    given: new Float64Array(workloads),
    mix: new Float64Array(workloads),
    asked: new Float64Array(2),
  };
}
