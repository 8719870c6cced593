import { bestGoodput } from './goodput.ts';
import type { ComputeSection } from './schema.ts';
import { type Transformer, trainingFlopPerToken } from './transformer.ts';

/**
 * One training job over many pods (a satellite, a rack) that are joined by links. Inside a pod the step-time
 * model speaks; here stands what grows with the number of pods: the pipeline's bubble, the exchange of
 * gradients, the way through the mesh, failures.
 */

/** What of the job does not change while the number of pods does. */
export interface Job {
  /** Model FLOPs of one step. */
  readonly step_FLOP: number;
  readonly tokensPerStep: number;
  readonly sequence: number;
  /** Most pipeline stages: one layer each. */
  readonly layers: number;
  /** Bits of the whole model's gradients, one way. */
  readonly gradient_bit: number;
  /** Bits of one sequence's activations at a boundary between two pods. */
  readonly activation_bit: number;
  readonly state_B: number;
  readonly checkpoint_B: number;
  readonly exchangeOverlap: number;
  readonly exchangeEvery: number;
}

const bitsPerByte = 8;
const halfPrecision_B = 2;

export function jobOf(
  model: Transformer,
  batch: number,
  section: Pick<
    ComputeSection,
    'trainingState_B' | 'checkpointState_B' | 'gradient_B' | 'exchangeOverlap' | 'exchangeEvery'
  >,
): Job {
  return {
    step_FLOP: trainingFlopPerToken(model) * batch,
    tokensPerStep: batch,
    sequence: model.sequence,
    layers: model.layers,
    gradient_bit: model.parameters * section.gradient_B * bitsPerByte,
    activation_bit: model.sequence * model.hidden * halfPrecision_B * bitsPerByte,
    state_B: model.parameters * section.trainingState_B,
    checkpoint_B: model.parameters * section.checkpointState_B,
    exchangeOverlap: section.exchangeOverlap,
    exchangeEvery: section.exchangeEvery,
  };
}

/** What one pod brings, and what joins it to the others. A mutable record, so that a step allocates nothing. */
export interface Pods {
  /** Most pods that can be joined. */
  available: number;
  /** Model FLOP/s of one pod at work on its own. */
  rate_FLOPperS: number;
  /** Memory of one pod that training state may fill. */
  memory_B: number;
  /** Capacity between pods, per pod. */
  link_bps: number;
  /** One hop between neighbours: light, switching, software. */
  hop_s: number;
  /** Interruptions of a job per pod. */
  interruption_perS: number;
  restart_s: number;
  /** Rate of writing a checkpoint, per pod. */
  checkpoint_BperS: number;
}

/** Fewest pods that hold one replica of the training state. */
export function podsPerReplica(job: Job, pods: Pods): number {
  return Math.max(1, Math.ceil(job.state_B / pods.memory_B));
}

/**
 * Pods in one replica, of `n`: more of them share the exchange of gradients, but hand on more activations. The
 * sum, A/stages + B·stages/n, is least at √(A·n/B); memory sets the fewest, layers the most. Taken as a real number.
 */
export function stagesOf(job: Job, pods: Pods, n: number): number {
  const least = podsPerReplica(job, pods);
  const ring_bit = (2 * job.gradient_bit) / job.exchangeEvery;
  const handed_bit = (2 * job.activation_bit * job.tokensPerStep) / job.sequence;
  const balanced = Math.sqrt((ring_bit * n) / handed_bit);
  return Math.max(least, Math.min(balanced, job.layers, n));
}

/**
 * Time of one step over `n` pods. A replica is a pipeline of pods; its micro-batches are single sequences.
 * Gradients go round a ring of the replicas; their way through a square torus of pods and back is latency.
 */
