import { jobOf } from '../src/compute/cluster.ts';
import { emptyCluster } from '../src/compute/large-run.ts';
import type { ComputeParams } from '../src/compute/params.ts';
import type {
  AcceleratorEntry,
  ComputeSection,
  ModelEntry,
  SystemEntry,
  WorkloadEntry,
} from '../src/compute/schema.ts';
import { compute } from '../src/compute/step.ts';
import { denseGpt } from '../src/compute/transformer.ts';
import { constraints } from '../src/flows/constraint.ts';
import type { Dimension } from '../src/flows/port.ts';
import { type PortName, ports } from '../src/flows/ports.ts';
import { type State, stepAlone } from '../src/flows/subsystem.ts';
import { calendar } from '../src/time/calendar.ts';

/** Small made-up hosts for tests and validation: round numbers, so that a reader can check by head. */

export const plainSection: ComputeSection = {
  largeRun: 'small',
  improvement_perS: 0,
  memoryImprovement_perS: 0,
  usableMemory: 1,
  weightMemory: 0.5,
  tensorWidth: 8,
  trainingState_B: 16,
  checkpointState_B: 0,
  checkpointRate_BperS: 1e9,
  gradient_B: 2,
  exchangeOverlap: 0,
  exchangeEvery: 1,
  hopDelay_s: 0,
  failureInterval_s: 1e9,
  failureJunction_K: 350,
  failureDoubling_K: 10,
  interruptionReach: 1,
  speedSpread: 0,
  restart_s: 0,
  corruptionHarm: 0,
  corruptionDetection_s: 0,
  sensingShare: 0.1,
  jobsPerSatellite: 1,
  trainingJobs: 0.2,
  interactiveJobs: 0.2,
  sensingJobs: 0.2,
  batchWork: 0.5,
  jobSpread: 0.5,
  jobDuration_s: 3600,
  jobSlack: 2,
  sensingDeadline_s: 1200,
  sensingInput_bit: 1e12,
  dailySwing: 0.4,
  handover_s: 360,
  spareSatellites: 0,
  brickMass_kg: 1000,
  brickAccelerators: 8,
  dockRate_bps: 1e12,
  dockMost: 4,
  formationStep_m: 100,
  formationMost: 100,
  fleetStep_m: 1e6,
  laserLinks: 4,
  beamRate_bps: 1e12,
  beamsMost: 4,
  beamAperture_m: 0.1,
  beamWavelength_m: 1.5e-6,
  beamReach_m: 4e5,
  lossFloor: 1.7,
  lossModel: 400,
  lossModelExponent: 0.34,
  lossData: 400,
  lossDataExponent: 0.28,
};

/** A part with round figures. */
export const plainPart: AcceleratorEntry = {
  name: 'part',
  from: 0,
  peak_FLOPperS: 1e15,
  peakFp8_FLOPperS: 2e15,
  peakFp4_FLOPperS: 4e15,
  memory_B: 80e9,
  memoryRate_BperS: 3e12,
  power_W: 750,
  domain: 8,
  scaleUp_BperS: 4e11,
  scaleOut_BperS: 5e10,
  matrixShare: 0.8,
  matrixHalf: 300,
  attentionShare: 0.5,
  memoryShare: 0.9,
  linkShare: 0.9,
  linkDelay_s: 2e-6,
  layerOverhead_s: 5e-5,
  hostTime_s: 1e-4,
  readShare: 0.85,
  decodeOverhead_s: 5e-5,
  mass_kg: 3,
  idleDraw: 0.25,
  memoryDraw: 0.65,
  clockExponent: 2,
  toleratedDose_Gy: 20,
  corruptionDose_Gy: 0.2,
};

/** Eight parts without a network beyond them. */
export const plainSystem: SystemEntry = {
  name: 'node',
  accelerator: 'part',
  accelerators: 8,
  domain: 0,
  scaleUp_BperS: 0,
  scaleOut_BperS: 0,
  group: 0,
  far_BperS: 0,
  farDelay_s: 0,
  boardShare: 0.2,
  pue: 1.2,
  hourlyPrice_USD2026perS: 1e-3,
  recompute: 'none',
  sequenceParallel: true,
  fusedAttention: true,
  shardedOptimiser: true,
  overlap: true,
};

export const smallModel: ModelEntry = {
  name: 'small',
  ...denseGpt({ layers: 24, hidden: 2048, heads: 16, vocabulary: 50_000, sequence: 2048 }),
  tokens: 1e12,
  batch: 4e6,
};

