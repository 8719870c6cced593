/** Where a satellite is in its life. A row of state `none` is free. */
export const rowStates = ['none', 'serving', 'leaving', 'dead'] as const;
export const state = { none: 0, serving: 1, leaving: 2, dead: 3 } as const;

/** One row a satellite, in columns. A row is used again after its satellite has re-entered. */
export class FleetRows {
  /** Rows ever used. */
  used = 0;
  state: Uint8Array;
  /** Index of the shell's host. */
  shell: Uint8Array;
  plane: Uint16Array;
  /** Slot in the plane, −1 for a spare. */
  slot: Int32Array;
  /** Month of entry into service. */
  vintage: Uint16Array;
  /** Number among the shell's satellites ever: what its draws are keyed by. */
  serial: Int32Array;
  /** Cause of its end of service, known from its entry on. */
  cause: Uint8Array;
  #free: Int32Array;
  #freeCount = 0;

  constructor(rows: number) {
    this.state = new Uint8Array(rows);
    this.shell = new Uint8Array(rows);
    this.plane = new Uint16Array(rows);
    this.slot = new Int32Array(rows);
    this.vintage = new Uint16Array(rows);
    this.serial = new Int32Array(rows);
    this.cause = new Uint8Array(rows);
    this.#free = new Int32Array(rows);
  }

  take(): number {
    if (this.#freeCount > 0) return this.#free[--this.#freeCount]!;
    if (this.used === this.state.length) this.#grow();
    return this.used++;
  }

  release(row: number): void {
    this.state[row] = state.none;
    this.#free[this.#freeCount++] = row;
  }

  #grow(): void {
    const rows = Math.max(1024, 2 * this.state.length);
    this.state = larger(this.state, new Uint8Array(rows));
    this.shell = larger(this.shell, new Uint8Array(rows));
    this.plane = larger(this.plane, new Uint16Array(rows));
    this.slot = larger(this.slot, new Int32Array(rows));
    this.vintage = larger(this.vintage, new Uint16Array(rows));
    this.serial = larger(this.serial, new Int32Array(rows));
    this.cause = larger(this.cause, new Uint8Array(rows));
    this.#free = larger(this.#free, new Int32Array(rows));
  }
}

function larger<T extends Uint8Array | Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
