import { columns } from './columns.ts';
import {
  type Columns,
  type FleetRows,
  type FleetState,
  type FleetTotals,
  rowColumns,
  stateColumns,
  totalColumns,
} from './kernel.ts';
import { rowConstants } from './wasm-layout.ts';

/** A WebAssembly.Memory, in as much as it is needed here. */
export interface FleetMemory {
  readonly buffer: ArrayBufferLike;
  /** By pages of 64 KiB. */
  grow(pages: number): number;
}

const bytesPerPage = 65536;
/** The first bytes are left alone: 0 means nothing there. */
const firstAddress = 64;

/** Hands out room in the memory of the WebAssembly make, once and for good. */
export class Arena {
  readonly memory: FleetMemory;
  #next = firstAddress;

  constructor(memory: FleetMemory) {
    this.memory = memory;
  }

  /** An address on a cache line's start; memory grows as needed. */
  take(bytes: number): number {
    const address = this.#next;
    this.#next = Math.ceil((address + bytes) / 64) * 64;
    const missing = this.#next - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / bytesPerPage));
    return address;
  }

  floats(address: number, count: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, count);
  }
}

/** Satellites of rows alike in number, with their columns in the memory of the WebAssembly make. */
export interface FleetBlock {
  readonly rows: FleetRows;
  readonly state: FleetState;
  readonly totals: FleetTotals;
  readonly perRow: number;
  /** Addresses, for the module. */
  readonly constantsAt: number;
  readonly stateAt: number;
  readonly totalsAt: number;
}

/** Lays a block into an arena, all zero but for the least stored, of which nothing is known yet. */
export function layBlock(arena: Arena, rowCount: number, perRow: number): FleetBlock {
  const count = rowCount * perRow;
  const constantsAt = arena.take(8 * rowConstants * rowCount);
  const stateAt = arena.take(8 * stateColumns.length * count);
  const totalsAt = arena.take(8 * totalColumns.length * count);
  const totals = columnsAt(arena, totalColumns, totalsAt, count);
  totals.least_J.fill(Infinity);
  return {
    rows: columns(rowColumns, rowCount),
    state: columnsAt(arena, stateColumns, stateAt, count),
    totals,
    perRow,
    constantsAt,
    stateAt,
    totalsAt,
  };
}

function columnsAt<const N extends readonly string[]>(
  arena: Arena,
  names: N,
  address: number,
  count: number,
): Columns<N> {
  const made: { [name: string]: Float64Array } = {};
  for (const [index, name] of names.entries()) made[name] = arena.floats(address + 8 * index * count, count);
  return made as Columns<N>;
}
