import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlowProducer, QueueEvents, Worker } from 'bullmq';
import { flowOf } from '../../packages/cluster/src/queue/flow.ts';
import { prefix } from '../../packages/cluster/src/queue/names.ts';
import { linkRedis } from '../../packages/cluster/src/queue/redis-link.ts';
import type { StudyTask } from '../../packages/cluster/src/study/engine.ts';
import { redisProgram, startRedis } from '../../packages/cluster/src/testing/redis-server.ts';
import { emptyRows } from '../../packages/model/src/study/monte-carlo/sampler.ts';
import { shardSize } from '../../packages/model/src/study/monte-carlo/study.ts';
import { makeFolder } from '../../packages/store/src/make-folder.ts';
import { writeShard } from '../../packages/store/src/study/shard-file.ts';

const tasks = 2000;
const files = 50;

/** What a task costs beside its samples: the way through the queue, and its file. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-bench-'));
  try {
    console.log(
      `  a shard's file     ${(await file_ms(folder)).toFixed(1)} ms, ${shardSize} samples as Parquet`,
    );
    const program = redisProgram();
    if (program === undefined) return console.log('  no redis-server on this machine: the queue is left out');
    const { handed_ms, done_ms } = await queue_ms(program, folder);
    console.log(`  handing out        ${handed_ms.toFixed(3)} ms a task, a flow of ${tasks}`);
    console.log(`  through the queue  ${done_ms.toFixed(3)} ms a task, taken, done and told, two at a time`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function file_ms(folder: string): Promise<number> {
  makeFolder(join(folder, 'shards'));
  const begin = performance.now();
  for (let file = 0; file < files; file++) {
    await writeShard(folder, emptyRows({ from: file * shardSize, to: (file + 1) * shardSize }));
  }
  return (performance.now() - begin) / files;
}

/** A flow as studies have it, whose shards take no time. */
async function queue_ms(program: string, folder: string): Promise<{ handed_ms: number; done_ms: number }> {
  const server = await startRedis(program);
  const [master, worker] = [0, 1].map(() => linkRedis(new URL(server.address), console.error));
  const name = 'studies-bench';
  const task = (from: number): StudyTask => ({
    folder,
    id: 'bench',
    code: 'bench',
    shard: { from, to: from + 1 },
  });
  const flow = flowOf(
    name,
    'bench-1',
    [task(0), ...Array.from({ length: tasks - 1 }, (_, at) => task(at + 1))],
    folder,
  );
  const flows = new FlowProducer({ connection: master!.client, prefix });
  const listener = worker!.client.duplicate();
  const events = new QueueEvents(name, { connection: listener, prefix });
  await events.waitUntilReady();
  const done = new Promise<void>((resolve) => {
    events.on('completed', ({ jobId }) => jobId === 'bench-1' && resolve());
  });
  const begin = performance.now();
  await flows.add(flow);
  const handed = performance.now();
  const taker = new Worker(name, async () => null, { connection: worker!.client, prefix, concurrency: 2 });
  await done;
  const end = performance.now();
  await Promise.all([taker.close(), flows.close(), events.close()]);
  listener.disconnect();
  for (const link of [master, worker]) link!.close();
  await server.stop();
  return { handed_ms: (handed - begin) / tasks, done_ms: (end - handed) / tasks };
}
