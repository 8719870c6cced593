import { generationOf, type Precision, systemOf } from '../accelerator.ts';
import type { AcceleratorEntry, SystemEntry } from '../schema.ts';
import type { AcceleratorSystem, Layout } from '../step-time.ts';

/** What training on a machine does unless asked otherwise. */
export type Habits = Pick<
  Layout,
  'recompute' | 'sequenceParallel' | 'fusedAttention' | 'shardedOptimiser' | 'overlap'
>;

/** Accelerators with the fabric that joins them: a node, a rack, a satellite, a cluster of satellites. */
export interface Machine {
  readonly name: string;
  readonly precision: Precision;
  readonly accelerator: AcceleratorEntry;
  /** Accelerators in one of it. */
  readonly accelerators: number;
  readonly system: AcceleratorSystem;
  readonly habits: Habits;
  /** Accelerators that the scale-out fabric joins; beyond them links are slower. */
  readonly group: number;
  readonly far_BperS: number;
  readonly farDelay_s: number;
  /** Draw on its supply for one accelerator at full load, boards and cooling included. */
  readonly supply_W: number;
  readonly hourlyPrice_USD2026perS: number;
}

/** A system of the catalogue or of a file with its accelerator, in one precision. Zeros stand for the accelerator's own. */
export function machineOf(entry: SystemEntry, accelerator: AcceleratorEntry, precision: Precision): Machine {
  const own = systemOf(generationOf(accelerator), precision);
  const scaleOut_BperS = entry.scaleOut_BperS || own.scaleOut_BperS;
  const system = {
    ...own,
    domain: entry.domain || own.domain,
    scaleUp_BperS: entry.scaleUp_BperS || own.scaleUp_BperS,
    scaleOut_BperS,
  };
  const { recompute, sequenceParallel, fusedAttention, shardedOptimiser, overlap } = entry;
  return {
    name: entry.name,
    precision,
    accelerator,
    accelerators: entry.accelerators,
    system,
    habits: { recompute, sequenceParallel, fusedAttention, shardedOptimiser, overlap },
    group: entry.group || Infinity,
    far_BperS: entry.far_BperS || scaleOut_BperS,
    farDelay_s: entry.farDelay_s,
    supply_W: (accelerator.power_W * entry.pue) / (1 - entry.boardShare),
    hourlyPrice_USD2026perS: entry.hourlyPrice_USD2026perS,
  };
}
