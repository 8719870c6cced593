import { Arena, type FleetBlock, type FleetMemory, layBlock } from './arena.ts';
import { type FleetKernel, rowColumns, stateColumns, totalColumns } from './kernel.ts';
import { rowConstants, sampleBytes, scratchBytes, tileSteps, writeRows } from './wasm-layout.ts';

/*
 * The fleet step in WebAssembly: float32 in vectors of four, several in hand. The module is compiled from
 * `assembly/` into `wasm/`; who uses it loads it and hands in what it exports. The **strict** module gives the same
 * bytes on any machine, and for a satellite in any batch; the **relaxed** one lets the machine fuse products and
 * sums. Both agree with the reference to `tolerance`.
 */

/**
 * How far totals may lie from the reference's with steps of 5 to 60 s, over what they could have been at most: energy
 * over all that the satellite could take in, store and warm up by 10 K. It is this much where heavy nodes and large
 * batteries hardly move in a step, so that float32 rounds the move; power, time and work agree to 2e-6. Tested on
 * random designs.
 */
export const tolerance = 2e-4;

export type WasmName = 'wasm-strict' | 'wasm-relaxed';

/** The function that a module exports: see `assembly/fleet.ts`. */
export type FleetAdvance = (
  rows: number,
  state: number,
  totals: number,
  count: number,
  perRow: number,
  from: number,
  to: number,
  steps: number,
  scratch: number,
  sampleSteps: number,
  samples: number,
) => void;

/** What a thread must know of a block. */
export interface BlockAddress {
  readonly constantsAt: number;
  readonly stateAt: number;
  readonly totalsAt: number;
  readonly rowCount: number;
  readonly perRow: number;
}

export function addressOf(block: FleetBlock): BlockAddress {
  const { constantsAt, stateAt, totalsAt, perRow } = block;
  return { constantsAt, stateAt, totalsAt, perRow, rowCount: block.rows.step_s.length };
}

/** Where samples of the fleet go: one every `steps` steps, a divisor of the tile, from an address on. */
export interface Sampling {
  readonly steps: number;
  readonly at: number;
}

/** Steps rows of a block, whose constants were written for as many steps. */
export function stepBlock(
  advance: FleetAdvance,
  scratchAt: number,
  block: BlockAddress,
  from: number,
  to: number,
  steps: number,
  sampling?: Sampling,
): void {
  const { constantsAt, stateAt, totalsAt, rowCount, perRow } = block;
  const count = rowCount * perRow;
  const sampleSteps = sampling?.steps ?? 0;
  if (sampling && (tileSteps % sampleSteps !== 0 || steps % sampleSteps !== 0)) {
    throw new RangeError(`Samples every ${sampleSteps} steps fit neither ${tileSteps} steps nor ${steps}.`);
  }
  const samplesAt = sampling?.at ?? 0;
  advance(constantsAt, stateAt, totalsAt, count, perRow, from, to, steps, scratchAt, sampleSteps, samplesAt);
}

/** Derives the constants of a block's rows, to be done before it is stepped by `steps`. */
export function writeConstants(block: FleetBlock, memory: FleetMemory, steps: number): void {
  const count = block.rows.step_s.length;
  const target = new Float64Array(memory.buffer, block.constantsAt, count * rowConstants);
  writeRows(block.rows, 0, count, steps, target);
}

/**
 * The make behind the common interface, for columns that lie anywhere: they are copied in and out, which costs
 * little over many steps. Each call begins at the memory's start again, so nothing else may live there.
 */
export function wasmFleet(name: WasmName, advance: FleetAdvance, memory: FleetMemory): FleetKernel {
  return {
    name,
    advance(rows, state, totals, from, to, steps) {
      const perRow = state.cosine.length / rows.step_s.length;
      const arena = new Arena(memory);
      const scratchAt = arena.take(scratchBytes);
      const block = layBlock(arena, to - from, perRow);
      const satellites = [from * perRow, to * perRow] as const;
      for (const column of rowColumns) block.rows[column].set(rows[column].subarray(from, to));
      for (const column of stateColumns) block.state[column].set(state[column].subarray(...satellites));
      for (const column of totalColumns) block.totals[column].set(totals[column].subarray(...satellites));
      writeConstants(block, memory, steps);
      stepBlock(advance, scratchAt, addressOf(block), 0, to - from, steps);
      for (const column of stateColumns) state[column].set(block.state[column], satellites[0]);
      for (const column of totalColumns) totals[column].set(block.totals[column], satellites[0]);
    },
  };
}

/** The fleet at one moment, summed over its satellites: powers are means over the sample's steps. */
export interface FleetSample {
  sunlit: number;
  array_W: number;
  chips_W: number;
  heldByPower_W: number;
  heldByHeat_W: number;
  work_FLOPperS: number;
  stored_J: number;
  radiator_K: number;
  /** Hottest junction, and least share of the usable energy stored, of any satellite. */
  junction_K: number;
  leastStored: number;
}

/** Reads samples that shards have left one after the other, added up in their order. */
export function readSamples(memory: FleetMemory, at: number, shards: number, count: number): FleetSample[] {
  const sums = new Float64Array(memory.buffer, at, (shards * count * sampleBytes) / 8);
  const extremes = new Float32Array(memory.buffer, at, (shards * count * sampleBytes) / 4);
  return Array.from({ length: count }, (_, sample) => {
    const sum = (index: number): number => {
      let total = 0;
      for (let shard = 0; shard < shards; shard++) {
        const place = ((shard * count + sample) * sampleBytes) / 8 + 2 * index;
        total += sums[place]! + sums[place + 1]!;
      }
      return total;
    };
    const most = (index: number): number => {
      let found = -Infinity;
      for (let shard = 0; shard < shards; shard++) {
        const place = ((shard * count + sample) * sampleBytes) / 4 + 32 + 4 * index;
        for (let lane = 0; lane < 4; lane++) found = Math.max(found, extremes[place + lane]!);
      }
      return found;
    };
    return {
      sunlit: sum(0),
      array_W: sum(1),
      chips_W: sum(2),
      heldByPower_W: sum(3),
      heldByHeat_W: sum(4),
      work_FLOPperS: sum(5),
      stored_J: sum(6),
      radiator_K: sum(7),
      junction_K: most(0),
      leastStored: Math.max(0, -most(1)),
    };
  });
}

/** Makes room for samples ready to be added to: no sums, no extremes. */
export function emptySamples(memory: FleetMemory, at: number, shards: number, count: number): void {
  const floats = new Float32Array(memory.buffer, at, (shards * count * sampleBytes) / 4);
  for (let sample = 0; sample < shards * count; sample++) {
    const place = (sample * sampleBytes) / 4;
    floats.fill(0, place, place + 32);
    floats.fill(-Infinity, place + 32, place + 40);
  }
}
