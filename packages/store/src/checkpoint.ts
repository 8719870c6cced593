import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from './atomic.ts';
import { seal, unseal } from './sealed.ts';

/** How far a run had come, and all that the engine needs to go on from there. */
export interface Checkpoint {
  readonly pass: number;
  /** Months done in this pass. */
  readonly done: number;
  readonly snapshot: Uint8Array;
}

const header_bytes = 8;

const fileOf = (folder: string) => join(folder, 'checkpoint.bin');

/** Replaces the run's checkpoint. A kill at any moment leaves the old one or the new one. */
export function writeCheckpoint(folder: string, { pass, done, snapshot }: Checkpoint): void {
  const content = new Uint8Array(header_bytes + snapshot.length);
  const header = new DataView(content.buffer);
  header.setUint32(0, pass, true);
  header.setUint32(4, done, true);
  content.set(snapshot, header_bytes);
  writeAtomic(fileOf(folder), seal(content));
}

/** The run's checkpoint: undefined when there is none, `damaged` when it cannot be used. */
export function readCheckpoint(folder: string): Checkpoint | 'damaged' | undefined {
  let sealed: Uint8Array;
  try {
    sealed = readFileSync(fileOf(folder));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'damaged';
  }
  const content = unseal(sealed);
  if (content === undefined || content.length < header_bytes) return 'damaged';
  const header = new DataView(content.buffer, content.byteOffset, header_bytes);
  // A copy, so that engines may lay typed arrays over it whatever its place in the file was.
  const snapshot = new Uint8Array(content.subarray(header_bytes));
  return { pass: header.getUint32(0, true), done: header.getUint32(4, true), snapshot };
}

/** A finished run has no use for it. */
export function removeCheckpoint(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}
