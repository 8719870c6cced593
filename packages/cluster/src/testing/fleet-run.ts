import { createHash } from 'node:crypto';
import { rowColumns, stateColumns, totalColumns } from '@kardashev/kernels/fleet/kernel.ts';
import { type Row, rowAt, start } from '@kardashev/kernels/fleet/testing.ts';
import type { FleetSample } from '@kardashev/kernels/fleet/wasm.ts';
import { loadFleet } from '../fleet-module.ts';
import { FleetPool } from '../fleet-pool.ts';

/** A run of the strict fleet step, for its tests: by itself it prints the digest of what narrow vectors leave. */
export const rows: Row[] = Array.from({ length: 40 }, (_, index) => ({ ...rowAt(index / 30), step_s: 10 }));
export const perRow = 1001;

export interface FleetRun {
  /** SHA-256 over state and totals. */
  readonly digest: string;
  readonly samples: readonly FleetSample[];
}

/** An hour by samples and a stretch without, in so many threads. */
export async function runFleet(threads: number, wide: boolean): Promise<FleetRun> {
  const module = loadFleet('wasm-strict', { wide });
  if (module === undefined) throw new Error('The strict module is not valid here.');
  const pool = new FleetPool(module, threads);
  try {
    const begun = start(rows, perRow, (2 * Math.PI) / perRow);
    const block = pool.lay(rows.length, perRow);
    for (const name of rowColumns) block.rows[name].set(begun.rows[name]);
    for (const name of stateColumns) block.state[name].set(begun.state[name]);
    const samples = await pool.sample(360, 6);
    await pool.advance(100);
    const hash = createHash('sha256');
    // What is asked of satellites is given, not left.
    for (const name of stateColumns) if (name !== 'load') hash.update(block.state[name]);
    for (const name of totalColumns) hash.update(block.totals[name]);
    return { digest: hash.digest('hex'), samples };
  } finally {
    await pool.close();
  }
}

if (import.meta.main) console.log((await runFleet(1, false)).digest);
