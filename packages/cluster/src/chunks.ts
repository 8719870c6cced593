import { pointCount } from '@kardashev/model/engine/tables.ts';
import type { TableRequest } from '@kardashev/model/flows/table.ts';

/** A stretch of a table's grid: points `from` ≤ index < `to`. */
export interface Chunk {
  readonly table: number;
  readonly from: number;
  readonly to: number;
}

/** Points of a chunk: enough to outweigh the message, few enough to share a table between cores. */
const chunkPoints = 64;

/** Cuts tables into chunks. The cuts never depend on how many workers there are. */
export function cut(requests: readonly TableRequest[]): Chunk[] {
  return requests.flatMap((request, table) => {
    const points = pointCount(request);
    const count = Math.ceil(points / chunkPoints);
    return Array.from({ length: count }, (_, index) => ({
      table,
      from: index * chunkPoints,
      to: Math.min(points, (index + 1) * chunkPoints),
    }));
  });
}
