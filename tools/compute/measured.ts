import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunRow, readRuns } from '@kardashev/model/compute/train/csv-rows.ts';

const data = process.env.KARDASHEV_DATA ?? join(import.meta.dirname, '../../../shared/data');

/** Rows of one of vTrain's files. */
export function vTrainRows(name: 'multi-node' | 'single-node'): readonly RunRow[] {
  const file = join(data, `training/vtrain-a100-${name}.csv`);
  const table = readRuns(readFileSync(file, 'utf8'), file);
  if (!table.ok) throw new Error(table.faults[0]?.message);
  return table.value.rows;
}

/** Two halves that anybody can repeat: rows in the order of a hash of seed and place, the first half of them. */
export function halves<T>(rows: readonly T[], seed: number): readonly [T[], T[]] {
  const order = rows.map((_, index) => index).sort((one, other) => hash(one, seed) - hash(other, seed));
  const first = new Set(order.slice(0, Math.ceil(rows.length / 2)));
  return [rows.filter((_, index) => first.has(index)), rows.filter((_, index) => !first.has(index))];
}

function hash(index: number, seed: number): number {
  let value = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}
