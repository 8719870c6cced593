import type { Stepper } from '@kardashev/model/engine/day/run-day.ts';
import { loadFleet } from './fleet-module.ts';
import { FleetPool } from './fleet-pool.ts';

/** A fleet's day in threads of its own: the strict kernel, so that the result is the same whatever their number. */
export interface DayThreads extends Stepper {
  close(): Promise<void>;
}

/** Minutes of `steps` steps each. */
export function dayThreads(threads: number, steps: number): DayThreads {
  const module = loadFleet('wasm-strict');
  if (module === undefined)
    throw new Error('The strict module of the fleet step is valid on any machine with SIMD.');
  const pool = new FleetPool(module, threads);
  return {
    lay: (rows, perRow) => pool.lay(rows, perRow),
    step: (changed) => pool.advance(steps, !changed),
    close: () => pool.close(),
  };
}
