import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuns } from '@kardashev/model/compute/train/csv-rows.ts';
import { describe, expect, it } from 'vitest';
import { meanAbsolute, measuredError } from './cases/published-training.ts';

const data = process.env.KARDASHEV_DATA ?? join(import.meta.dirname, '../../shared/data');
const fileOf = (name: string) => join(data, `training/vtrain-a100-${name}.csv`);

function errorsOn(name: string, recompute?: 'none'): number[] {
  const file = fileOf(name);
  const table = readRuns(readFileSync(file, 'utf8'), file);
  if (!table.ok) throw new Error(table.faults[0]?.message);
  return table.value.rows.map((row) => measuredError(row, 'vTrain', {}, recompute));
}

describe.skipIf(!existsSync(fileOf('multi-node')))('iterations measured by vTrain on A100', () => {
  it('are met to 10 % in the mean on many nodes (Calculon: 15.3 %)', () => {
    const errors = errorsOn('multi-node');
    expect(errors).toHaveLength(55);
    expect(meanAbsolute(errors)).toBeLessThan(0.1);
  });

  it('are met to 10 % in the mean on one node, where nothing is recomputed', () => {
    const errors = errorsOn('single-node', 'none');
    expect(errors).toHaveLength(720);
    expect(meanAbsolute(errors)).toBeLessThan(0.1);
  });
});
