import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundProgram } from '@kardashev/model/compute/scheduler/bound.ts';
import { jobsOf } from '@kardashev/model/compute/scheduler/jobs.ts';
import { blind, sunAware } from '@kardashev/model/compute/scheduler/policy.ts';
import type { LaidFleet } from '@kardashev/model/engine/day/lay.ts';
import { dayChance, planJobs } from '@kardashev/model/engine/day/prepare.ts';
import { type DayOutcome, runDay } from '@kardashev/model/engine/day/run-day.ts';
import { begin_d, referenceStepper, smallFleet, smallJob } from '@kardashev/model/testing/day.ts';
import { describe, expect, it } from 'vitest';
import { highsSolver } from '../highs-solver.ts';
import { kardashev } from '../testing/command.ts';

const work = ({ delivered, lost_FLOP }: DayOutcome) =>
  delivered.work_FLOP.reduce((sum, one, kind) => sum + one - lost_FLOP[kind]!, 0);

async function boundOf(
  fleet: LaidFleet,
  jobs: ReturnType<typeof jobsOf>,
  outcome: DayOutcome,
): Promise<number> {
  const { program, unit_FLOP } = boundProgram(fleet.planes, outcome.speed, jobs, outcome.supply);
  const { bound } = (await highsSolver()).solve(program, { relativeGap: 0, nodes: 1 });
  return -bound * unit_FLOP;
}

