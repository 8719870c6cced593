import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyRows } from '@kardashev/model/study/monte-carlo/sampler.ts';
import { yearlySeries } from '@kardashev/model/study/monte-carlo/series.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from '../make-folder.ts';
import { readShards, shardsIn, writeShard } from './shard-file.ts';
import { shardsFolder } from './study-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shards-'));
  makeFolder(shardsFolder(folder));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([0, 3])('a shard comes back bit by bit, with series of %i Decembers', async (years) => {
  const rows = emptyRows({ from: 32, to: 34 }, years * yearlySeries.length);
  rows.numbers[0] = 0.1 + 0.2;
  rows.series.forEach((_, place) => {
    rows.series[place] = place % 5 === 0 ? Number.NaN : place / 3;
  });
  rows.series[1] = Number.POSITIVE_INFINITY;
  rows.faults[1] = 'plan/shape';
  await writeShard(folder, rows);
  const [read] = await readShards(folder, shardsIn(folder));
  expect(read).toEqual(rows);
});
