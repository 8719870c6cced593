import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPart, smallModel } from '../../testing/compute.ts';
import { generationOf } from './accelerator.ts';
import {
  decodeStep_s,
  largestBatch,
  prefillRate_perS,
  tokenRate_perS,
  weightReadFloor_s,
} from './serving.ts';
import type { AcceleratorSystem } from './step-time.ts';

const part: AcceleratorSystem = generationOf(plainPart).system;
const replica = { accelerators: 1, bytesPerWeight: 2, bytesPerCache: 2, usableMemory: 0.9 };
const load = { promptRatio: 3, context: 2000, tokenTime_s: 0.05 };

describe('serving', () => {
  it('never decodes a token faster than the weights can be read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 512 }),
        fc.integer({ min: 1, max: 100_000 }),
        (batch, context) => {
          const floor = weightReadFloor_s(smallModel.parameters * 2, part.memoryRate_BperS, 1);
          expect(decodeStep_s(smallModel, part, replica, batch, context)).toBeGreaterThan(floor);
        },
      ),
    );
  });

  it('fills the batch until time or memory is used up', () => {
    const batch = largestBatch(smallModel, part, replica, load);
    const step_s = decodeStep_s(smallModel, part, replica, batch, load.context);
    const used_B = smallModel.parameters * 2 + batch * load.context * smallModel.cachePerToken * 2;
    const byTime = Math.abs(step_s / load.tokenTime_s - 1) < 1e-9;
    const byMemory = Math.abs(used_B / (part.memory_B * replica.usableMemory) - 1) < 1e-9;
    expect(byTime || byMemory).toBe(true);
    expect(step_s).toBeLessThanOrEqual(load.tokenTime_s * (1 + 1e-9));
  });

  it('gives no tokens when a model is too slow or too big', () => {
    expect(tokenRate_perS(smallModel, part, replica, { ...load, tokenTime_s: 1e-4 })).toBe(0);
    expect(tokenRate_perS(smallModel, { ...part, memory_B: 1e9 }, replica, load)).toBe(0);
  });

  it('reads prompts no faster than arithmetic allows', () => {
    const most = (part.peak_FLOPperS * part.matrixShare) / (2 * smallModel.activeParameters);
    expect(prefillRate_perS(smallModel, part, replica)).toBeCloseTo(most, 3);
    const routed = { ...smallModel, expertsPerToken: 8 };
    expect(prefillRate_perS(routed, part, replica)).toBeLessThan(most);
  });
});
