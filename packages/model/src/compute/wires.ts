import type { PortName, Readings, Writings } from '../flows/ports.ts';
import { fullLoadReads } from './full-load.ts';

/** Ports that compute reads of the same interval. */
export const computeReads = [
  ...fullLoadReads,
  'junctionWorst_K',
  'junctionLimit_K',
  'corruption_perS',
  'acrossShare',
  'downShare',
  'neighbourCapacity_bps',
  'cohortUnits',
  'sensingWork_FLOPperS',
] as const satisfies readonly PortName[];

/** Ports that chips in service decide, whatever is asked of them. */
export const computeOpens = [
  'installed_FLOPperS',
  'sensingCapacity_FLOPperS',
] as const satisfies readonly PortName[];

/** Ports that nobody waits for. */
export const computeCloses = [
  'newWork_FLOPperJ',
  'delivered_FLOPperS',
  'work_FLOPperS',
  'tokens_perS',
  'deliverable_FLOPperS',
  'jointTraining_FLOPperS',
  'trainingRun_s',
  'groundTrainingRun_s',
  'trainingElasticity',
  'deliverableShare',
  'computeLimits',
  'chipEnergy_J',
  'workBits_bit',
  'installed_FLOP',
  'unpowered_FLOP',
  'idle_FLOP',
  'unfed_FLOP',
  'overhead_FLOP',
  'interrupted_FLOP',
  'sensing_FLOP',
  'useful_FLOP',
] as const satisfies readonly PortName[];

export const computeWrites = [
  'chipDemand_W',
  'offeredDown_bps',
  'offeredAcross_bps',
  'chipHeat_J',
  ...computeOpens,
  ...computeCloses,
] as const satisfies readonly PortName[];

export type ComputeIn = Readings<(typeof computeReads)[number]>;
export type ComputeOut = Writings<(typeof computeWrites)[number]>;
