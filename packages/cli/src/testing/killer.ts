/**
 * Loaded before the command by tests (`node --import`): kills the process with SIGKILL at its n-th write, as a
 * power cut would, or lists its writes.
 *
 * `KARDASHEV_KILL_AT=n` kills just before the n-th call that changes a file or folder; a write of bytes is torn
 * in half first. `KARDASHEV_LIST_WRITES=FILE` lists all such calls in a file when the process ends.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

// biome-ignore lint/suspicious/noExplicitAny: the calls differ in everything but being calls
type Call = (...args: any[]) => unknown;

const changing = [
  'fsyncSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
  'writeFileSync',
  'writeSync',
] as const;

const killAt = Number(process.env.KARDASHEV_KILL_AT ?? 0);
const listFile = process.env.KARDASHEV_LIST_WRITES;
const calls: string[] = [];
const names = new Map<number, string>();
const original: Record<string, Call> = {};

if (isMainThread) patch();

function patch(): void {
  const table = fs as unknown as Record<string, Call>;
  for (const name of changing) {
    original[name] = table[name]!;
    table[name] = (...args) => {
      before(name, args);
      return original[name]!(...args);
    };
  }
  const { openSync } = fs;
  table.openSync = (path: string, flags: string, ...rest: unknown[]) => {
    // To open for writing makes or empties a file, and so is a write itself.
    if (flags !== 'r') before('openSync', [path]);
    const file = (openSync as Call)(path, flags, ...rest) as number;
    names.set(file, path);
    return file;
  };
  syncBuiltinESMExports();
  if (listFile !== undefined) process.on('exit', () => original.writeFileSync!(listFile, calls.join('\n')));
}

function before(name: string, args: unknown[]): void {
  const [subject] = args;
  // The terminal is no file of ours.
  if (subject === 1 || subject === 2) return;
  const path = typeof subject === 'number' ? (names.get(subject) ?? '') : String(subject);
  calls.push(`${name} ${basename(path)}`);
  if (calls.length !== killAt) return;
  if (name === 'writeSync') tear(args as [number, Uint8Array, number]);
  process.kill(process.pid, 'SIGKILL');
}

function tear([file, data, from = 0]: [number, Uint8Array, number]): void {
  original.writeSync!(file, data, from, Math.floor((data.length - from) / 2));
}
