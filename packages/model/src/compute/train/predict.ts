import { type Blank, bestFilling, fits, layoutMemory_B, type TrainingMemory } from '../layout.ts';
import type { Habits, Machine } from '../machine/machine.ts';
import { type Layout, plainLayout, type StepTime, stepTime } from '../step-time.ts';
import { denseGpt, type Transformer } from '../transformer.ts';
import type { RunRow } from './csv-rows.ts';

/** A run with what was left blank chosen, its step time, and the memory it takes. */
export interface Prediction {
  readonly model: Transformer;
  readonly layout: Layout;
  readonly time: StepTime;
  readonly memory_B: number;
  readonly feasible: boolean;
}

/**
 * Predicts one split. Blanks take the fastest that fits; where nothing does, the smallest filling, marked as
 * infeasible.
 */
export function predict(
  model: Transformer,
  machine: Pick<Machine, 'system'>,
  base: Layout,
  memory: TrainingMemory,
  blank: Blank,
): Prediction {
  const { system } = machine;
  const best = bestFilling(model, system, base, memory, blank);
  const layout = best?.layout ?? base;
  return {
    model,
    layout,
    time: best?.time ?? stepTime(model, system, layout),
    memory_B: layoutMemory_B(model, system, layout, memory),
    feasible: best !== undefined || fits(model, system, layout, memory),
  };
}

/** Predicts one row of a file: a dense GPT, trained as is usual on the machine unless `asked` otherwise. */
export function predictRow(
  row: RunRow,
  machine: Pick<Machine, 'system' | 'habits'>,
  memory: TrainingMemory,
  asked: Partial<Habits> = {},
): Prediction {
  const { hidden, heads, layers, sequence, vocabulary } = row;
  const model = denseGpt({ layers, hidden, heads, vocabulary, sequence });
  const base: Layout = {
    ...plainLayout,
    ...machine.habits,
    ...asked,
    ...(row.recompute === undefined ? {} : { recompute: row.recompute }),
    tensor: row.tensor,
    pipeline: row.pipeline,
    data: row.data,
    globalBatch: row.globalBatch,
    microBatch: row.microBatch ?? 1,
    interleave: row.interleave ?? 1,
  };
  return predict(model, machine, base, memory, {
    microBatch: row.microBatch === undefined,
    interleave: row.anySchedule,
  });
}
