import type { FleetBlock } from '@kardashev/kernels/fleet/arena.ts';

/** Where a plane's satellites lie in the kernel's columns: a row of a block, its satellites one after the other. */
export interface Seat {
  readonly block: Pick<FleetBlock, 'rows' | 'state' | 'totals' | 'perRow'>;
  readonly row: number;
}

/** The first of the plane's satellites in the columns of its block. */
export function firstOf({ block, row }: Seat): number {
  return row * block.perRow;
}
