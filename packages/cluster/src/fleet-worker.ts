import { parentPort, workerData } from 'node:worker_threads';
import { type BlockAddress, stepBlock } from '@kardashev/kernels/fleet/wasm.ts';
import { type FleetModule, instantiateFleet } from './fleet-module.ts';

/** A stretch of a block's rows: the same cuts whatever the number of threads. */
export interface Shard {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  /** Where its samples go; 0 for none. */
  readonly samplesAt: number;
}

export interface FleetWorkerData {
  readonly module: FleetModule;
  readonly memory: WebAssembly.Memory;
  readonly scratchAt: number;
  /** One number: the next shard to be taken. */
  readonly next: Int32Array;
}

export interface FleetTask {
  readonly blocks: readonly BlockAddress[];
  readonly shards: readonly Shard[];
  readonly steps: number;
  readonly sampleSteps: number;
}

const { module, memory, scratchAt, next } = workerData as FleetWorkerData;
const advance = instantiateFleet(module, memory);

parentPort?.on('message', ({ blocks, shards, steps, sampleSteps }: FleetTask) => {
  const before = process.threadCpuUsage();
  for (let taken = Atomics.add(next, 0, 1); taken < shards.length; taken = Atomics.add(next, 0, 1)) {
    const { block, from, to, samplesAt } = shards[taken]!;
    const sampling = samplesAt > 0 ? { steps: sampleSteps, at: samplesAt } : undefined;
    stepBlock(advance, scratchAt, blocks[block]!, from, to, steps, sampling);
  }
  const { user, system } = process.threadCpuUsage(before);
  parentPort?.postMessage((user + system) / 1e6);
});
