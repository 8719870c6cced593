import type { PlanOf, RoomSchema } from '../plan/attribute.ts';
import { count, flag, month, number, reference, series, share, text, word } from '../plan/attribute.ts';
import { schedulerRows } from './scheduler/schema.ts';

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
  speedSpread: share(
    'Standard deviation of the speed of one accelerator at work: a step waits for the slowest of all.',
  ),
  restart_s: number('Detection, replacement and restart after an interruption.', { min: 0 }),
  corruptionHarm: share('Share of silent corruptions that spoil a training job and force it back.'),
  corruptionDetection_s: number('Time between a harmful silent corruption and its detection.', { min: 0 }),
  sensingShare: share("Most of a host's peak that is set aside for processing observations."),
  ...schedulerRows,
  brickMass_kg: number('Mass of one module that docks or flies in formation.', { positive: true }),
  brickAccelerators: count('Accelerators of one module.', { min: 1 }),
  dockRate_bps: number('Rate through the connectors of two docked modules, each way.', { min: 0 }),
  dockMost: count('Most modules in one docked body.', { min: 1 }),
  formationStep_m: number('Mean distance of neighbours in a formation.', { positive: true }),
  formationMost: count('Most modules that keep one formation.', { min: 1 }),
  fleetStep_m: number('Distance of neighbours where satellites are spread over their shells.', {
    positive: true,
  }),
  laserLinks: count('Neighbours to which one module has lasers.', { min: 1 }),
  beamRate_bps: number('Rate of one beam, all of its colours.', { min: 0 }),
  beamsMost: count('Most beams side by side between two neighbours.', { min: 1 }),
  beamAperture_m: number('Diameter of the telescope that one beam fills, or several share.', {
    positive: true,
  }),
  beamWavelength_m: number('Wavelength of the lasers.', { positive: true }),
  beamReach_m: number('Distance up to which received light carries the whole rate of a beam.', {
    positive: true,
  }),
  lossFloor: number('Loss that no model and no data take away.', { min: 0 }),
  lossModel: number('Factor of the part of the loss that falls with parameters.', { positive: true }),
  lossModelExponent: number('Power of the parameters by which it falls.', { positive: true }),
  lossData: number('Factor of the part of the loss that falls with tokens.', { positive: true }),
  lossDataExponent: number('Power of the tokens by which it falls.', { positive: true }),
} as const;

const accelerators = {
  from: month('First month in which units with this accelerator enter service on the ground.'),
  peak_FLOPperS: number('Dense peak in bf16.', { min: 0 }),
  peakFp4_FLOPperS: number('Dense peak in 4-bit formats; that of 8 bits where it has none.', { min: 0 }),
  peakFp8_FLOPperS: number('Dense peak in 8-bit formats; that of bf16 where it has none.', { min: 0 }),
  memory_B: number('High-bandwidth memory.', { min: 0 }),
  memoryRate_BperS: number('Bandwidth of that memory.', { min: 0 }),
  power_W: number('Board power of one accelerator at full load.', { min: 0 }),
  domain: count('Accelerators in one scale-up fabric.', { min: 1 }),
  scaleUp_BperS: number('Rate into the scale-up fabric, per accelerator and direction.', { min: 0 }),
  scaleOut_BperS: number('Rate out of the scale-up domain, per accelerator and direction.', { min: 0 }),
  matrixShare: share('Share of peak that large matrix products reach.'),
  matrixHalf: number('Dimension of a matrix product in bf16 at which half of that share is lost on it.', {
    min: 0,
  }),
  attentionShare: share('Share of the bf16 peak that fused attention reaches.', { positive: true }),
  memoryShare: share("Share of the memory's bandwidth that streaming kernels reach."),
  linkShare: share("Share of a link's rate that collective exchanges reach."),
  linkDelay_s: number('Wait of each step of a collective exchange inside the scale-up fabric.', { min: 0 }),
  layerOverhead_s: number(
    'Time per layer and pass of training on the accelerator that neither arithmetic nor memory explains.',
    { min: 0 },
  ),
  hostTime_s: number(
    'Time per layer and pass of training that the host takes to launch it: small layers wait for it.',
    { min: 0 },
  ),
  readShare: share(
    "Share of the memory's bandwidth that reading weights and caches for single tokens reaches.",
    {
      positive: true,
    },
  ),
  decodeOverhead_s: number(
    'Time per layer of a decoding step that neither arithmetic nor memory nor links explain.',
    { min: 0 },
  ),
  mass_kg: number('Mass of one package with its cold plate and share of its board.', { min: 0 }),
  idleDraw: share('Draw while it waits, over its draw at full load.'),
  memoryDraw: share('Draw while it only reads memory, over its draw at full load.'),
  clockExponent: number(
    'Power above idle rises with clock to this power: 1 at constant voltage, 3 where voltage follows.',
    {
      min: 1,
    },
  ),
  toleratedDose_Gy: number('Dose after which memory grows irregular.', { min: 0 }),
  corruptionDose_Gy: number('Dose that brings one silent corruption.', { positive: true }),
} as const;

