import type { BlockGrid } from './blocks.ts';

/** Ways through the torus of blocks, as lists of resources, grown way by way. */
export class WayList {
  readonly first: number[] = [0];
  readonly resource: number[] = [];
  readonly use: number[] = [];

  take(resource: number, use: number): void {
    this.resource.push(resource);
    this.use.push(use);
  }

  close(): void {
    this.first.push(this.resource.length);
  }

  get count(): number {
    return this.first.length - 1;
  }
}

/** Signed steps from one place to another on a ring, the short way round. */
export function shortWay(from: number, to: number, size: number): number {
  const forward = (((to - from) % size) + size) % size;
  return forward <= size / 2 ? forward : forward - size;
}

/** Resource of a block's links across planes (0) or along them (1). */
export const axisOf = (block: number, axis: 0 | 1): number => 2 * block + axis;

/**
 * Takes the links of a way between two blocks of one part, across the planes first or along them first. A step takes
 * half of the links through the block it leaves and half through the one it enters, in parts of the whole torus.
 */
export function takeWay(
  list: WayList,
  grid: BlockGrid,
  from: number,
  to: number,
  acrossFirst: boolean,
): void {
  const { rows, columns } = grid;
  const part = Math.floor(from / (rows * columns));
  let row = Math.floor(from / columns) % rows;
  let column = from % columns;
  const rowSteps = shortWay(row, Math.floor(to / columns) % rows, rows);
  const columnSteps = shortWay(column, to % columns, columns);
  const at = () => (part * rows + row) * columns + column;
  const across = () => {
    for (let step = 0; step < Math.abs(rowSteps); step++) {
      list.take(axisOf(at(), 0), 0.5 / rows);
      row = (row + Math.sign(rowSteps) + rows) % rows;
      list.take(axisOf(at(), 0), 0.5 / rows);
    }
  };
  const along = () => {
    for (let step = 0; step < Math.abs(columnSteps); step++) {
      list.take(axisOf(at(), 1), 0.5 / columns);
      column = (column + Math.sign(columnSteps) + columns) % columns;
      list.take(axisOf(at(), 1), 0.5 / columns);
    }
  };
  if (acrossFirst) across();
  along();
  if (!acrossFirst) across();
}
