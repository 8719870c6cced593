import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let here: string;
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'kardashev-folder-'));
});
afterEach(() => rmSync(here, { recursive: true }));

it('makes a folder with those above it, and leaves one that is there', () => {
  const folder = join(here, 'a', 'b', 'c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

it('says that a file stands in the way', () => {
  writeFileSync(join(here, 'a'), '');
  expect(() => makeFolder(join(here, 'a'))).toThrow('EEXIST');
  expect(() => makeFolder(join(here, 'a', 'b'))).toThrow('ENOTDIR');
});

it.skipIf(!existsSync('/proc/self'))('ends where no folder can be made', () => {
  expect(() => makeFolder('/proc/kardashev/runs')).toThrow('ENOENT');
});
