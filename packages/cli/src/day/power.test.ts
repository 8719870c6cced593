import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayThreads } from '@kardashev/cluster/day-stepper.ts';
import { type RedisServer, redisProgram, startRedis } from '@kardashev/cluster/testing/redis-server.ts';
import { layFleet } from '@kardashev/model/engine/day/lay.ts';
import { shellDay, shellsOf, slot_s } from '@kardashev/model/engine/day/shell-day.ts';
import { shardOf } from '@kardashev/store/day/shell-file.ts';
import { shardFile } from '@kardashev/store/study/shard-file.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadPlan } from '../plan-input.ts';
import type { Session } from '../simulation.ts';
import { need } from '../stop.ts';
import { kardashev, smallPlan } from '../testing/command.ts';
import { startWorker, type WorkerProcess } from '../testing/studies.ts';
import { dayOf } from './date.ts';
import { fleetOf } from './input.ts';
import type { DayOptions } from './options.ts';
import { hashShells } from './power-document.ts';

const busy_ms = 120_000;
vi.setConfig({ testTimeout: 2 * busy_ms, hookTimeout: 2 * busy_ms });

const program = redisProgram();
const absent = program === undefined && process.env.KARDASHEV_NO_SKIP !== '1';

/** Two shells whose planes are of one size, so that one block holds both where they are stepped together, and one apart. */
const shells = `extends: ${smallPlan}
name: three-shells
shells:
  low: {altitude: 575 km, inclination: 97.7 deg, planes: 2, perPlane: 10, nodes: dawn-dusk, satellite: ai1}
  tilted: {altitude: 650 km, inclination: 53 deg, planes: 7, perPlane: 10, nodes: spread, satellite: ai1}
  high: {altitude: 1200 km, inclination: 30 deg, planes: 3, perPlane: 23, nodes: spread, satellite: ai1}
`;
const date = '2026-02-20';
let folder: string;
let plan: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kardashev-power-'));
  plan = join(folder, 'shells.yaml');
  writeFileSync(plan, shells);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const power = async (...args: readonly string[]) => {
  const command = ['day', plan, '--date', date, '--full', '--power', '--json', ...args];
  const { code, stdout, stderr } = await kardashev(command);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

/** All shells in the memory of one process, by the kernel's own threads, as a day with jobs steps them. */
async function together() {
  const resolved = need(loadPlan(plan, [], new Map()));
  const day = dayOf(resolved, date);
  const { spec } = await fleetOf(resolved, day, { full: true } as DayOptions, {} as Session, new Map());
  const fleet = need(layFleet(resolved, spec));
  const threads = dayThreads(2, slot_s / 60);
  try {
    const series = await shellDay(fleet, day.begin_d, 60, threads);
    return { hash: hashShells({ hosts: spec.hosts, shells: shellsOf(spec) }, series), series, spec };
  } finally {
    await threads.close();
  }
}

describe('a day of power and heat', () => {
  it('leaves shell by shell, in one thread or two, the bytes of the whole fleet together', async () => {
    const { hash, spec, series } = await together();
    const one = await power('--workers', '1', '--out', join(folder, 'one'));
    const two = await power('--workers', '2', '--out', join(folder, 'two'));
    expect([one.hash, two.hash]).toEqual([hash, hash]);
    expect(one).toMatchObject({ satellites: 20 + 70 + 69, planes: 12, computed: 3 });
    expect(one.shells.map(({ name }: { name: string }) => name)).toEqual(['low', 'tilted', 'high']);
    // Nothing of what was asked for is lost: it reached the chips, or power or heat held it back.
    for (const [shell, host] of spec.hosts.entries()) {
      const { chips_J, heldByPower_J, heldByHeat_J } = series[shell]!;
      const sum = (column: Float64Array) => column.reduce((all, value) => all + value, 0);
      const asked_J = host.unitPower_W * host.target * 86_400;
      expect((sum(chips_J) + sum(heldByPower_J) + sum(heldByHeat_J)) / asked_J).toBeCloseTo(1, 5);
    }
  });

  it('steps only shells that are missing', async () => {
    const out = ['--workers', '1', '--out', join(folder, 'again')];
    const first = await power(...out);
    rmSync(shardFile(first.folder, shardOf(1)));
    const again = await power(...out);
    expect(again).toMatchObject({ computed: 1, hash: first.hash, folder: first.folder });
  });

  it.each([
    ['--on', 'bullmq', '--redis', 'redis://127.0.0.1:6379'],
    ['--power', '--jobs', 'jobs.csv'],
  ])('refuses %s with what it does not go with', async (...args) => {
    const { code, stderr } = await kardashev(['day', plan, '--date', date, '--full', '--json', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain('"command/usage"');
  });
});

describe.skipIf(absent)('a day of power and heat on BullMQ (needs redis-server)', () => {
  let redis: RedisServer;
  let workers: WorkerProcess[];
  beforeAll(async () => {
    redis = await startRedis(program as string);
    workers = [1, 2].map(() => startWorker(['--redis', redis.address, '--workers', '1']));
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    await redis.stop();
  });

  it('leaves the same bytes', async () => {
    const { hash } = await together();
    const found = await power('--on', 'bullmq', '--redis', redis.address, '--out', join(folder, 'queue'));
    expect(found).toMatchObject({ hash, computed: 3 });
    expect(workers.map((worker) => worker.said()).join('')).toContain(found.folder);
  });
});
