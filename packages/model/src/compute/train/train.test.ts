import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPart, plainSection, plainSystem, smallModel } from '../../../testing/compute.ts';
import { generationOf } from '../accelerator.ts';
import { fits } from '../layout.ts';
import { machineOf } from '../machine/machine.ts';
import { plainLayout, stepTime } from '../step-time.ts';
import { denseGpt, megatronIteration_FLOP } from '../transformer.ts';
import { iteration_FLOP } from './flops.ts';
import { straggler } from './long-run.ts';
import { searchSplits } from './search.ts';

const machine = machineOf(plainSystem, plainPart, 'bf16');

describe('counts of work', () => {
  it('are those of Megatron-LM for a dense GPT, with and without recomputation', () => {
    const sizes = fc.record({
      layers: fc.integer({ min: 1, max: 128 }),
      heads: fc.integer({ min: 1, max: 128 }),
      sequence: fc.integer({ min: 128, max: 131_072 }),
      vocabulary: fc.integer({ min: 1000, max: 200_000 }),
    });
    fc.assert(
      fc.property(sizes, (shape) => {
        const model = denseGpt({ ...shape, hidden: 128 * shape.heads });
        const count = (recompute: 'none' | 'full') =>
          iteration_FLOP(model, 7, recompute, { work: 'hardware', attention: 'full' });
        expect(count('none') / megatronIteration_FLOP(model, 7, 3)).toBeCloseTo(1, 9);
        expect(count('full') / megatronIteration_FLOP(model, 7, 4)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('halve attention where it is causal, and leave out recomputation where they are of the model', () => {
    const count = (work: 'model' | 'hardware', attention: 'full' | 'causal') =>
      iteration_FLOP(smallModel, 1, 'full', { work, attention });
    expect(count('model', 'causal')).toBeLessThan(count('model', 'full'));
    expect(count('hardware', 'full')).toBeGreaterThan(1.25 * count('model', 'full'));
  });
});

describe('search', () => {
  it('finds nothing that does not fit, and nothing slower than what it leaves out', () => {
    const space = {
      accelerators: 64,
      globalBatch: 256,
      recompute: ['none', 'full'] as const,
      sequenceParallel: [true, false],
      shardedOptimiser: [true, false],
      mostContext: 2,
    };
    const found = searchSplits(smallModel, machine, space, plainSection);
    expect(found.feasible).toBeGreaterThan(100);
    for (const { layout, time } of found.best) {
      expect(fits(smallModel, machine.system, layout, plainSection)).toBe(true);
      expect(layout.tensor * layout.pipeline * layout.context * layout.data).toBe(64);
      expect(stepTime(smallModel, machine.system, layout)).toEqual(time);
    }
    const plain = { ...plainLayout, ...machine.habits, data: 64, globalBatch: 256, microBatch: 4 };
    expect(found.best[0]!.time.iteration_s).toBeLessThanOrEqual(
      stepTime(smallModel, machine.system, plain).iteration_s,
    );
  });
});

describe('step time on a machine', () => {
  it('waits for the host where layers are small, and not where they are large', () => {
    const { system: part } = machineOf(plainSystem, plainPart, 'bf16');
    const slow = { ...part, hostTime_s: 1e-3 };
    const one = { ...plainLayout, ...machine.habits };
    expect(stepTime(smallModel, slow, one).host_s).toBeGreaterThan(0);
    expect(stepTime(smallModel, slow, { ...one, globalBatch: 32, microBatch: 32 }).host_s).toBe(0);
  });

  it('is its parts, whatever the split', () => {
    const powers = fc.integer({ min: 0, max: 3 }).map((power) => 2 ** power);
    fc.assert(
      fc.property(powers, powers, powers, fc.boolean(), (tensor, pipeline, data, overlap) => {
        const split = { ...plainLayout, tensor, pipeline, data, globalBatch: 8 * data, overlap };
        const { iteration_s, ...parts } = stepTime(smallModel, machine.system, split);
        const sum = Object.values(parts).reduce((total, part) => total + part, 0);
        expect(sum / iteration_s).toBeCloseTo(1, 9);
      }),
    );
  });

  it('gains by covering exchanges, and by faster arithmetic less than in proportion', () => {
    const split = { ...plainLayout, ...machine.habits, tensor: 8, globalBatch: 8 };
    const open = stepTime(smallModel, machine.system, { ...split, overlap: false });
    const covered = stepTime(smallModel, machine.system, split);
    expect(covered.iteration_s).toBeLessThan(open.iteration_s);
    const eight = machineOf(plainSystem, plainPart, 'fp8');
    const gain = covered.iteration_s / stepTime(smallModel, eight.system, split).iteration_s;
    expect(gain).toBeGreaterThan(1);
    expect(gain).toBeLessThan(eight.system.peak_FLOPperS / machine.system.peak_FLOPperS);
    expect(generationOf(plainPart).system.peak16_FLOPperS).toBe(eight.system.peak16_FLOPperS);
  });
});

it('waits for the slowest of more accelerators longer', () => {
  expect(straggler(0, 1e6)).toBe(1);
  expect(straggler(0.01, 1e6)).toBeLessThan(straggler(0.01, 100));
  expect(straggler(0.01, 1)).toBe(1);
});
