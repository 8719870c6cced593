import { treeSteps } from './exchanges.ts';
import type { AcceleratorSystem } from './step-time.ts';
import { servingFlopPerToken, type Transformer } from './transformer.ts';

/** How requests look and what they may take. */
export interface ServingLoad {
  /** Prompt tokens read, without those found in a cache, per generated token. */
  readonly promptRatio: number;
  /** Tokens in the key-value cache of a request, mean over its generation. */
  readonly context: number;
  /** Longest acceptable time per generated token. */
  readonly tokenTime_s: number;
}

/** A model laid over the accelerators of one replica. */
export interface Replica {
  readonly accelerators: number;
  readonly bytesPerWeight: number;
  readonly bytesPerCache: number;
  /** Share of memory that weights and caches may fill. */
  readonly usableMemory: number;
}

/** Time to read the weights once, at the memory's full bandwidth: no token can come faster. */
export function weightReadFloor_s(weights_B: number, memoryRate_BperS: number, accelerators: number): number {
  return weights_B / (memoryRate_BperS * accelerators);
}

/** Weights that a step must read: all of them once the batch visits every expert. */
function weights_B(model: Transformer, replica: Replica): number {
  return model.parameters * replica.bytesPerWeight;
}

/** Most accelerators over which the products of one dense layer are split; more of them are stages. */
const widestSplit = 8;

/** Time of one layer of a decoding step beside reading and arithmetic: kernels, and two all-reduces of a dense layer. */
export function layerWait_s(model: Transformer, system: AcceleratorSystem, accelerators: number): number {
  const members = Math.min(accelerators, widestSplit, system.domain);
  const exchanges = model.expertsPerToken > 0 && accelerators > system.domain ? 0 : 2;
  return system.decodeOverhead_s + exchanges * treeSteps(members) * system.linkDelay_s;
}

/** Time of a decoding step that does not depend on the batch: weights, kernels, the layers' exchanges. */
function fixedStep_s(model: Transformer, system: AcceleratorSystem, replica: Replica): number {
  const read_s =
    weightReadFloor_s(weights_B(model, replica), system.memoryRate_BperS, replica.accelerators) /
    system.readShare;
  return read_s + model.layers * layerWait_s(model, system, replica.accelerators);
}

/** Sending one token to its experts and back in all layers, spread over the replica's links: there in the weights' format, back in the cache's. */
function routing_s(model: Transformer, system: AcceleratorSystem, replica: Replica): number {
  const bytes = replica.bytesPerWeight + replica.bytesPerCache;
  const routed_B = model.expertsPerToken * model.hidden * model.layers * bytes;
  const inside = replica.accelerators <= system.domain;
  const rate_BperS = (inside ? system.scaleUp_BperS : system.scaleOut_BperS) * system.linkShare;
  return routed_B / (replica.accelerators * rate_BperS);
}

/** Time that one more request in the batch adds: its cache, its arithmetic, its token's way to the experts. */
function stepPerRequest_s(
  model: Transformer,
  system: AcceleratorSystem,
  replica: Replica,
  context: number,
): number {
  const n = replica.accelerators;
  const cache_s =
    (context * model.cachePerToken * replica.bytesPerCache) /
    (n * system.memoryRate_BperS * system.readShare);
  const flop = servingFlopPerToken(model) + context * model.attention_FLOP;
  const arithmetic_s = flop / (n * system.peak_FLOPperS * system.matrixShare);
  return cache_s + arithmetic_s + routing_s(model, system, replica);
}

/** Time of one decoding step of a batch: one token for each request. */
export function decodeStep_s(
  model: Transformer,
  system: AcceleratorSystem,
  replica: Replica,
  batch: number,
  context: number,
): number {
  return fixedStep_s(model, system, replica) + batch * stepPerRequest_s(model, system, replica, context);
}

/** Largest batch that memory and the time per token allow; 0 when the model does not fit or is too slow. */
export function largestBatch(
  model: Transformer,
  system: AcceleratorSystem,
  replica: Replica,
  load: ServingLoad,
): number {
  const room_B = replica.accelerators * system.memory_B * replica.usableMemory - weights_B(model, replica);
  const byMemory = room_B / (load.context * model.cachePerToken * replica.bytesPerCache);
  const byTime =
    (load.tokenTime_s - fixedStep_s(model, system, replica)) /
    stepPerRequest_s(model, system, replica, load.context);
  return Math.max(0, Math.min(byMemory, byTime));
}

/** Generated tokens per second and accelerator while only decoding. */
export function decodeRate_perS(
  model: Transformer,
  system: AcceleratorSystem,
  replica: Replica,
  load: ServingLoad,
): number {
  const batch = largestBatch(model, system, replica, load);
  if (batch === 0) return 0;
  return batch / (decodeStep_s(model, system, replica, batch, load.context) * replica.accelerators);
}

/** Prompt tokens per second and accelerator while only reading: arithmetic, and the way to the experts. */
export function prefillRate_perS(model: Transformer, system: AcceleratorSystem, replica: Replica): number {
  const arithmetic_s = servingFlopPerToken(model) / (system.peak_FLOPperS * system.matrixShare);
  return 1 / (arithmetic_s + replica.accelerators * routing_s(model, system, replica));
}

/** Generated tokens per second and accelerator with their prompts read too. */
export function tokenRate_perS(
  model: Transformer,
  system: AcceleratorSystem,
  replica: Replica,
  load: ServingLoad,
): number {
  const decode = decodeRate_perS(model, system, replica, load);
  if (decode === 0) return 0;
  return 1 / (1 / decode + load.promptRatio / prefillRate_perS(model, system, replica));
}

/** Model FLOPs behind one generated token: its own, and those of the prompt read for it. */
export function flopPerGeneratedToken(model: Transformer, load: Pick<ServingLoad, 'promptRatio'>): number {
  return servingFlopPerToken(model) * (1 + load.promptRatio);
}

/** Accelerators of a replica: the fewest whose weights fill at most the share `weightMemory` of the usable memory. */
export function replicaSize(
  model: Transformer,
  system: AcceleratorSystem,
  bytesPerWeight: number,
  usableMemory: number,
  weightMemory: number,
): number {
  return Math.ceil((model.parameters * bytesPerWeight) / (weightMemory * usableMemory * system.memory_B));
}
