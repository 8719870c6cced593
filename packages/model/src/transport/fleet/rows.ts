/** Where a satellite is in its life. A row of state `none` is free. */
export const state = { none: 0, serving: 1, leaving: 2, dead: 3 } as const;

/** Words of a row. Four, so that what happens to a satellite touches one line of memory. */
export const words = 4;
const [headAt, placeAt, nextAt, stayAt] = [0, 1, 2, 3] as const;

/** Most shells and months that a row can name, and the longest stay in days. */
export const mostShells = 1 << 15;
export const mostMonths = 1 << 11;
const longestStay = 0xffff;

/**
 * One row a satellite: shell, vintage (month of entry), cause of its end and state in one word, then plane and slot,
 * the next row of the same day, and the days it will stay in orbit after service. A row is used again after its
 * satellite has re-entered.
 */
export class FleetRows {
  /** Rows ever used. */
  used = 0;
  #data: Int32Array;
  #firstOfDay: Int32Array;
  #firstFree = -1;

  constructor(rows: number, days: number) {
    this.#data = new Int32Array(rows * words);
    this.#firstOfDay = new Int32Array(days).fill(-1);
  }

  /** Adds a serving satellite. `place` is plane · perPlane + slot, or −1 − plane for a spare. */
  add(shell: number, vintage: number, cause: number, place: number, stay_d: number): number {
    const row = this.#take();
    const at = row * words;
    this.#data[at + headAt] = (shell << 16) | (vintage << 5) | (cause << 2) | state.serving;
    this.#data[at + placeAt] = place;
    this.#data[at + stayAt] = Math.min(longestStay, stay_d);
    return row;
  }

  shell(row: number): number {
    return this.#data[row * words + headAt]! >>> 16;
  }

  vintage(row: number): number {
    return (this.#data[row * words + headAt]! >>> 5) & (mostMonths - 1);
  }

  cause(row: number): number {
    return (this.#data[row * words + headAt]! >>> 2) & 7;
  }

  state(row: number): number {
    return this.#data[row * words + headAt]! & 3;
  }

  turn(row: number, to: number): void {
    const at = row * words + headAt;
    this.#data[at] = (this.#data[at]! & ~3) | to;
  }

  place(row: number): number {
    return this.#data[row * words + placeAt]!;
  }

  stay_d(row: number): number {
    return this.#data[row * words + stayAt]!;
  }

  release(row: number): void {
    this.#data[row * words + headAt] = state.none;
    this.#data[row * words + nextAt] = this.#firstFree;
    this.#firstFree = row;
  }

  /** Puts a row on a day; days after the last are never reached. No row is on two days at once. */
  put(day: number, row: number): void {
    if (day >= this.#firstOfDay.length) return;
    this.#data[row * words + nextAt] = this.#firstOfDay[day]!;
    this.#firstOfDay[day] = row;
  }

  /** Takes the next row of a day, or −1 when none is left. */
  takeOf(day: number): number {
    const row = this.#firstOfDay[day]!;
    if (row >= 0) this.#firstOfDay[day] = this.#data[row * words + nextAt]!;
    return row;
  }

  #take(): number {
    const row = this.#firstFree;
    if (row >= 0) {
      this.#firstFree = this.#data[row * words + nextAt]!;
      return row;
    }
    if (this.used * words === this.#data.length) this.#grow();
    return this.used++;
  }

  #grow(): void {
    const larger = new Int32Array(Math.max(1024 * words, 2 * this.#data.length));
    larger.set(this.#data);
    this.#data = larger;
  }
}
