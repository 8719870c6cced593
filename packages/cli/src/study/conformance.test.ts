import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bullmqEngine } from '@kardashev/cluster/queue/engine.ts';
import { ClusterFault } from '@kardashev/cluster/queue/fault.ts';
import { editionOf } from '@kardashev/cluster/queue/names.ts';
import type { StudyEngine, StudyTask } from '@kardashev/cluster/study/engine.ts';
import { localEngine } from '@kardashev/cluster/study/local.ts';
import { type RedisServer, redisProgram, startRedis } from '@kardashev/cluster/testing/redis-server.ts';
import { hasShard, shardFile } from '@kardashev/store/study/shard-file.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { version } from '../house.ts';
import { kardashev, smallPlan } from '../testing/command.ts';
import {
  hashOf,
  type Studies,
  slowed,
  smallStudies,
  startWorker,
  type WorkerProcess,
} from '../testing/studies.ts';
import { onBullmq } from './on-bullmq.ts';

/** Servers and workers are processes, and a machine that runs other tests gives each of them little. */
const busy_ms = 120_000;
vi.setConfig({ testTimeout: 3 * busy_ms, hookTimeout: 3 * busy_ms });

const program = redisProgram();
const absent = program === undefined && process.env.KARDASHEV_NO_SKIP !== '1';

let studies: Studies;
let expected: string;
let redis: RedisServer | undefined;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  studies = await smallStudies();
  const tasks = studies.fresh();
  await localEngine(1).run(tasks, { onShard: () => {} });
  expected = await hashOf(tasks);
  if (!absent) redis = await startRedis(program as string);
});

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  await redis?.stop();
  studies.remove();
});

/** Starts a worker and waits until it takes tasks. */
async function worker(...args: string[]): Promise<WorkerProcess> {
  const started = startWorker(['--redis', redis!.address, '--workers', '1', ...args]);
  workers.push(started);
  await vi.waitFor(() => expect(started.said()).toContain('takes tasks'), { timeout: busy_ms });
  // Else all that follows would wait for ever: somebody has edited the models since this test began.
  expect(started.said()).toContain(editionOf(studies.fresh()[0]!.code));
  return started;
}

/** Has tasks done; does something once so many shards are done. Tells what was said. */
async function run(
  engine: StudyEngine,
  tasks: readonly StudyTask[],
  at = Infinity,
  act = () => {},
  signal?: AbortSignal,
) {
  const done = new Set<number>();
  const said: string[] = [];
  await engine.run(tasks, {
    ...(signal ? { signal } : {}),
    say: (line) => said.push(line),
    onShard: ({ from }) => {
      if (!done.has(from) && done.add(from).size === at) act();
    },
  });
  expect(done.size).toBe(tasks.length);
  return said.join('\n');
}

const queue = () => onBullmq(redis!.address, studies.shared);
const engines = [
  { name: 'threads', skip: false, make: () => localEngine(2) },
  { name: 'BullMQ', skip: absent, make: queue },
];

describe.each(engines)('a study on $name', ({ name, skip, make }) => {
  const label = skip ? ' (skipped: no redis-server on this machine)' : '';
  const test = skip ? it.skip : it;
  beforeAll(async () => {
    if (skip || name !== 'BullMQ') return;
    await Promise.all([worker(), worker()]);
  });

  test(`has the hash of one thread${label}`, async () => {
    const tasks = studies.fresh();
    await run(make(), tasks);
    expect(await hashOf(tasks)).toBe(expected);
  });

  test(`is cancelled and resumed, and does nothing twice${label}`, async () => {
    const tasks = studies.fresh();
    const control = new AbortController();
    const stop = () => control.abort(new Error('enough'));
    await expect(run(make(), tasks, 3, stop, control.signal)).rejects.toThrow('enough');
    const files = tasks.filter(({ folder, shard }) => hasShard(folder, shard));
    expect(files.length).toBeLessThan(tasks.length);
    const written = files.map(({ folder, shard }) => statSync(shardFile(folder, shard)).mtimeMs);
    await run(make(), tasks);
    expect(files.map(({ folder, shard }) => statSync(shardFile(folder, shard)).mtimeMs)).toEqual(written);
    expect(await hashOf(tasks)).toBe(expected);
  });

  test(`outlives a SIGKILL of who computes it${label}`, async () => {
    const tasks = studies.fresh();
    if (name === 'threads') await killedAlone(tasks);
    else {
      await run(make(), tasks, 2, () => workers[0]!.child.kill('SIGKILL'));
      expect(workers[0]!.child.signalCode).toBe('SIGKILL');
    }
    await run(make(), tasks);
    expect(await hashOf(tasks)).toBe(expected);
  });
});

