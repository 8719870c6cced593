import { describe, expect, it } from 'vitest';
import { allReduce_s } from './exchanges.ts';
import { fits, layoutMemory_B } from './layout.ts';
import { matrix_s } from './products.ts';
import { type AcceleratorSystem, type Layout, plainLayout, stepTime } from './step-time.ts';
import { denseGpt, megatronIteration_FLOP, shapeParameters } from './transformer.ts';

/** A part that reaches its datasheet: then a step can be worked out by hand. */
const ideal: AcceleratorSystem = {
  peak_FLOPperS: 1e15,
  peak16_FLOPperS: 1e15,
  activation_B: 2,
  memory_B: 1e12,
  memoryRate_BperS: Infinity,
  domain: 8,
  scaleUp_BperS: Infinity,
  scaleOut_BperS: Infinity,
  matrixShare: 1,
  matrixHalf: 0,
  memoryShare: 1,
  attentionShare: 1,
  linkShare: 1,
  linkDelay_s: 0,
  layerOverhead_s: 0,
  hostTime_s: 0,
  readShare: 1,
  decodeOverhead_s: 0,
};
const layout: Layout = { ...plainLayout, globalBatch: 8, recompute: 'full' };
const memory = { usableMemory: 0.9, trainingState_B: 18, checkpointState_B: 14 };
const gpt = denseGpt({ layers: 32, hidden: 4096, heads: 32, vocabulary: 51_200, sequence: 2048 });

describe('step time', () => {
  it('is the published FLOP count over peak on a part that reaches its datasheet', () => {
    const time = stepTime(gpt, ideal, layout);
    expect(time.iteration_s).toBeCloseTo(megatronIteration_FLOP(gpt, 8, 4) / 1e15, 9);
    const kept = stepTime(gpt, ideal, { ...layout, recompute: 'none' });
    expect(kept.iteration_s).toBeCloseTo(megatronIteration_FLOP(gpt, 8, 3) / 1e15, 9);
  });

  it('adds the bubble of (stages − 1) micro-batches, less with interleaving', () => {
    const plain = stepTime(gpt, ideal, { ...layout, pipeline: 4 });
    const woven = stepTime(gpt, ideal, { ...layout, pipeline: 4, interleave: 2 });
    expect(plain.bubble_s / (plain.iteration_s - plain.bubble_s)).toBeCloseTo(3 / 8, 9);
    expect(woven.bubble_s).toBeCloseTo(plain.bubble_s / 2, 12);
  });

  it('never beats peak, for any shape of product', () => {
    const part = { ...ideal, matrixShare: 0.9, matrixHalf: 300 };
    for (const n of [64, 1024, 16_384]) expect(matrix_s(part, n, n, n)).toBeGreaterThan((2 * n ** 3) / 1e15);
  });

  it('sends 2(n − 1)/n of the bytes round a ring', () => {
    expect(allReduce_s(1e9, 8, 1e11)).toBeCloseTo(0.0175, 12);
    expect(allReduce_s(1e9, 1, 1e11)).toBe(0);
  });

  it('needs memory that recomputation and sharding save', () => {
    const kept = layoutMemory_B(gpt, ideal, { ...layout, recompute: 'none' }, memory);
    const full = layoutMemory_B(gpt, ideal, layout, memory);
    const sharded = layoutMemory_B(
      gpt,
      ideal,
      { ...layout, data: 64, globalBatch: 512, shardedOptimiser: true },
      memory,
    );
    const eightBits = layoutMemory_B(
      gpt,
      { ...ideal, activation_B: 1 },
      { ...layout, recompute: 'none' },
      memory,
    );
    expect(full).toBeLessThan(kept);
    expect(eightBits).toBeLessThan(kept);
    expect(sharded).toBeLessThan(full);
    expect(fits(gpt, { ...ideal, memory_B: 16 * gpt.parameters }, layout, memory)).toBe(false);
  });

  it('holds no more micro-batches at once than there are, chunks by turns or not', () => {
    const staged = { ...layout, recompute: 'none', pipeline: 4, globalBatch: 4 } as const;
    const plain = layoutMemory_B(gpt, ideal, staged, memory);
    expect(layoutMemory_B(gpt, ideal, { ...staged, interleave: 2 }, memory)).toBe(plain);
    const many = { ...staged, globalBatch: 64 };
    expect(layoutMemory_B(gpt, ideal, { ...many, interleave: 2 }, memory)).toBeGreaterThan(
      layoutMemory_B(gpt, ideal, many, memory),
    );
  });

  it('counts the parameters of a dense shape to 1 %', () => {
    expect(shapeParameters(gpt) / gpt.parameters).toBeCloseTo(1, 2);
  });
});