describe('the bound on a day', () => {
  it('lies above what any scheduler does, and the blind one below the house’s, whatever the jobs', async () => {
    const fleet = smallFleet(6, 40);
    for (const seed of [1, 2, 3]) {
      const jobs = jobsOf(planJobs(fleet, undefined, seed, seed));
      const task = { fleet, jobs, ...dayChance(fleet, seed, seed, 353), begin_d, step_s: 60 };
      const own = await runDay({ ...task, policy: sunAware, rationing: 'scheduler' }, referenceStepper());
      const yardstick = await runDay({ ...task, policy: blind, rationing: 'design' }, referenceStepper());
      const bound = await boundOf(fleet, jobs, own);
      expect(work(own)).toBeLessThanOrEqual(bound);
      expect(work(yardstick)).toBeLessThanOrEqual(bound);
      expect(work(own)).toBeGreaterThan(work(yardstick));
    }
  }, 120_000);

  it('is the work itself where there is power for all of it, and rate times time where there is not', async () => {
    const fleet = smallFleet(1, 12);
    const rate = fleet.planes.rate_FLOPperS[0]!;
    const run = async (gang: number, work_FLOP: number) => {
      const jobs = jobsOf([smallJob({ gang, work_FLOP })]);
      const task = { fleet, jobs, ...dayChance(fleet, 1, 1, 353), failures: [], begin_d, step_s: 60 };
      const own = await runDay({ ...task, policy: sunAware, rationing: 'scheduler' }, referenceStepper());
      return { bound: await boundOf(fleet, jobs, own), own: work(own) };
    };
    const small = await run(2, 3600 * rate);
    expect(small.bound).toBeCloseTo(3600 * rate, -10);
    expect(small.own / small.bound).toBeCloseTo(1, 6);
    const endless = await run(2, 1e40);
    expect(endless.bound / (2 * 86_400 * rate)).toBeCloseTo(1, 6);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'kardashev-day-'));
const day = (...args: readonly string[]) =>
  kardashev(['day', 'plans/suncatcher.yaml', '--date', '2032-12-21', '--full', ...args]);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const jobs =
  'work_FLOP,kind,gang,name,arrival,deadline\r\n1e22,training,40,run,06:00,18:00\r\n1e21,batch,8,"b, 2",0 h,1 d\r\n';

describe('kardashev day', () => {
  it('gives what others rely on, the same for any number of threads', async () => {
    const [one, two] = await Promise.all(['1', '4'].map((workers) => day('--json', '--workers', workers)));
    expect(one!.code).toBe(0);
    const [first, second] = [JSON.parse(one!.stdout), JSON.parse(two!.stdout)];
    expect(first).toMatchObject({
      plan: 'suncatcher',
      date: '2032-12-21',
      satellites: 81,
      throttled: {
        power_share: expect.any(Number),
        heat_share: expect.any(Number),
        link_share: expect.any(Number),
      },
      migrations: expect.any(Number),
      wall_s: expect.any(Number),
    });
    expect(first.delivered.work_FLOP).toBeLessThanOrEqual(first.bound.work_FLOP);
    expect(first.delivered.work_FLOP).toBeGreaterThanOrEqual(first.baseline.work_FLOP);
    expect(second.hash).toBe(first.hash);
  }, 60_000);

  it('takes jobs in any order of columns, and a policy of the user’s', async () => {
    const policy = file('never.mjs', "export default { name: 'never', prefer: () => -Infinity };\n");
    const path = file('jobs.csv', jobs);
    const out = join(folder, 'out');
    const [house, own] = await Promise.all([
      day('--jobs', path, '--json', '--out', out),
      day('--jobs', path, '--json', '--policy', policy),
    ]);
    expect(JSON.parse(house.stdout).jobs).toMatchObject({ total: 2, done: 2 });
    expect(JSON.parse(own.stdout)).toMatchObject({
      policy: 'never',
      delivered: { work_FLOP: 0 },
      jobs: { waiting: 2 },
    });
    expect(readFileSync(join(out, 'jobs.csv'), 'utf8').split('\n')[2]).toMatch(/^"b, 2",batch,8,.*,done,/);
  }, 60_000);

  it.each([
    ['jobs/columns', ['--jobs', file('no-work.csv', 'name,kind\na,batch\n')]],
    ['jobs/empty', ['--jobs', file('empty.csv', '')]],
    ['jobs/field', ['--jobs', file('kind.yaml', '- {kind: baking, work: 1 ZFLOP}\n')]],
    ['jobs/syntax', ['--jobs', file('broken.yaml', '- {kind: [\n')]],
    ['jobs/unknown-workload', ['--jobs', file('load.csv', 'kind,work_FLOP,workload\nbatch,1,x\n')]],
    ['jobs/unknown-shell', ['--jobs', file('shell.csv', 'kind,work_FLOP,home\nbatch,1,x\n')]],
    ['jobs/never-placed', ['--jobs', file('gang.csv', 'kind,work_FLOP,gang\ntraining,1e20,100\n')]],
    ['jobs/never-placed', ['--jobs', file('large.csv', 'kind,work_FLOP,memory\nbatch,1e20,1 PB\n')]],
    ['day/policy', ['--policy', file('bad.mjs', 'export default { prefer: 3 };\n')]],
    ['tle/empty', ['--fleet', file('empty.tle', '')]],
    ['file/not-found', ['--jobs', join(folder, 'nowhere.csv')]],
  ])(
    'refuses with %s',
    async (code, args) => {
      const { code: exit, stderr } = await day('--json', ...args);
      expect(exit).toBe(2);
      const said = stderr.trim().split('\n').at(-1)!;
      expect(JSON.parse(said).error.code).toBe(code);
    },
    30_000,
  );

  it('refuses days that are none, and days before there are satellites', async () => {
    for (const [date, code] of [
      ['2032-02-30', 'command/usage'],
      ['2060-01-01', 'day/outside-plan'],
    ] as const) {
      const { stderr, code: exit } = await kardashev([
        'day',
        'plans/suncatcher.yaml',
        '--date',
        date,
        '--json',
      ]);
      expect(exit).toBe(2);
      expect(JSON.parse(stderr).error.code).toBe(code);
    }
  }, 30_000);

  it('reports jobs that can never run beside those that do', async () => {
    const path = file('mixed.csv', 'name,kind,work_FLOP,gang\nfits,batch,1e20,2\nhuge,training,1e20,500\n');
    const { stdout, code } = await day('--jobs', path, '--json', '--keep-going');
    expect(code).toBe(0);
    const { jobs: counted, refused } = JSON.parse(stdout);
    expect(counted.total).toBe(1);
    expect(refused).toEqual([
      { name: 'huge', code: 'jobs/never-placed', why: expect.stringContaining('81') },
    ]);
  }, 30_000);
});
