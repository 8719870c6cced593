import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { constantsOf } from './cases/accelerator-constants.ts';
import { meanAbsolute, readMeasured, vTrainError } from './cases/published-training.ts';

const data = process.env.KARDASHEV_DATA ?? join(import.meta.dirname, '../../shared/data');
const file = join(data, 'training/vtrain-a100-multi-node.csv');

describe.skipIf(!existsSync(file))('iterations measured by vTrain on 64 nodes of A100', () => {
  it('are met to 10 % in the mean, with the constants of the catalogue', () => {
    const errors = readMeasured(readFileSync(file, 'utf8')).map((row) =>
      vTrainError(row, constantsOf('a100-80')),
    );
    expect(errors).toHaveLength(55);
    expect(meanAbsolute(errors)).toBeLessThan(0.1);
  });
});
