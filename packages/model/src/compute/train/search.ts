import { fits, interleavingsOf, microBatchesOf, type TrainingMemory } from '../layout.ts';
import type { Machine } from '../machine/machine.ts';
import { type Layout, plainLayout, type Recompute, type StepTime, stepTime } from '../step-time.ts';
import { routedExperts, type Transformer } from '../transformer.ts';

export interface Found {
  readonly layout: Layout;
  readonly time: StepTime;
}

export interface SearchResult {
  /** The fastest first. */
  readonly best: readonly Found[];
  /** Splits that divide, all of them looked at; and those of them that fit into memory. */
  readonly configurations: number;
  readonly feasible: number;
}

/** What may vary, and what may not. */
export interface SearchSpace {
  readonly accelerators: number;
  readonly globalBatch: number;
  readonly recompute: readonly Recompute[];
  /** Ways to save memory that may be tried both with and without. */
  readonly sequenceParallel: readonly boolean[];
  readonly shardedOptimiser: readonly boolean[];
  /** Long sequences may be split too, over at most so many. */
  readonly mostContext: number;
}

const kept = 10;

/** Looks at every split of a model over a machine that divides, and keeps the fastest that fit. */
export function searchSplits(
  model: Transformer,
  machine: Pick<Machine, 'system' | 'habits'>,
  space: SearchSpace,
  memory: TrainingMemory,
): SearchResult {
  const best: Found[] = [];
  let configurations = 0;
  let feasible = 0;
  for (const layout of layouts(model, machine, space)) {
    configurations++;
    if (!fits(model, machine.system, layout, memory)) continue;
    feasible++;
    const time = stepTime(model, machine.system, layout);
    if (best.length < kept || time.iteration_s < best[kept - 1]!.time.iteration_s)
      insert(best, { layout, time });
  }
  return { best, configurations, feasible };
}

function insert(best: Found[], found: Found): void {
  const place = best.findIndex(({ time }) => found.time.iteration_s < time.iteration_s);
  best.splice(place < 0 ? best.length : place, 0, found);
  if (best.length > kept) best.pop();
}

/** Every split that divides: tensor, pipeline, context, data, experts, then what fills it. */
export function* layouts(
  model: Transformer,
  { system, habits }: Pick<Machine, 'system' | 'habits'>,
  space: SearchSpace,
): Generator<Layout> {
  const { accelerators, globalBatch } = space;
  for (const tensor of divisors(model.heads)) {
    if (tensor > system.domain || accelerators % tensor !== 0) continue;
    for (const pipeline of divisors(model.layers)) {
      if (accelerators % (tensor * pipeline) !== 0) continue;
      for (const context of powersOfTwo(space.mostContext)) {
        const data = accelerators / (tensor * pipeline * context);
        if (!Number.isInteger(data) || globalBatch % data !== 0) continue;
        for (const expert of expertSplits(model, data * context)) {
          const split = { ...plainLayout, ...habits, tensor, pipeline, context, data, expert, globalBatch };
          yield* fillings(model, split, space);
        }
      }
    }
  }
}

/** Micro-batches, chunks, and every way to save memory that has an effect on the split. */
function* fillings(model: Transformer, split: Layout, space: SearchSpace): Generator<Layout> {
  const sequence = split.tensor > 1 ? space.sequenceParallel : space.sequenceParallel.slice(0, 1);
  const sharded =
    split.data * split.context > 1 ? space.shardedOptimiser : space.shardedOptimiser.slice(0, 1);
  // Fused attention keeps no scores: to compute them again saves nothing.
  const useful = space.recompute.filter((what) => what !== 'selective' || !split.fusedAttention);
  const again = useful.length > 0 ? useful : space.recompute;
  for (const microBatch of microBatchesOf(split)) {
    const filled = { ...split, microBatch };
    for (const interleave of interleavingsOf(model, filled)) {
      for (const recompute of again) {
        for (const sequenceParallel of sequence) {
          for (const shardedOptimiser of sharded) {
            yield { ...filled, interleave, recompute, sequenceParallel, shardedOptimiser };
          }
        }
      }
    }
  }
}

function divisors(value: number): number[] {
  return Array.from({ length: value }, (_, index) => index + 1).filter(
    (candidate) => value % candidate === 0,
  );
}

function powersOfTwo(most: number): number[] {
  const found = [1];
  while (found.at(-1)! * 2 <= most) found.push(found.at(-1)! * 2);
  return found;
}

/** One set of experts over powers of two of the accelerators that have the same layers. */
function expertSplits(model: Transformer, members: number): number[] {
  const { number } = routedExperts(model);
  return powersOfTwo(Math.max(1, number)).filter((split) => members % split === 0);
}
