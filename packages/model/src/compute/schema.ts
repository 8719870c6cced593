import type { PlanOf, RoomSchema } from '../plan/attribute.ts';
import { count, flag, month, number, reference, series, share, word } from '../plan/attribute.ts';

const section = {
  largeRun: reference('Model of the large training run whose duration is reported.', 'models', 'grok-6t'),
  improvement_perS: number(
    'Growth rate of dense peak per watt after the newest accelerator that the plan lists, continuous.',
    { min: 0 },
  ),
  memoryImprovement_perS: number(
    'Growth rate of memory bandwidth, memory size and link rates per watt after the newest accelerator.',
    { min: 0 },
  ),
  usableMemory: share("Share of an accelerator's memory that weights, caches and training state may fill."),
  trainingState_B: number('Bytes a parameter in training: weights, gradients, master weights, moments.', {
    min: 0,
  }),
  weightMemory: share(
    'Most of that memory that the weights of a served model may fill; caches take the rest.',
  ),
  tensorWidth: count('Most accelerators over which the products of one dense layer are split in training.', {
    min: 1,
  }),
  checkpointState_B: number('Bytes a parameter written in a checkpoint.', { min: 0 }),
  checkpointRate_BperS: number('Rate of writing a checkpoint, per accelerator of the job.', { min: 0 }),
  gradient_B: number('Bytes a parameter in the exchange of gradients between replicas, each way.', {
    min: 0,
  }),
  exchangeOverlap: share(
    'Time of exchange between pods that can hide behind arithmetic, over the time of the arithmetic.',
  ),
  exchangeEvery: number(
    'Steps between exchanges of gradients between pods: 1 is synchronous; more is a low-communication method.',
    {
      min: 1,
    },
  ),
  hopDelay_s: number('Delay of one hop of the exchange between pods beside light: switching and software.', {
    min: 0,
  }),
  failureInterval_s: number('Mean time between unexpected interruptions of a job, times its accelerators.', {
    positive: true,
  }),
  failureJunction_K: number('Hottest junction of the fleet on which that interval was observed.', { min: 0 }),
  failureDoubling_K: number('Rise of the hottest junction that doubles the rate of interruptions.', {
    min: 0,
  }),
  interruptionReach: share(
    'Share of a job that stops when one accelerator does; 1 where the whole job restarts.',
  ),
  restart_s: number('Detection, replacement and restart after an interruption.', { min: 0 }),
  corruptionHarm: share('Share of silent corruptions that spoil a training job and force it back.'),
  corruptionDetection_s: number('Time between a harmful silent corruption and its detection.', { min: 0 }),
  sensingShare: share("Most of a host's peak that is set aside for processing observations."),
} as const;

const accelerators = {
  from: month('First month in which units with this accelerator enter service on the ground.'),
  peak_FLOPperS: number('Dense peak in bf16.', { min: 0 }),
  peakFp8_FLOPperS: number('Dense peak in 8-bit formats; that of bf16 where it has none.', { min: 0 }),
  memory_B: number('High-bandwidth memory.', { min: 0 }),
  memoryRate_BperS: number('Bandwidth of that memory.', { min: 0 }),
  power_W: number('Board power of one accelerator at full load.', { min: 0 }),
  domain: count('Accelerators in one scale-up fabric.', { min: 1 }),
  scaleUp_BperS: number('Rate into the scale-up fabric, per accelerator and direction.', { min: 0 }),
  scaleOut_BperS: number('Rate out of the scale-up domain, per accelerator and direction.', { min: 0 }),
  matrixShare: share('Share of peak that large matrix products reach.'),
  matrixHalf: number('Dimension of a matrix product at which half of that share is lost on it.', { min: 0 }),
  memoryShare: share("Share of the memory's bandwidth that streaming kernels reach."),
  linkShare: share("Share of a link's rate that collective exchanges reach."),
  layerOverhead_s: number('Time per layer and pass that neither arithmetic nor memory explains.', { min: 0 }),
} as const;

const models = {
  parameters: number('All parameters, embedding included.', { min: 1 }),
  activeParameters: number('Parameters that one token passes; all of them in a dense model.', { min: 1 }),
  layers: count('Layers.', { min: 1 }),
  hidden: count('Width of the residual stream.', { min: 1 }),
  heads: count('Attention heads.', { min: 1 }),
  feedForward: count('Feed-forward width that one token passes, over all its experts.', { min: 1 }),
  expertsPerToken: count('Routed experts that one token visits; 0 in a dense model.'),
  gated: flag('Two input projections in the feed-forward part instead of one (SwiGLU).', true),
  vocabulary: count('Size of the vocabulary.', { min: 1 }),
  sequence: count('Tokens in a training sequence.', { min: 1 }),
  cachePerToken: number('Elements of the key-value cache of one token, over all layers.', { min: 0 }),
  attention_FLOP: number(
    'FLOPs of attention per generated token and token of its context, over all layers.',
    {
      min: 0,
    },
  ),
  tokens: number('Tokens of its training run.', { min: 0 }),
  batch: number('Tokens in one training step: the most that still learns about as well per token.', {
    min: 1,
  }),
} as const;

const workloads = {
  kind: word('What the work is.', ['training', 'serving']),
  model: reference('Model that is trained or served.', 'models'),
  precision: word('Format of the matrix products; work is counted in model FLOPs all the same.', [
    'bf16',
    'fp8',
  ]),
  share: series(
    'Share of the chips that is kept for this work when all work together asks for more.',
    'linear',
    {
      min: 0,
    },
  ),
  gang: count('Accelerators of a typical job: sets how often a failure stops it.', { min: 1 }),
  occupancy: share(
    'Share of the chips kept busy that do work at any moment: requests come by day, jobs end and begin.',
  ),
  bitsDown_bitperFLOP: number('Bits between host and ground, per model FLOP.', { min: 0 }),
  bitsAcross_bitperFLOP: number('Bits between units of a host, per model FLOP.', { min: 0 }),
  promptRatio: number('Prompt tokens that are read, without those found in a cache, per generated token.', {
    min: 0,
  }),
  context: number('Tokens in the key-value cache of a request, mean over its generation.', { min: 0 }),
  tokenTime_s: number('Longest acceptable time per generated token.', { min: 0 }),
} as const;

const satellites = {
  boardShare: share('Share of the power to compute that goes to anything but accelerators.'),
  idleShare: share('Draw of idle chips and boards over their draw at full load.'),
  chipDelay_s: number("From an accelerator's first service on the ground to its first launch.", { min: 0 }),
  chipLoss_perS: number('Rate at which accelerators fail for good and stay: nobody repairs them.', {
    min: 0,
  }),
} as const;

const sites = {
  boardShare: share('Share of the power to compute that goes to anything but accelerators.'),
  chipDelay_s: number("From an accelerator's first service to its service here.", { min: 0 }),
  chipLoss_perS: number('Rate at which accelerators fail for good and are not replaced.', { min: 0 }),
  corruption_perS: number('Silent corruptions of one accelerator beyond those among its interruptions.', {
    min: 0,
  }),
  podPower_W: number('Power to compute of one pod: the chips of one scale-up fabric with their boards.', {
    min: 1,
  }),
} as const;

export const computeSchema = {
  section,
  collections: { accelerators, models, workloads, satellites, sites },
} as const satisfies RoomSchema;

export type ComputePlan = PlanOf<typeof computeSchema>;
export type ComputeSection = ComputePlan['section'];
export type AcceleratorEntry = ComputePlan['accelerators'][number];
export type ModelEntry = ComputePlan['models'][number];
export type WorkloadEntry = ComputePlan['workloads'][number];
