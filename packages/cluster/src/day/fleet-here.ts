import { Arena, type FleetBlock, layBlock } from '@kardashev/kernels/fleet/arena.ts';
import { addressOf, stepBlock, writeConstants } from '@kardashev/kernels/fleet/wasm.ts';
import { scratchBytes } from '@kardashev/kernels/fleet/wasm-layout.ts';
import type { Stepper } from '@kardashev/model/engine/day/run-day.ts';
import { fleetMemory, instantiateFleet, loadFleet } from '../fleet-module.ts';

/** The strict kernel in the thread that asks, `steps` steps at a time: bit by bit what `dayThreads` leaves. */
export function fleetHere(steps: number): Stepper {
  const module = loadFleet('wasm-strict');
  if (module === undefined)
    throw new Error('The strict module of the fleet step is valid on any machine with SIMD.');
  const memory = fleetMemory();
  const advance = instantiateFleet(module, memory);
  const arena = new Arena(memory);
  const scratchAt = arena.take(scratchBytes);
  const blocks: FleetBlock[] = [];
  return {
    lay(rows, perRow) {
      const block = layBlock(arena, rows, perRow);
      blocks.push(block);
      return block;
    },
    async step(changed) {
      for (const block of blocks) {
        if (changed) writeConstants(block, memory, steps);
        stepBlock(advance, scratchAt, addressOf(block), 0, block.rows.step_s.length, steps);
      }
    },
  };
}
