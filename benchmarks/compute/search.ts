import { performance } from 'node:perf_hooks';
import { type SearchResult, searchSplits } from '@kardashev/model/compute/train/search.ts';
import { rigOf } from '../../validation/cases/rig.ts';

/** Calculon, on one core of the machine on which its issue was written: so many configurations, so long. */
const peer = { configurations: 8112, wall_s: 25.6 };
const rounds = 9;

/**
 * Every split of a 530 B model over growing clusters of A100 until as many configurations as Calculon looked at were
 * evaluated, memory and time of each that fits; median of several rounds.
 */
export async function run(): Promise<void> {
  const { machine, models, section } = rigOf('dgx-a100', ['gpt-530b']);
  const model = models[0]!;
  const search = (accelerators: number): SearchResult =>
    searchSplits(
      model,
      machine,
      {
        accelerators,
        globalBatch: accelerators,
        recompute: ['none', 'selective', 'full'],
        sequenceParallel: [true, false],
        shardedOptimiser: [true, false],
        mostContext: 1,
      },
      section,
    );
  const times: number[] = [];
  let looked = { configurations: 0, feasible: 0, sizes: 0 };
  for (let round = 0; round < rounds; round++) {
    looked = { configurations: 0, feasible: 0, sizes: 0 };
    const start = performance.now();
    for (let nodes = 105; looked.configurations < peer.configurations; nodes += 105) {
      const { configurations, feasible } = search(8 * nodes);
      looked = {
        configurations: looked.configurations + configurations,
        feasible: looked.feasible + feasible,
        sizes: looked.sizes + 1,
      };
    }
    times.push((performance.now() - start) / 1e3);
  }
  times.sort((one, other) => one - other);
  const wall_s = (times[Math.floor(rounds / 2)]! * peer.configurations) / looked.configurations;
  console.log(
    `  530 B: ${looked.configurations} configurations over ${looked.sizes} sizes of cluster, ${looked.feasible} of them fit`,
  );
  console.log(
    `  ${peer.configurations} of them in ${wall_s.toFixed(3)} s; Calculon ${peer.wall_s} s, ratio ${(peer.wall_s / wall_s).toFixed(0)}`,
  );
}