/** Threads of a process that is killed in the middle; nothing of it goes on. */
async function killedAlone(tasks: readonly StudyTask[]): Promise<void> {
  const module = import.meta.resolve('@kardashev/cluster/study/local.ts');
  const script = `
    import { localEngine } from ${JSON.stringify(module)};
    await localEngine(2).run(${JSON.stringify(tasks)}, { onShard: ({ from }) => console.log(from) });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => child.kill('SIGKILL'));
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  expect(tasks.every(({ folder, shard }) => hasShard(folder, shard))).toBe(false);
}

describe.skipIf(absent)('a study on BullMQ (needs redis-server)', () => {
  beforeAll(async () => {
    await Promise.all(workers.splice(0).map((one) => one.end('SIGKILL')));
    await Promise.all([worker(), worker()]);
  });

  it('is shared by workers of different speed', async () => {
    const fast = studies.fresh();
    const faster = slowed(workers[0]!);
    await run(queue(), fast).finally(faster);
    expect(await hashOf(fast)).toBe(expected);
    const counts = workers.map((one) => one.said().split(`${fast[0]!.folder} `).length - 1);
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBeGreaterThan(counts[0]!);
    // A busy machine may keep one silent for so long that its task goes to the other too, who finds it done.
    expect(counts[0]! + counts[1]!).toBeGreaterThanOrEqual(fast.length);
  });

  it('waits for a Redis that was killed, says so, and goes on with what its file holds', async () => {
    const tasks = studies.fresh();
    const said = await run(
      queue(),
      tasks,
      3,
      () => void redis!.kill().then(() => setTimeout(() => redis!.restart(), 1500)),
    );
    expect(said).toMatch(/does not answer.*\n.*answers\. Going on/);
    expect(await hashOf(tasks)).toBe(expected);
    expect(workers.map((one) => one.said()).join()).toContain('answers. Going on');
  });

  it('hands its tasks out again when Redis comes back empty', async () => {
    const tasks = studies.fresh();
    const said = await run(
      queue(),
      tasks,
      3,
      () => void redis!.kill().then(() => redis!.restart({ empty: true })),
    );
    expect(said).toContain('forgotten');
    expect(await hashOf(tasks)).toBe(expected);
  });

  it('refuses workers of another version', async () => {
    const tasks = studies.fresh().map((task) => ({ ...task, code: 'another' }));
    const control = new AbortController();
    const said: string[] = [];
    const work = queue().run(tasks, {
      signal: control.signal,
      say: (line) => said.push(line),
      onShard: () => {},
    });
    const ended = expect(work).rejects.toThrow('enough');
    await expect
      .poll(() => said.join('\n'), { timeout: busy_ms })
      .toMatch(/Worker .* is refused \[cluster\/other-code\]/);
    const late = await kardashev(['worker', '--redis', redis!.address, '--json']);
    expect(late.code).toBe(2);
    expect(late.stderr).toContain('"cluster/other-code"');
    expect(workers[0]!.child.exitCode).toBeNull();
    control.abort(new Error('enough'));
    await ended;
    expect(tasks.some(({ folder, shard }) => hasShard(folder, shard))).toBe(false);
  });

  it('leaves tasks to those who see its folder', async () => {
    const blind = await worker('--out', '/nowhere');
    const tasks = studies.fresh();
    const frozen = workers.filter((one) => one !== blind);
    for (const { child } of frozen) child.kill('SIGSTOP');
    const work = run(queue(), tasks);
    await expect.poll(blind.said, { timeout: busy_ms }).toContain('sees no study in');
    for (const { child } of frozen) child.kill('SIGCONT');
    await work;
    expect(await hashOf(tasks)).toBe(expected);
    expect(await blind.end('SIGTERM')).toBe(0);
  });

  it('says the hash of threads on the command line', async () => {
    const command = ['study', smallPlan, '--samples', '40', '--json', '--out'];
    const there = await kardashev([
      ...command,
      `${studies.shared}/there`,
      '--on',
      'bullmq',
      '--redis',
      redis!.address,
    ]);
    expect(there.stderr).not.toContain('error');
    const here = await kardashev([...command, `${studies.shared}/here`]);
    expect(JSON.parse(there.stdout).hash).toBe(JSON.parse(here.stdout).hash);
  });
});

describe.skipIf(absent)('a study on BullMQ that cannot be done', () => {
  let elsewhere: string;
  beforeAll(async () => {
    await Promise.all(workers.splice(0).map((one) => one.end('SIGKILL')));
    elsewhere = join(studies.shared, 'elsewhere');
    await worker('--out', elsewhere);
  });

  /** Tasks whose worker finds their study in a folder of its own. */
  function apart(): readonly StudyTask[] {
    const tasks = studies.fresh();
    const { folder } = tasks[0]!;
    cpSync(folder, join(elsewhere, basename(folder)), { recursive: true });
    return tasks;
  }
  const faultOf = async (tasks: readonly StudyTask[]) => {
    const engine = bullmqEngine({
      redis: new URL(redis!.address),
      shared: studies.shared,
      version,
      shows_s: 2,
    });
    const error = await run(engine, tasks).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ClusterFault);
    return (error as ClusterFault).fault;
  };

  it('says after some patience that what workers write is not seen', async () => {
    const tasks = apart();
    expect(await faultOf(tasks)).toMatchObject({
      code: 'cluster/not-shared',
      message: expect.stringContaining(`${tasks.length} shards`),
      at: { file: tasks[0]!.folder },
    });
  });

  it('says why a shard failed at every try', async () => {
    const tasks = apart().map((task) => ({ ...task, id: 'another' }));
    expect(await faultOf(tasks)).toMatchObject({
      code: 'cluster/task-failed',
      cause: expect.stringContaining('another study'),
    });
  });
});

describe('the address of a server', () => {
  it.each([['study', smallPlan, '--on', 'bullmq'], ['worker', '--redis', 'http://here'], ['worker']])(
    'is asked for: %s',
    async (...args) => {
      const { code, stderr } = await kardashev([...args, '--json']);
      expect(code).toBe(2);
      expect(stderr).toContain('"cluster/redis-url"');
    },
  );
});
