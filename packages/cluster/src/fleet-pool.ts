import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Arena, type FleetBlock, layBlock } from '@kardashev/kernels/fleet/arena.ts';
import {
  addressOf,
  emptySamples,
  type FleetSample,
  readSamples,
  writeConstants,
} from '@kardashev/kernels/fleet/wasm.ts';
import { sampleBytes, scratchBytes } from '@kardashev/kernels/fleet/wasm-layout.ts';
import { type FleetModule, fleetMemory } from './fleet-module.ts';
import type { FleetTask, FleetWorkerData, Shard } from './fleet-worker.ts';

/** Satellites of a shard, about: some dozens of milliseconds an hour of steps, and few enough to share evenly. */
const shardSatellites = 8192;

/**
 * A fleet in memory that threads share, and threads that stay. Lay blocks, fill their rows and state, advance as
 * often as you like, close. Results are the same to the bit for any number of threads with the strict module: every
 * satellite is stepped alone, and samples are added up in the order of shards that never depend on the threads.
 */
export class FleetPool {
  readonly memory = fleetMemory();
  readonly #arena = new Arena(this.memory);
  readonly #workers: Worker[];
  readonly #next = new Int32Array(new SharedArrayBuffer(4));
  readonly #blocks: FleetBlock[] = [];
  #samples = { at: 0, bytes: 0 };
  #busy_s = 0;

  constructor(module: FleetModule, threads: number) {
    this.#workers = Array.from({ length: threads }, () => {
      const workerData: FleetWorkerData = {
        module,
        memory: this.memory,
        scratchAt: this.#arena.take(scratchBytes),
        next: this.#next,
      };
      return new Worker(new URL('./fleet-worker.ts', import.meta.url), { workerData });
    });
  }

  /** Processor time of all threads so far: what the machine's other work takes away is not in it. */
  get busy_s(): number {
    return this.#busy_s;
  }

  /** Room for rows of as many satellites each, all zero. */
  lay(rowCount: number, perRow: number): FleetBlock {
    const block = layBlock(this.#arena, rowCount, perRow);
    this.#blocks.push(block);
    return block;
  }

  /** Steps the whole fleet. `sameRows`: no row was written since the last time, which went as many steps. */
  async advance(steps: number, sameRows = false): Promise<void> {
    await this.#run(steps, this.#shards(), 0, sameRows);
  }

  /** Steps the whole fleet, and tells how it was in every stretch of `sampleSteps` steps, a divisor of 60. */
  async sample(steps: number, sampleSteps: number): Promise<FleetSample[]> {
    const shards = this.#shards();
    const count = steps / sampleSteps;
    const at = this.#roomForSamples(shards.length * count * sampleBytes);
    emptySamples(this.memory, at, shards.length, count);
    const placed = shards.map((shard, index) => ({ ...shard, samplesAt: at + index * count * sampleBytes }));
    await this.#run(steps, placed, sampleSteps);
    return readSamples(this.memory, at, shards.length, count);
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async #run(steps: number, shards: readonly Shard[], sampleSteps: number, sameRows = false): Promise<void> {
    if (!sameRows) for (const block of this.#blocks) writeConstants(block, this.memory, steps);
    const task: FleetTask = { blocks: this.#blocks.map(addressOf), shards, steps, sampleSteps };
    Atomics.store(this.#next, 0, 0);
    const times = await Promise.all(
      this.#workers.map(async (worker) => {
        // `once` fails with the worker's error, if there is one.
        const done = once(worker, 'message');
        worker.postMessage(task);
        const [busy_s] = (await done) as [number];
        return busy_s;
      }),
    );
    for (const busy_s of times) this.#busy_s += busy_s;
  }

  #shards(): Shard[] {
    return this.#blocks.flatMap(({ rows, perRow }, block) => {
      const length = Math.max(1, Math.round(shardSatellites / perRow));
      const count = Math.ceil(rows.step_s.length / length);
      return Array.from({ length: count }, (_, index) => ({
        block,
        from: index * length,
        to: Math.min(rows.step_s.length, (index + 1) * length),
        samplesAt: 0,
      }));
    });
  }

  #roomForSamples(bytes: number): number {
    if (bytes > this.#samples.bytes) this.#samples = { at: this.#arena.take(bytes), bytes };
    return this.#samples.at;
  }
}
