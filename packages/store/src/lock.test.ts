import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { thisProcess } from './alive.ts';
import { isLock, type Lock, takeLock } from './lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kardashev-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A pid that was in use and is not any more. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid!;
}

const put = (at: string, holder: object) => writeFileSync(at, JSON.stringify(holder));

describe('the lock of a run', () => {
  it('is held by one at a time and can be had again after release', () => {
    const first = takeLock(path) as Lock;
    expect(isLock(first)).toBe(true);
    const second = takeLock(path);
    expect(isLock(second)).toBe(false);
    expect(second).toMatchObject({ pid: process.pid, host: hostname() });
    first.release();
    expect(isLock(takeLock(path))).toBe(true);
  });

  it('is taken over from a process that is gone', async () => {
    put(path, { host: hostname(), pid: await deadPid(), token: 'dead' });
    expect(isLock(takeLock(path))).toBe(true);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('is taken over from a process whose pid another one has now', () => {
    put(path, { ...thisProcess(), started: '1', token: 'dead' });
    // Where the system does not tell when a process started, only the pid counts.
    expect(isLock(takeLock(path))).toBe(thisProcess().started !== undefined);
  });

  it('is not taken from another machine, which cannot be asked', () => {
    put(path, { host: 'elsewhere', pid: 1, token: 'far' });
    expect(takeLock(path)).toMatchObject({ host: 'elsewhere' });
  });

  it('is taken over though an earlier takeover was killed half-way', async () => {
    const pid = await deadPid();
    put(path, { host: hostname(), pid, token: 'dead' });
    put(`${path}.dead`, { host: hostname(), pid, token: 'dead-too' });
    expect(isLock(takeLock(path))).toBe(true);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('waits for a takeover that is under way', async () => {
    put(path, { host: hostname(), pid: await deadPid(), token: 'dead' });
    put(`${path}.dead`, { ...thisProcess(), token: 'taker' });
    expect(takeLock(path)).toMatchObject({ token: 'taker' });
  });

  it('is had by exactly one of many processes that find a dead holder', async () => {
    put(path, { host: hostname(), pid: await deadPid(), token: 'dead' });
    const module = new URL('./lock.ts', import.meta.url).href;
    const script = `
      const { takeLock, isLock } = await import(${JSON.stringify(module)});
      const taken = takeLock(${JSON.stringify(path)});
      process.stdout.write(isLock(taken) ? 'have' : 'none');
      process.stdin.on('end', () => process.exit()).resume();`;
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const answers = await Promise.all(
      children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])),
    );
    for (const { stdin } of children) stdin.end();
    expect(answers.filter((answer) => answer === 'have')).toHaveLength(1);
  });
});
