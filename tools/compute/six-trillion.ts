import type { Precision } from '@kardashev/model/compute/accelerator.ts';
import { layoutMemory_B } from '@kardashev/model/compute/layout.ts';
import type { Layout } from '@kardashev/model/compute/step-time.ts';
import { type LongRun, longRun } from '@kardashev/model/compute/train/long-run.ts';
import { searchSplits } from '@kardashev/model/compute/train/search.ts';
import { rigOf } from '../../validation/cases/rig.ts';

/** The run of 6 T parameters on a machine, over the best split there is. */

/** Sequences a step: 66 M tokens in sequences of 8,192, in a number that many splits divide. */
export const globalBatch = 8064;
const secondsPerYear = 31_557_600;

export interface Place {
  readonly name: string;
  readonly system: string;
  readonly accelerators: number;
  /** Dose a year behind shielding: silent corruption. */
  readonly dose_Gy: number;
  /** Islands exchange by streaming DiLoCo instead of at each step. */
  readonly streaming: boolean;
}

export const places: readonly Place[] = [
  {
    name: 'one cluster: 81 satellites in formation',
    system: 'cluster',
    accelerators: 5376,
    dose_Gy: 1.5,
    streaming: false,
  },
  {
    name: 'eight clusters over the mesh, gradients at each step',
    system: 'cluster',
    accelerators: 43_008,
    dose_Gy: 1.5,
    streaming: false,
  },
  {
    name: 'eight clusters, streaming DiLoCo',
    system: 'cluster',
    accelerators: 43_008,
    dose_Gy: 1.5,
    streaming: true,
  },
  {
    name: '64 clusters, streaming DiLoCo',
    system: 'cluster',
    accelerators: 344_064,
    dose_Gy: 1.5,
    streaming: true,
  },
  {
    name: 'ground: 1,195 racks of NVL72',
    system: 'nvl72',
    accelerators: 86_016,
    dose_Gy: 0,
    streaming: false,
  },
];

export interface SixTrillion {
  readonly layout: Layout;
  readonly step_s: number;
  readonly run: LongRun;
  readonly power_W: number;
}

/** Null where nothing fits. */
export function sixTrillion(
  place: Place,
  modelName: string,
  tokens: number,
  precision: Precision,
): SixTrillion | null {
  const { machine, models, section } = rigOf(place.system, [modelName], precision);
  const model = models[0]!;
  const space = {
    accelerators: place.accelerators,
    globalBatch,
    recompute: ['none', 'full'] as const,
    sequenceParallel: [true],
    shardedOptimiser: [true],
    mostContext: 1,
  };
  const best = searchSplits(model, machine, space, section).best[0];
  if (best === undefined) return null;
  const memory_B = layoutMemory_B(model, machine.system, best.layout, section);
  const around = {
    tokens,
    powerShare: 1,
    corruption_perS: place.dose_Gy / secondsPerYear / machine.accelerator.corruptionDose_Gy,
    method: place.streaming
      ? { every: 100, fragments: 16, bitsPerParameter: 16, pieces: Infinity, overlapSteps: 1 }
      : { every: 1, fragments: 1, bitsPerParameter: 16, pieces: model.layers, overlapSteps: 0 },
  };
  const run = longRun({ model, ...best, memory_B, feasible: true }, machine, section, around);
  return { layout: best.layout, step_s: run.step_s, run, power_W: place.accelerators * machine.supply_W };
}