export function clusterStep_s(job: Job, pods: Pods, n: number): number {
  const stages = stagesOf(job, pods, n);
  const replicas = Math.max(1, n / stages);
  const sequences = job.tokensPerStep / job.sequence;
  // Below one sequence a replica has nothing to do: the step takes as long as one sequence takes.
  const microBatches = Math.max(1, sequences / replicas);
  const stage_s = job.step_FLOP / sequences / (stages * pods.rate_FLOPperS);
  const arithmetic_s = (microBatches + stages - 1) * stage_s;
  const ring_bit = (2 * job.gradient_bit * (1 - 1 / replicas)) / (stages * job.exchangeEvery);
  const handed_bit = stages > 1 ? 2 * job.activation_bit * microBatches : 0;
  const exchange_s = (ring_bit + handed_bit) / pods.link_bps;
  const exposed_s = Math.max(0, exchange_s - job.exchangeOverlap * arithmetic_s);
  const latency_s = (2 * Math.sqrt(n) + 2 * (stages - 1)) * pods.hop_s;
  return arithmetic_s + (n > 1 ? exposed_s + latency_s : 0);
}

/** Share of time that is not lost to failures, over `n` pods. */
export function clusterGoodput(job: Job, pods: Pods, n: number): number {
  return bestGoodput(
    pods.interruption_perS * n,
    pods.restart_s,
    job.checkpoint_B / (pods.checkpoint_BperS * n),
  );
}

/** Delivered model FLOP/s of the job over `n` pods; 0 when one replica does not fit or links carry nothing. */
export function clusterRate_FLOPperS(job: Job, pods: Pods, n: number): number {
  if (!(pods.rate_FLOPperS > 0) || n < podsPerReplica(job, pods)) return 0;
  const step_s = clusterStep_s(job, pods, n);
  return step_s < Infinity ? (job.step_FLOP / step_s) * clusterGoodput(job, pods, n) : 0;
}

const golden = (Math.sqrt(5) - 1) / 2;
/** Enough for any range; the search ends when the size is known to `probe`, and the rate to its square. */
const rounds = 40;
const probe = 1e-3;

/**
 * Number of pods at which the job is fastest: where one more pod costs as much in exchange, bubble and failures
 * as it brings; all that are available when that point lies beyond; a single replica when its exchange with a
 * second one costs more than that one brings. 0 when none can run it.
 */
export function bestClusterSize(job: Job, pods: Pods): number {
  const least = podsPerReplica(job, pods);
  const most = pods.available;
  if (!(most >= least)) return 0;
  const slightlyLess = Math.max(least, most * (1 - probe));
  const growing = clusterRate_FLOPperS(job, pods, most) > clusterRate_FLOPperS(job, pods, slightlyLess);
  const joined = growing ? most : peakSize(job, pods, least, most);
  const alone_FLOPperS = clusterRate_FLOPperS(job, pods, least);
  const best = clusterRate_FLOPperS(job, pods, joined) > alone_FLOPperS ? joined : least;
  return clusterRate_FLOPperS(job, pods, best) > 0 ? best : 0;
}

/** Size with the largest rate between two sizes, by golden section on a logarithmic scale. */
function peakSize(job: Job, pods: Pods, least: number, most: number): number {
  let low = Math.log(least);
  let high = Math.log(most);
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let atLeft = clusterRate_FLOPperS(job, pods, Math.exp(left));
  let atRight = clusterRate_FLOPperS(job, pods, Math.exp(right));
  for (let round = 0; round < rounds && high - low > probe; round++) {
    if (atLeft < atRight) {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = clusterRate_FLOPperS(job, pods, Math.exp(right));
    } else {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = clusterRate_FLOPperS(job, pods, Math.exp(left));
    }
  }
  return Math.exp((low + high) / 2);
}

/** d ln(rate) / d ln(pods) about `n`; one-sided where fewer pods could not run the job. NaN without a cluster. */
export function clusterElasticity(job: Job, pods: Pods, n: number): number {
  const low = Math.max(podsPerReplica(job, pods), n * (1 - probe));
  const high = n * (1 + probe);
  const less = clusterRate_FLOPperS(job, pods, low);
  const more = clusterRate_FLOPperS(job, pods, high);
  return less > 0 && more > 0 ? Math.log(more / less) / Math.log(high / low) : Number.NaN;
}
