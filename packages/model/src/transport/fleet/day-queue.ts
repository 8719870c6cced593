/** What happens to rows by day: one list a day, threaded through the rows themselves. No day holds a row twice. */
export class DayQueue {
  readonly #first: Int32Array;
  #next: Int32Array;

  constructor(days: number, rows: number) {
    this.#first = new Int32Array(days).fill(-1);
    this.#next = new Int32Array(rows);
  }

  /** Puts a row on a day; days after the last are never reached and are dropped. */
  put(day: number, row: number): void {
    if (day >= this.#first.length) return;
    if (row >= this.#next.length) this.#grow(row);
    this.#next[row] = this.#first[day]!;
    this.#first[day] = row;
  }

  /** Takes the next row of a day, or −1 when none is left. */
  take(day: number): number {
    const row = this.#first[day]!;
    if (row >= 0) this.#first[day] = this.#next[row]!;
    return row;
  }

  #grow(row: number): void {
    const more = new Int32Array(Math.max(row + 1, 2 * this.#next.length));
    more.set(this.#next);
    this.#next = more;
  }
}
