import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that a reader, or a process that comes after a kill or a power cut, sees either the old
 * content or the whole new one. The calls are synchronous: the order in which they reach the disk is the point.
 */
export function writeAtomic(path: string, data: Uint8Array | string): void {
  const temporary = temporaryOf(path);
  writeDurably(temporary, typeof data === 'string' ? Buffer.from(data) : data);
  commit(temporary, path);
}

/** Writes JSON for people and programs, atomically. */
export function writeJson(path: string, value: unknown): void {
  writeAtomic(path, `${JSON.stringify(value, undefined, 1)}\n`);
}

/** Gives a finished temporary file its name. The file must lie in the same folder. */
export function commit(temporary: string, path: string): void {
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Waits until a file that others wrote has reached the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until names in a folder have reached the disk. Windows cannot, and needs not. */
export function syncFolder(folder: string): void {
  let file: number;
  try {
    file = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(file);
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * Where `writeAtomic` prepares a file: in the same folder, under a name of this process. Machines share folders, and
 * containers the numbers of their processes.
 */
export function temporaryOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${hostname()}-${process.pid}.tmp`);
}

/** Removes what killed processes left half-written. Only for a folder that this process has locked. */
export function removeTemporaries(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.') && name.endsWith('.tmp')) rmSync(join(folder, name), { force: true });
  }
}

/** Writes a new file and waits until it has reached the disk. */
export function writeDurably(path: string, data: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let done = 0; done < data.length; ) done += writeSync(file, data, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
