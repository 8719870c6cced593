import { describe, expect, it } from 'vitest';
import { plainPart } from '../../testing/compute.ts';
import { secondsPerYear } from '../time/calendar.ts';
import { generationAt, systemOf } from './accelerator.ts';
import type { AcceleratorEntry } from './schema.ts';

const part = (name: string, from: number, peak_FLOPperS: number): AcceleratorEntry => ({
  ...plainPart,
  name,
  from,
  peak_FLOPperS,
  peakFp8_FLOPperS: 2 * peak_FLOPperS,
  power_W: 700,
});
const parts = [part('new', 12, 4e15), part('old', -12, 1e15)];
const growth = { improvement_perS: Math.log(2) / secondsPerYear, memoryImprovement_perS: 0 };

describe('generations of accelerators', () => {
  it('gives a unit the newest part of its month of entry, whatever the order of the list', () => {
    expect(generationAt(parts, growth, 11).name).toBe('old');
    expect(generationAt(parts, growth, 12).name).toBe('new');
    expect(generationAt(parts, growth, 12).peak_FLOPperS).toBe(4e15);
  });

  it('gives the oldest to units that entered before any of them', () => {
    expect(generationAt(parts, growth, -100).name).toBe('old');
  });

  it('grows beyond the newest at the stated rates, at the same power', () => {
    const later = generationAt(parts, growth, 24);
    expect(later.peak_FLOPperS / 8e15).toBeCloseTo(1, 12);
    expect(later.power_W).toBe(700);
    expect(later.system.memoryRate_BperS).toBe(3e12);
  });

  it('knows the peak of the format asked for', () => {
    const generation = generationAt(parts, growth, 0);
    expect(systemOf(generation, 'bf16').peak_FLOPperS).toBe(1e15);
    expect(systemOf(generation, 'fp8').peak_FLOPperS).toBe(2e15);
  });
});
