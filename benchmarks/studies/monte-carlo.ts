import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPlan } from '../../packages/cli/src/plan-input.ts';
import { localEngine } from '../../packages/cluster/src/study/local.ts';
import { fillStudy } from '../../packages/cluster/src/study/prepare.ts';
import { runnerIn } from '../../packages/cluster/src/study/runner.ts';
import { studyOf } from '../../packages/model/src/study/monte-carlo/plan-study.ts';
import { type Shard, shardSize } from '../../packages/model/src/study/monte-carlo/study.ts';
import { makeStudy, type StudyFolder } from '../../packages/store/src/study/study-folder.ts';
import { tableStore } from '../../packages/store/src/table-store.ts';

/** Samples of one measurement; what more would take is estimated from them, and said to be. */
const measured = Number(process.env.KARDASHEV_BENCH_SAMPLES ?? 64);
/** What the issue of studies asks for, a second and core. */
const wanted = 200;

/** Peers' rates, and what one evaluation of theirs contains. */
const peers = [
  'a static point model of orbital data centres in Python: 9,400 evaluations a second, one design at one instant, no months',
  'a monthly model of the same: 2,000 trials in all, one fleet without network, work or books',
];

/** Full million-plan samples: 240 months, six subsystems, headlines and claims. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-bench-'));
  try {
    await measure(await folderIn(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function folderIn(path: string): Promise<StudyFolder> {
  const plan = need(loadPlan('plans/million.yaml', [], new Map()));
  const options = { seed: 1, samples: 10_000, sampling: 'sobol', correlations: [], passes: 'own' } as const;
  const study = need(studyOf(plan, options));
  const made = makeStudy(join(path, 'study'), { id: 'bench', code: 'bench', study });
  need(await fillStudy(made, tableStore(join('runs', '.tables')), { workers: availableParallelism() }));
  return made;
}

async function measure(folder: StudyFolder): Promise<void> {
  const runner = runnerIn(folder);
  runner.run({ from: 0, to: 8 });
  const cpu = process.cpuUsage();
  const begin = performance.now();
  runner.run({ from: 8, to: 8 + measured });
  const wall_s = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const busy_s = (user + system) / 1e6;
  say(
    `${(measured / busy_s).toFixed(1)} samples a second and core (wanted ${wanted}); ${(measured / wall_s).toFixed(1)} by the clock`,
  );
  const one = await engineRate(folder, 1, 1000 * shardSize);
  const two = await engineRate(folder, 2, 2000 * shardSize);
  say(
    `from one thread to two: ${(two / one).toFixed(2)} times, on a machine of ${availableParallelism()} cores`,
  );
  say(`10,000 samples on two: ${(10_000 / two / 60).toFixed(1)} minutes, estimated from ${measured}`);
  say(`memory: ${(process.memoryUsage.rss() / 2 ** 30).toFixed(2)} GiB with all threads`);
  for (const peer of peers) say(`beside it, ${peer}`);
}

/** Samples a second through the engine, threads started and Parquet written: all that a study pays. */
async function engineRate(folder: StudyFolder, workers: number, from: number): Promise<number> {
  const count = Math.max(2, Math.ceil(measured / shardSize / 2) * 2);
  const shards = Array.from({ length: count }, (_, index): Shard => {
    const begin = from + index * shardSize;
    return { from: begin, to: begin + shardSize };
  });
  const tasks = shards.map((shard) => ({ folder: folder.path, id: folder.id, code: folder.code, shard }));
  const begin = performance.now();
  await localEngine(workers).run(tasks, { onShard: () => {} });
  const rate = (count * shardSize) / ((performance.now() - begin) / 1000);
  say(`${workers} ${workers === 1 ? 'thread' : 'threads'}: ${rate.toFixed(1)} samples a second`);
  return rate;
}

function need<T>(outcome: { ok: true; value: T } | { ok: false; faults: readonly { message: string }[] }): T {
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  return outcome.value;
}

const say = (line: string): void => console.log(`  ${line}`);
