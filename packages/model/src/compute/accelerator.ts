import { secondsPerYear } from '../time/calendar.ts';
import type { AcceleratorEntry, ComputeSection } from './schema.ts';
import type { AcceleratorSystem } from './step-time.ts';

const monthsPerYear = 12;

export type Precision = 'bf16' | 'fp8' | 'fp4';

const bytesOf = { bf16: 2, fp8: 1, fp4: 0.5 } as const;

/** An accelerator as it enters service in a certain month. */
export interface Generation {
  readonly name: string;
  readonly power_W: number;
  /** Dense bf16: the yardstick of installed work. */
  readonly peak_FLOPperS: number;
  readonly peakFp8_FLOPperS: number;
  readonly peakFp4_FLOPperS: number;
  /** The system with its bf16 peak. */
  readonly system: AcceleratorSystem;
}

/**
 * The accelerator as step-time models see it, in one precision. What is lost at the edges of a product is lost time:
 * where arithmetic is faster, the dimension that loses half of it is larger.
 */
export function systemOf(generation: Generation, precision: Precision): AcceleratorSystem {
  const { system, peak_FLOPperS } = generation;
  const peaks = { bf16: peak_FLOPperS, fp8: generation.peakFp8_FLOPperS, fp4: generation.peakFp4_FLOPperS };
  const peak = peaks[precision];
  return {
    ...system,
    peak_FLOPperS: peak,
    activation_B: bytesOf[precision],
    matrixHalf: (system.matrixHalf * peak) / peak_FLOPperS,
  };
}

export function generationOf(entry: AcceleratorEntry): Generation {
  return {
    name: entry.name,
    power_W: entry.power_W,
    peak_FLOPperS: entry.peak_FLOPperS,
    peakFp8_FLOPperS: entry.peakFp8_FLOPperS,
    peakFp4_FLOPperS: entry.peakFp4_FLOPperS,
    system: { ...entry, peak16_FLOPperS: entry.peak_FLOPperS, activation_B: bytesOf.bf16 },
  };
}

/**
 * The accelerator that units entering service in `month` (months since 2026-01) carry: the newest that the plan
 * lists by then, and after the newest of all one of its power with peak, memory and links grown at the plan's
 * rates. Before the first of the list: the first.
 */
export function generationAt(
  entries: readonly AcceleratorEntry[],
  growth: Pick<ComputeSection, 'improvement_perS' | 'memoryImprovement_perS'>,
  month: number,
): Generation {
  const sorted = [...entries].sort((left, right) => left.from - right.from);
  const first = sorted[0] as AcceleratorEntry;
  const entry = sorted.findLast((candidate) => candidate.from <= month) ?? first;
  const newest = sorted.at(-1) as AcceleratorEntry;
  if (entry !== newest || month <= newest.from) return generationOf(entry);
  const later_s = ((month - newest.from) / monthsPerYear) * secondsPerYear;
  return grown(
    generationOf(newest),
    Math.exp(growth.improvement_perS * later_s),
    Math.exp(growth.memoryImprovement_perS * later_s),
  );
}

function grown(generation: Generation, peak: number, memory: number): Generation {
  const { system } = generation;
  return {
    ...generation,
    peak_FLOPperS: generation.peak_FLOPperS * peak,
    peakFp8_FLOPperS: generation.peakFp8_FLOPperS * peak,
    peakFp4_FLOPperS: generation.peakFp4_FLOPperS * peak,
    system: {
      ...system,
      peak_FLOPperS: system.peak_FLOPperS * peak,
      peak16_FLOPperS: system.peak16_FLOPperS * peak,
      memory_B: system.memory_B * memory,
      memoryRate_BperS: system.memoryRate_BperS * memory,
      scaleUp_BperS: system.scaleUp_BperS * memory,
      scaleOut_BperS: system.scaleOut_BperS * memory,
    },
  };
}
