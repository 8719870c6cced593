import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commit, syncFile, temporaryOf } from '../atomic.ts';

/** A file of observations, with the numbers of the batches that are in it. */
export interface Segment {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

const pattern = /^observations-(\d{10})-(\d{10})\.parquet$/;
const digits = (batch: number): string => String(batch).padStart(10, '0');

/**
 * Segments of a folder, by batch. One that covers others was made of them, and holds all that they do: where a kill
 * came between its commit and their removal, they are removed now.
 */
export function segmentsOf(folder: string): Segment[] {
  const all = readdirSync(folder)
    .map((name) => ({ name, match: pattern.exec(name) }))
    .filter(({ match }) => match !== null)
    .map(({ name, match }) => ({ file: join(folder, name), from: Number(match![1]), to: Number(match![2]) }));
  const covered = all.filter((one) =>
    all.some((other) => other !== one && other.from <= one.from && other.to >= one.to),
  );
  for (const { file } of covered) rmSync(file, { force: true });
  return all.filter((one) => !covered.includes(one)).sort((a, b) => a.from - b.from);
}

/** Writes a segment so that it is there whole, and on the disk, or not at all. */
export async function writeSegment(
  folder: string,
  from: number,
  to: number,
  write: (file: string) => Promise<void>,
): Promise<Segment> {
  const file = join(folder, `observations-${digits(from)}-${digits(to)}.parquet`);
  const temporary = temporaryOf(file);
  rmSync(temporary, { force: true });
  await write(temporary);
  syncFile(temporary);
  commit(temporary, file);
  return { file, from, to };
}
