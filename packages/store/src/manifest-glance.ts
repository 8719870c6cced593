import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { type Manifest, manifestFormat, readManifest } from './manifest.ts';

/** A manifest without the plan's months, entries and values. */
export type Glance = Omit<Manifest, 'plan'> & {
  readonly plan: Pick<Manifest['plan'], 'name' | 'title' | 'funding'>;
};

const head_bytes = 32_768;
const tail_bytes = 4096;

/**
 * Reads what a list of runs tells of one. A manifest is a megabyte, nearly all of it the plan's values, which stand
 * between its first lines and its last: only these are read. Where they are not as `writeManifest` puts them, all is.
 */
export function glanceAtManifest(folder: string): Outcome<Glance> {
  const around = endsOf(join(folder, 'manifest.json'));
  const glance = around && withoutValues(around);
  return glance?.format === manifestFormat ? success(glance) : readManifest(folder);
}

function endsOf(path: string): { head: string; tail: string } | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    if (size < head_bytes + tail_bytes) return undefined;
    return { head: textAt(file, 0, head_bytes), tail: textAt(file, size - tail_bytes, tail_bytes) };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function textAt(file: number, position: number, length: number): string {
  const buffer = Buffer.alloc(length);
  return buffer.toString('utf8', 0, readSync(file, buffer, 0, length, position));
}

/** JSON with one space a level: the plan's scalars come before its months, and what follows the plan has one space. */
function withoutValues({ head, tail }: { head: string; tail: string }): Glance | undefined {
  const plan = head.indexOf('\n "plan": {');
  const months = head.indexOf(',\n  "from": ', plan);
  const end = tail.lastIndexOf('\n }');
  if (plan < 0 || months < 0 || end < 0) return undefined;
  try {
    return JSON.parse(head.slice(0, months) + tail.slice(end)) as Glance;
  } catch {
    return undefined;
  }
}