/** One workload as the step sees it: model FLOP/s over peak, and the accelerators that fail together. */
export interface SmallWork {
  readonly share: number;
  readonly gang: number;
  readonly kept: number;
  readonly bitsDown: number;
  readonly flopPerToken: number;
}

export interface SmallFleet {
  readonly hosts: number;
  readonly months: number;
  readonly works: readonly SmallWork[];
  readonly section?: Partial<ComputeSection>;
}

const unitPower_W = 1000;
/** Dense peak of one unit of the fixture, which has one accelerator. */
export const unitPeak_FLOPperS = 1e15;
export const idleShare = 0.25;

export function smallParams({ hosts, months, works, section: changed }: SmallFleet): ComputeParams {
  const section = { ...plainSection, ...changed };
  const rows = hosts * months;
  const filled = (value: number): Float64Array => new Float64Array(rows).fill(value);
  const useful = new Float64Array(rows * works.length);
  works.forEach((work, index) => {
    useful.fill(work.share * unitPeak_FLOPperS, index * rows, (index + 1) * rows);
  });
  return {
    section,
    hosts: Array.from({ length: hosts }, (_, index) => ({
      index,
      orbit: true,
      unitPower_W,
      idleShare,
      podsPerUnit: 1,
      hop_s: 1e-3,
      corruption_perS: 0,
    })),
    works: works.map((work, index) => ({
      name: `work${index}`,
      kind: 'serving',
      entry: {
        gang: work.gang,
        bitsDown_bitperFLOP: work.bitsDown,
        bitsAcross_bitperFLOP: 0,
      } as WorkloadEntry,
      model: smallModel,
      share: new Float64Array(months).fill(work.kept),
      flopPerToken: work.flopPerToken,
      checkpoint_B: 0,
    })),
    tables: {
      months,
      peak_FLOPperS: filled(unitPeak_FLOPperS),
      accelerators: filled(1),
      alive: filled(1),
      memory_B: filled(1e12),
      largeRun_FLOPperS: filled(0.5 * unitPeak_FLOPperS),
      useful_FLOPperS: useful,
    },
    largeRun: jobOf(smallModel, smallModel.batch, section),
    largeRun_FLOP: 6 * smallModel.activeParameters * smallModel.tokens,
    scratch: {
      pods: {
        available: 0,
        rate_FLOPperS: 0,
        memory_B: 0,
        link_bps: 0,
        hop_s: 0,
        interruption_perS: 0,
        restart_s: 0,
        checkpoint_BperS: 0,
      },
      orbit: emptyCluster(),
      ground: emptyCluster(),
    },
  };
}

type Arrays = { readonly [N in PortName]: Float64Array };

/** The room at work without an engine: fill `now` and `before`, call `step`, read `out`. */
export interface Bench {
  readonly now: Arrays;
  readonly before: Arrays;
  readonly out: Arrays;
  readonly state: State;
  step(month?: number): void;
}

export function bench(params: ComputeParams): Bench {
  const hosts = params.hosts.length;
  const { months } = params.tables;
  const sizes: Record<Dimension, number> = {
    one: 1,
    host: hosts,
    cohort: hosts * months,
    vehicle: 0,
    segment: 3,
    workload: params.works.length,
    constraint: constraints.length,
  };
  const arrays = (names: readonly PortName[]): Arrays =>
    Object.fromEntries(names.map((name) => [name, new Float64Array(sizes[ports[name].of])])) as Arrays;
  const now = arrays(compute.reads.now);
  const before = arrays(compute.reads.before);
  const out = arrays(compute.writes);
  const state = compute.initial(params, out);
  const { intervals } = calendar(0, months - 1);
  const random = { uniform: () => 0.5, normal: () => 0 };
  return {
    now,
    before,
    out,
    state,
    step(month = months - 1) {
      const interval = intervals[month];
      if (interval) stepAlone(compute, params, state, { now, before }, out, interval, random);
    },
  };
}

/** Puts units of the last month into service with all the power and links they could use. */
export function staff({ now }: Bench, host: number, months: number, units: number): void {
  now.cohortUnits[host * months + months - 1] = units;
  now.inService[host] = units;
  now.powerToCompute_W[host] = units * unitPower_W;
  now.powerPerNewUnit_W[host] = unitPower_W;
  now.junctionWorst_K[host] = 350;
  now.junctionLimit_K[host] = 400;
  now.acrossShare[host] = 1;
  now.downShare[host] = 1;
  now.neighbourCapacity_bps[host] = units * 1e12;
  now.acrossCapacity_bps[host] = units * 1e12;
  now.downCapacity_bps[0] = 1e30;
}
