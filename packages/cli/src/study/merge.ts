import { joined, Sampler } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows, Shard } from '@kardashev/model/study/monte-carlo/study.ts';
import { readShards, shardsIn } from '@kardashev/store/study/shard-file.ts';
import { openStudy, type StudyFolder, studiesBelow } from '@kardashev/store/study/study-folder.ts';
import { BadInput, need } from '../stop.ts';
import type { FinishedStudy } from './carry-out.ts';

/** Puts the shards below a folder together: of one study, without gaps, wherever each was computed. */
export async function merged(path: string): Promise<FinishedStudy> {
  const folders = studiesBelow(path).map((folder) => need(openStudy(folder)));
  const first = folders[0] ?? need(openStudy(path));
  const other = folders.find(({ id }) => id !== first.id);
  if (other) throw new BadInput([mixed(path, first, other)]);
  const parts: Rows[] = [];
  for (const folder of folders) parts.push(...(await readShards(folder.path, shardsIn(folder.path))));
  const gap = gapIn(parts);
  if (gap) throw new BadInput([missing(path, gap)]);
  const sampler = need(Sampler.of(first.study));
  return { folder: first, sampler, rows: joined(parts), computed: 0, wall_s: 0, samplesPerSecond: 0 };
}

/** First stretch that no shard covers; all of it where there is no shard. */
function gapIn(parts: readonly Shard[]): Shard | undefined {
  let end = 0;
  for (const { from, to } of [...parts].sort((left, right) => left.from - right.from)) {
    if (from > end) return { from: end, to: from };
    end = Math.max(end, to);
  }
  return end === 0 ? { from: 0, to: 1 } : undefined;
}

const missing = (path: string, { from, to }: Shard) => ({
  code: 'study/missing-shards',
  message: `Samples ${from} to ${to - 1} are missing below ${path}.`,
  at: { file: path },
  cause: 'A part was not computed, or its folder was not copied here.',
  fix: 'Compute the part with --shard i/n, copy its folder here, and merge again.',
});

const mixed = (path: string, first: StudyFolder, other: StudyFolder) => ({
  code: 'study/mixed',
  message: `Two studies lie below ${path}.`,
  at: { file: path },
  cause: `${first.path} and ${other.path} differ in plan, seed, sampling or code.`,
  fix: 'Name the folder of one of them.',
});
