import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyedRandom } from '@kardashev/model/random/philox.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, eachOf, type How, kardashev, smallPlan } from './testing/command.ts';

const minutes_ms = 60_000;
const width = Math.max(2, availableParallelism());

let folder: string;
let hash: string;
/** What an undisturbed run writes until it exists, and from then on, call by call. */
let beginning: readonly string[];
let rest: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kardashev-kill-'));
  // Fills the tables, which every other run then takes from here.
  hash = hashOf(await kardashev(['run', smallPlan, '--json', '--out', join(folder, 'whole')]));
  const list = join(folder, 'writes');
  const runs = runsFolder('listed');
  await kardashev(['run', smallPlan, '--out', runs], { killer: { KARDASHEV_LIST_WRITES: list } });
  const writes = readFileSync(list, 'utf8').split('\n');
  const locked = writes.findIndex((write) => write.includes('.lock.'));
  beginning = writes.slice(0, locked);
  rest = writes.slice(locked);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hashOf({ stdout, stderr }: Ended): string {
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as { hash: string }).hash;
}

const killAt = (write: number): How => ({ killer: { KARDASHEV_KILL_AT: String(write) } });
const killed = { signal: 'SIGKILL' };

/** A folder for runs that has the tables already, so that only the run's own writes are met. */
function runsFolder(name: string): string {
  const runs = join(folder, name);
  mkdirSync(runs);
  cpSync(join(folder, 'whole', '.tables'), join(runs, '.tables'), { recursive: true });
  return runs;
}

const runsIn = (runs: string) => readdirSync(runs).filter((name) => !name.startsWith('.'));

const finished = ['columns.json', 'manifest.json', 'months.parquet', 'verdict.json'];

/** What a user does after a kill: resume, or run again where the run had not begun to exist. */
async function goOn(runs: string, args: readonly string[]): Promise<string> {
  const [run, ...others] = runsIn(runs);
  expect(others).toEqual([]);
  const next = run === undefined ? ['run', ...args] : ['resume', run];
  const result = hashOf(await kardashev([...next, '--json', '--out', runs]));
  expect(readdirSync(join(runs, runsIn(runs)[0]!)).sort()).toEqual(finished);
  return result;
}

describe('a run that is killed', () => {
  it('exists whole or not at all while it begins', { timeout: 2 * minutes_ms }, async () => {
    const existed: string[] = [];
    await eachOf([...beginning.keys()], width, async (index) => {
      const runs = runsFolder(`beginning-${index}`);
      expect(await kardashev(['run', smallPlan, '--out', runs], killAt(index + 1))).toMatchObject(killed);
      const [run] = runsIn(runs);
      if (run === undefined) return;
      expect(readdirSync(join(runs, run))).toEqual(['manifest.json']);
      existed.push(await goOn(runs, []));
    });
    // Only the last kill comes after the folder got its name.
    expect(existed).toEqual([hash]);
  });

  it('leaves a beginning that the next run clears away', async () => {
    const runs = runsFolder('drafts');
    await kardashev(['run', smallPlan, '--out', runs], killAt(beginning.length - 1));
    const drafts = () => readdirSync(runs).filter((name) => name.startsWith('.new'));
    expect(drafts()).toHaveLength(1);
    expect(await goOn(runs, [smallPlan])).toBe(hash);
    expect(drafts()).toEqual([]);
  });

  it('comes to the same hash from every write at which it can be killed', {
    timeout: 5 * minutes_ms,
  }, async () => {
    for (const file of [
      'lock',
      'checkpoint.bin',
      'months.parquet',
      'columns.json',
      'verdict.json',
      'manifest.json',
    ]) {
      expect(rest.some((write) => write.includes(file))).toBe(true);
    }
    const begun = runsFolder('begun');
    await kardashev(['run', smallPlan, '--out', begun], killAt(beginning.length + 1));
    const results = new Map<string, string>();
    await eachOf([...rest.entries()], width, async ([index, write]) => {
      const runs = join(folder, `write-${index}`);
      cpSync(begun, runs, { recursive: true });
      expect(await kardashev(['resume', '--out', runs], killAt(index + 1))).toMatchObject(killed);
      results.set(`${index} ${write}`, await goOn(runs, []));
    });
    expect(results.size).toBe(rest.length);
    expect(results).toEqual(new Map([...results.keys()].map((at) => [at, hash])));
  });

  it('comes to the same hash from ten seeded moments', { timeout: 5 * minutes_ms }, async () => {
    const args = [smallPlan, '--set', 'period.to=2029-12'];
    const start = performance.now();
    const whole = hashOf(await kardashev(['run', ...args, '--json', '--out', runsFolder('timed')]));
    const time_ms = performance.now() - start;
    const random = new KeyedRandom(20_261_101, 'kill');
    const moments = Array.from(
      { length: 10 },
      (_, index) => time_ms * (0.2 + 0.8 * random.uniform(index, 0)),
    );
    const results: string[] = [];
    await eachOf([...moments.entries()], width, async ([index, after_ms]) => {
      const runs = runsFolder(`moment-${index}`);
      const ended = await kardashev(['run', ...args, '--out', runs], { after_ms });
      // A moment may come too late to kill anything.
      if (ended.signal === null) expect(ended).toMatchObject({ code: 0 });
      results.push(await goOn(runs, args));
    });
    expect(results).toEqual(moments.map(() => whole));
  });

  it('comes to the same hash when those that resume it are killed too', {
    timeout: 2 * minutes_ms,
  }, async () => {
    const runs = runsFolder('again');
    await kardashev(['run', smallPlan, '--out', runs], killAt(beginning.length + 8));
    for (const at of [1, 3, 5, 7, 9, 12]) {
      expect(await kardashev(['resume', '--out', runs], killAt(at))).toMatchObject(killed);
    }
    expect(await goOn(runs, [])).toBe(hash);
  });

  it('starts over from a checkpoint that cannot be used', async () => {
    const runs = runsFolder('torn');
    const written = rest.findIndex((write) => write.startsWith('renameSync .checkpoint.bin'));
    await kardashev(['run', smallPlan, '--out', runs], killAt(beginning.length + written + 2));
    const file = join(runs, runsIn(runs)[0]!, 'checkpoint.bin');
    writeFileSync(file, readFileSync(file).subarray(0, 1000));
    const ended = await kardashev(['resume', '--json', '--out', runs]);
    expect(ended.stderr).toContain('starting from the first month');
    expect(hashOf(ended)).toBe(hash);
  });

  it('keeps no table that it had not written whole', async () => {
    const runs = join(folder, 'tables');
    for (const at of [4, 9]) {
      expect(await kardashev(['run', smallPlan, '--out', runs], killAt(at))).toMatchObject(killed);
    }
    expect(await goOn(runs, [smallPlan])).toBe(hash);
  });
});
