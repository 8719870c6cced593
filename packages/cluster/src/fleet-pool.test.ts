import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { totalColumns } from '@kardashev/kernels/fleet/kernel.ts';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { start } from '@kardashev/kernels/fleet/testing.ts';
import type { FleetSample } from '@kardashev/kernels/fleet/wasm.ts';
import { describe, expect, it } from 'vitest';
import { perRow, rows, runFleet } from './testing/fleet-run.ts';

/** What another machine found. */
const digest = '83f99f0c9f839da5898d25431c6a0c08efaaa85107ba0493df2527cc03b23ecb';
const run = (threads: number) => runFleet(threads, true);

describe('the fleet in threads', () => {
  it('leaves the same bytes with one, two and three, on any machine', async () => {
    const results = [await run(1), await run(2), await run(3)];
    expect(new Set(results.map(({ digest }) => digest)).size).toBe(1);
    expect(results[1]!.samples).toEqual(results[0]!.samples);
    expect(results[2]!.samples).toEqual(results[0]!.samples);
    expect(results[0]!.digest).toBe(digest);
  });

  it('leaves the same bytes without the wide vectors', () => {
    // The switch holds for a whole process, so that takes another one.
    const script = fileURLToPath(new URL('./testing/fleet-run.ts', import.meta.url));
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim()).toBe(digest);
  });

  it('samples what the reference finds', async () => {
    const { samples } = await run(2);
    const begun = start(rows, 5, (2 * Math.PI) / 5);
    referenceFleet.advance(begun.rows, begun.state, begun.totals, 0, rows.length, 360);
    expect(samples).toHaveLength(60);
    const mean = (of: (sample: FleetSample) => number): number =>
      samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length / (rows.length * perRow);
    const exact = (name: (typeof totalColumns)[number]): number =>
      begun.totals[name].reduce((sum, value) => sum + value, 0) / (rows.length * 5) / 3600;
    // A thousand satellites a plane against five.
    expect(mean((sample) => sample.sunlit) / exact('sunlit_s')).toBeCloseTo(1, 1);
    expect(mean((sample) => sample.array_W) / exact('array_J')).toBeCloseTo(1, 1);
    expect(mean((sample) => sample.chips_W) / exact('chips_J')).toBeCloseTo(1, 1);
    expect(mean((sample) => sample.radiator_K) / exact('radiator_Ks')).toBeCloseTo(1, 1);
    const asked = mean((sample) => sample.chips_W + sample.heldByPower_W + sample.heldByHeat_W);
    expect(asked / 100e3).toBeCloseTo(1, 5);
    for (const { junction_K, leastStored } of samples) {
      expect(junction_K).toBeLessThan(379);
      expect(leastStored).toBeGreaterThanOrEqual(0);
      expect(leastStored).toBeLessThanOrEqual(1);
    }
  });
});