const systems = {
  accelerator: text('Accelerator it is built of, an entry of accelerators.', 'h100'),
  accelerators: count('Accelerators in one of it: a node, a rack, a satellite, a cluster.', { min: 1 }),
  domain: count('Accelerators in one scale-up fabric; 0: as the accelerator has it.'),
  scaleUp_BperS: number(
    'Rate into the scale-up fabric per accelerator and direction; 0: the accelerator has it.',
    {
      min: 0,
    },
  ),
  scaleOut_BperS: number('Rate out of it, likewise.', { min: 0 }),
  group: count('Accelerators that the scale-out fabric joins at that rate; 0: all of them.'),
  far_BperS: number(
    'Rate per accelerator and direction beyond that group; 0: that of the scale-out fabric.',
    {
      min: 0,
    },
  ),
  farDelay_s: number('Delay of one exchange beyond that group.', { min: 0 }),
  boardShare: share('Share of its power that goes to anything but accelerators.'),
  pue: number('Energy drawn from its supply over energy to it.', { min: 1 }),
  hourlyPrice_USD2026perS: number('Price of the use of one accelerator.', { min: 0 }),
  recompute: word(
    'What training on it computes again unless asked otherwise.',
    ['full', 'selective', 'none'],
    'none',
  ),
  sequenceParallel: flag('Norms and dropouts are split over the tensor group too.', true),
  fusedAttention: flag('Attention keeps no square of scores in memory.', true),
  shardedOptimiser: flag('Optimiser state is split over the data group.', true),
  overlap: flag('Exchanges inside layers run beside the products they feed.', true),
} as const;

const models = {
  parameters: number('All parameters, embedding included.', { min: 1 }),
  activeParameters: number('Parameters that one token passes; all of them in a dense model.', { min: 1 }),
  layers: count('Layers.', { min: 1 }),
  hidden: count('Width of the residual stream.', { min: 1 }),
  heads: count('Attention heads.', { min: 1 }),
  feedForward: count('Feed-forward width that one token passes, over all its experts.', { min: 1 }),
  expertsPerToken: count('Routed experts that one token visits; 0 in a dense model.'),
  sharedExperts: count('Experts that every token visits beside the routed ones.'),
  headWidth: count('Width of one attention head, mean of keys and values; 0: hidden over heads.'),
  attentionParameters: number(
    "Weights of one layer's projections into and out of attention; 0: full matrices.",
    { min: 0 },
  ),
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
  collections: { accelerators, systems, models, workloads, satellites, sites },
} as const satisfies RoomSchema;

export type ComputePlan = PlanOf<typeof computeSchema>;
export type ComputeSection = ComputePlan['section'];
export type AcceleratorEntry = ComputePlan['accelerators'][number];
export type SystemEntry = ComputePlan['systems'][number];
export type ModelEntry = ComputePlan['models'][number];
export type WorkloadEntry = ComputePlan['workloads'][number];
