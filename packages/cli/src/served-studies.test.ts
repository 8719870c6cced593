import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { studyListSchema, studySchema } from '@kardashev/contracts/study.ts';
import { emptyRows } from '@kardashev/model/study/monte-carlo/sampler.ts';
import { seriesWidth } from '@kardashev/model/study/monte-carlo/series.ts';
import type { Shard } from '@kardashev/model/study/monte-carlo/study.ts';
import { shardFile, shardsIn, writeShard } from '@kardashev/store/study/shard-file.ts';
import { makeStudy } from '@kardashev/store/study/study-folder.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPlan } from './plan-input.ts';
import { servedStudies } from './served-studies.ts';
import { need } from './stop.ts';
import { smallPlan } from './testing/command.ts';

let runs: string;

beforeAll(async () => {
  runs = mkdtempSync(join(tmpdir(), 'studies-'));
  const plan = { ...need(loadPlan(smallPlan, [], new Map())), to: 23 };
  const path = join(runs, 'studies', 'small-0123');
  makeStudy(path, {
    id: '0123',
    code: 'code',
    study: {
      plan,
      seed: 5,
      sampling: 'sobol',
      samples: 96,
      leading: [],
      correlations: [],
      held: [],
      expanded: [],
      passes: 'own',
    },
  });
  for (const from of [0, 64]) {
    const rows = emptyRows({ from, to: from + 32 }, seriesWidth(plan));
    for (let row = 0; row < 32; row++) {
      rows.series[row * seriesWidth(plan)] = row;
      rows.verdicts.fill(row < 8 ? 2 : 1, row * (rows.verdicts.length / 32));
    }
    await writeShard(path, rows);
  }
});
afterAll(() => rmSync(runs, { recursive: true }));

it('tells of a study as far as its samples go without a gap', async () => {
  const studies = servedStudies(runs);
  const list = studyListSchema.parse({ studies: await studies.list() }).studies;
  expect(list).toMatchObject([
    { study: 'small-0123', plan: 'small', samples: 32, asked: 96, differences: null },
  ]);
  const study = studySchema.parse(await studies.study('small-0123'));
  expect(study).toMatchObject({ from: '2026-01', to: '2027-12', samples: 32 });
  expect(study.fans.satellites).toMatchObject({ unit: '1', years: [2026, 2027], p50: [15.5, null] });
  expect(study.claims['launch-hourly']?.holds_share).toBe(0.25);
});

it('knows no study of another name, and none of the plan of a run that is not there', async () => {
  const studies = servedStudies(runs);
  expect(await studies.study('small-4567')).toBeUndefined();
  expect(await studies.list('no-run')).toEqual([]);
  expect(await servedStudies(join(runs, 'elsewhere')).list()).toEqual([]);
});

it('leaves out a study whose rows an earlier version wrote', async () => {
  const path = join(runs, 'studies', 'small-old');
  cpSync(join(runs, 'studies', 'small-0123'), path, { recursive: true });
  const [shard] = shardsIn(path);
  writeFileSync(shardFile(path, shard as Shard), 'of other columns');
  const studies = servedStudies(runs);
  expect((await studies.list()).map(({ study }) => study)).toEqual(['small-0123']);
  expect(await studies.study('small-old')).toBeUndefined();
});
