import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verdictSchema } from '@kardashev/contracts/verdict.ts';
import { claims as allClaims } from '@kardashev/model/study/claims/judge.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from './commands.ts';
import { type Ended, kardashev, smallPlan } from './testing/command.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kardashev-command-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** A plan long enough that satellites fly and fail. */
const years = ['--set', 'period.to=2031-12', '--set', 'shells.low.begin=2027-01'];

async function run(...args: string[]): Promise<Ended> {
  const ended = await kardashev(['run', smallPlan, ...args], { cwd });
  expect(ended).toMatchObject({ code: 0 });
  return ended;
}

const document = ({ stdout }: Ended) =>
  JSON.parse(stdout) as Record<string, unknown> & { hash: string; run: string };

describe('help', () => {
  it('lists every command, and every command has its own', async () => {
    const { stdout, code } = await kardashev(['--help']);
    expect(code).toBe(0);
    for (const { usage } of commands) {
      const name = usage.split(' ')[0]!;
      expect(stdout).toContain(name);
      const own = await kardashev([name, '--help']);
      expect(own).toMatchObject({ code: 0, stderr: '' });
      expect(own.stdout).toContain(`Usage: kardashev ${name}`);
    }
  });
});

describe('run', () => {
  it('prints the document of the contract, and nothing else on standard output', async () => {
    const found = document(await run('--json'));
    expect(verdictSchema.parse(found)).toMatchObject({ plan: 'small', seed: 1, months: 2 });
  });

  it('gives the same hash for the same plan and seed, on one worker and on two', async () => {
    const hashes = [
      document(await run('--json', ...years, '--seed', '7', '--workers', '1', '--out', 'a')).hash,
      document(await run('--json', ...years, '--seed', '7', '--workers', '2', '--out', 'b')).hash,
      document(await run('--json', ...years, '--seed', '7', '--out', 'b')).hash,
    ];
    expect(new Set(hashes).size).toBe(1);
    const other = document(await run('--json', ...years, '--seed', '8', '--out', 'b'));
    expect(other.hash).not.toBe(hashes[0]);
    expect(readdirSync(join(cwd, 'b')).sort()).toEqual([
      '.tables',
      'small-s7-001',
      'small-s7-002',
      'small-s8-001',
    ]);
    const months = ['a/small-s7-001', 'b/small-s7-001', 'b/small-s7-002'].map((folder) =>
      readFileSync(join(cwd, folder, 'months.parquet')),
    );
    expect(months.every((bytes) => bytes.equals(months[0]!))).toBe(true);
  });

  it('shows the verdict on one screen', async () => {
    const { stdout } = await run(...years);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(45);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const part of ['delivers', 'binds', 'costs', 'cash', 'claims', 'kept in'])
      expect(stdout).toContain(part);
  });

  it('is changed by --set, and writes all months as CSV where asked', async () => {
    const { stdout } = await run('--set', 'period.to=2026-03', '--csv', 'months.csv', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ months: 3 });
    const rows = readFileSync(join(cwd, 'months.csv'), 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(1 + 2 * 3);
    expect(rows[0]).toMatch(/^funding,month,binding,/);
    expect(rows[1]).toMatch(/^as-needed,2026-01,/);
  });

  it('ends with 1 only where a claim was required and does not hold', async () => {
    expect(await kardashev(['run', smallPlan, '--require', 'million-satellites'], { cwd })).toMatchObject({
      code: 1,
    });
    expect(await kardashev(['run', smallPlan, '--require', 'listing-50'], { cwd })).toMatchObject({
      code: 0,
    });
  });

  it('can be interrupted after a checkpoint, and resumed to the same hash', async () => {
    const args = [smallPlan, ...years, '--json'];
    const whole = document(await run(...args.slice(1), '--out', 'whole')).hash;
    const ended = await kardashev(['run', ...args, '--out', 'cut'], {
      cwd,
      when: 'pass 1 of 2',
      signal: 'SIGTERM',
    });
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    const [, resume] = /Go on with: kardashev (.+)/.exec(ended.stderr) ?? [];
    const { run: name, hash } = document(
      await kardashev([...resume!.split(' '), '--json', '--out', 'cut'], { cwd }),
    );
    expect(hash).toBe(whole);
    expect(existsSync(join(cwd, 'cut', name, 'lock'))).toBe(false);
  });
});

describe('looking at what is known', () => {
  it('judges the claims of a run that was made', async () => {
    const { run: name } = document(await run('--json', '--out', 'judged'));
    const { stdout, code } = await kardashev(['claims', name, '--json', '--out', 'judged'], { cwd });
    expect(code).toBe(0);
    const { claims } = JSON.parse(stdout) as { claims: { id: string; instead: string }[] };
    expect(claims).toHaveLength(allClaims.length);
    for (const { instead } of claims) expect(instead).not.toBe('');
    const text = await kardashev(['claims', smallPlan, '--out', 'judged'], { cwd });
    for (const { id } of claims) expect(text.stdout).toContain(id);
    // The finished run of the same inputs served again.
    expect(readdirSync(join(cwd, 'judged')).sort()).toEqual(['.tables', name]);
  });

  it('finds assumptions with their sources', async () => {
    const { stdout } = await kardashev(['catalogue', 'ai1.arrayArea', '--json']);
    const { assumptions } = JSON.parse(stdout) as { assumptions: Record<string, unknown>[] };
    expect(assumptions[0]).toMatchObject({ id: 'satellites.ai1.arrayArea', value: '605 m2', kind: 'press' });
    expect(assumptions[0]).toHaveProperty('source');
    const rows = (await kardashev(['catalogue', 'ai1.arrayArea', '--csv', '-'])).stdout.split('\n');
    expect(rows[0]).toBe('id,rank,value,range,kind,source,asOf,note');
    expect((await kardashev(['catalogue', 'zzzzzz'])).stdout).toContain('No assumption');
  });

  it('prints the schema for editors and for people', async () => {
    const schema = JSON.parse((await kardashev(['schema'])).stdout) as { properties: object };
    expect(schema.properties).toHaveProperty('satellites');
    expect((await kardashev(['schema', '--markdown'])).stdout).toMatch(/^# /);
    await kardashev(['schema', '--out', 'plan.schema.json'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, 'plan.schema.json'), 'utf8'))).toEqual(schema);
  });

  it('says what the machine can do', async () => {
    const { stdout, code } = await kardashev(['doctor', '--json'], { cwd });
    const { well, checks } = JSON.parse(stdout) as { well: boolean; checks: { name: string; ok: boolean }[] };
    expect({ well, code }).toEqual({ well: true, code: 0 });
    expect(checks.find(({ name }) => name === 'DuckDB')).toMatchObject({ ok: true });
  });
});

describe('start --once', () => {
  it('runs a plan once and shows it again while nothing has changed', async () => {
    const args = ['start', smallPlan, '--once', '--out', 'started'];
    const first = await kardashev(args, { cwd });
    expect(first).toMatchObject({ code: 0 });
    const again = await kardashev(args, { cwd });
    expect(again.stderr).toContain('Nothing has changed');
    expect(readdirSync(join(cwd, 'started')).sort()).toEqual(['.tables', 'small-s1-001']);
  });
});
