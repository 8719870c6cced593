import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyedRandom } from '@kardashev/model/random/philox.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachOf, type How, kardashev, smallPlan } from './testing/command.ts';

const minutes_ms = 60_000;
const width = Math.max(2, availableParallelism());

let folder: string;
let hash: string;
/** What an undisturbed run writes, call by call. */
let writes: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kardashev-kill-'));
  // Fills the tables, which every other run then takes from here.
  hash = hashOf(await kardashev(['run', smallPlan, '--json', '--out', join(folder, 'whole')]));
  const list = join(folder, 'writes');
  const killer = { KARDASHEV_LIST_WRITES: list };
  await kardashev(['run', smallPlan, '--json', '--out', runsFolder('listed')], { killer });
  writes = readFileSync(list, 'utf8').split('\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hashOf = ({ stdout, stderr }: { stdout: string; stderr: string }): string => {
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as { hash: string }).hash;
};

/** A folder for runs that has the tables already, so that only the run's own writes are met. */
function runsFolder(name: string): string {
  const runs = join(folder, name);
  mkdirSync(runs);
  cpSync(join(folder, 'whole', '.tables'), join(runs, '.tables'), { recursive: true });
  return runs;
}

/** What a user does after a kill: resume, or run again where the run had not begun to exist. */
async function goOn(runs: string, args: readonly string[]): Promise<string> {
  const begun = readdirSync(runs).filter((name) => !name.startsWith('.'));
  expect(begun.length).toBeLessThanOrEqual(1);
  const next = begun.length === 1 ? ['resume', begun[0]!] : ['run', ...args];
  const ended = await kardashev([...next, '--json', '--out', runs]);
  expect(ended).toMatchObject({ code: 0 });
  return hashOf(ended);
}

/** Files that a run leaves in its folder, whatever happened on the way. */
function left(runs: string): string[] {
  const [run] = readdirSync(runs).filter((name) => !name.startsWith('.'));
  return readdirSync(join(runs, run!)).sort();
}

async function killedRun(name: string, args: readonly string[], how: How): Promise<string> {
  const runs = runsFolder(name);
  const killed = await kardashev(['run', ...args, '--json', '--out', runs], how);
  // A moment may come too late to kill anything.
  if (killed.signal === null) expect(killed).toMatchObject({ code: 0 });
  const result = await goOn(runs, args);
  expect(left(runs)).toEqual(['columns.json', 'manifest.json', 'months.parquet', 'verdict.json']);
  rmSync(runs, { recursive: true });
  return result;
}

describe('a run that is killed', () => {
  it('comes to the same hash from every write at which it can be killed', {
    timeout: 10 * minutes_ms,
  }, async () => {
    for (const file of [
      'manifest.json',
      'checkpoint.bin',
      'months.parquet',
      'verdict.json',
      'columns.json',
    ]) {
      expect(writes.some((write) => write.includes(file))).toBe(true);
    }
    const results = new Map<string, string>();
    await eachOf([...writes.entries()], width, async ([index, write]) => {
      const at = String(index + 1);
      results.set(
        `${at} ${write}`,
        await killedRun(`write-${at}`, [smallPlan], { killer: { KARDASHEV_KILL_AT: at } }),
      );
    });
    expect(results).toEqual(new Map([...results.keys()].map((at) => [at, hash])));
    expect(results.size).toBe(writes.length);
  });

  it('comes to the same hash from ten seeded moments', { timeout: 5 * minutes_ms }, async () => {
    const args = [smallPlan, '--set', 'period.to=2029-12'];
    const runs = runsFolder('timed');
    const start = performance.now();
    const whole = hashOf(await kardashev(['run', ...args, '--json', '--out', runs]));
    const time_ms = performance.now() - start;
    const random = new KeyedRandom(20_261_101, 'kill');
    const moments = Array.from(
      { length: 10 },
      (_, index) => time_ms * (0.2 + 0.8 * random.uniform(index, 0)),
    );
    const results: string[] = [];
    await eachOf([...moments.entries()], width, async ([index, after_ms]) => {
      results.push(await killedRun(`moment-${index}`, args, { after_ms }));
    });
    expect(results).toEqual(moments.map(() => whole));
  });

  it('comes to the same hash when every process that resumes it is killed too', {
    timeout: 5 * minutes_ms,
  }, async () => {
    const runs = runsFolder('again');
    const args = [smallPlan, '--json', '--out', runs];
    await kardashev(['run', ...args], { killer: { KARDASHEV_KILL_AT: '20' } });
    for (const at of [1, 3, 5, 7, 9, 12]) {
      const killer = { KARDASHEV_KILL_AT: String(at) };
      expect(await kardashev(['resume', '--json', '--out', runs], { killer })).toMatchObject({
        signal: 'SIGKILL',
      });
    }
    expect(await goOn(runs, args)).toBe(hash);
  });

  it('starts over from a checkpoint that cannot be used', async () => {
    const runs = runsFolder('torn');
    const afterCheckpoint = writes.findIndex((write) => write.startsWith('renameSync .checkpoint.bin')) + 2;
    const killer = { KARDASHEV_KILL_AT: String(afterCheckpoint) };
    await kardashev(['run', smallPlan, '--out', runs], { killer });
    const file = join(runs, 'small-s1-001', 'checkpoint.bin');
    writeFileSync(file, readFileSync(file).subarray(0, 1000));
    const ended = await kardashev(['resume', '--json', '--out', runs]);
    expect(ended.stderr).toContain('starting from the first month');
    expect(hashOf(ended)).toBe(hash);
  });
});
