/** Events in order of time; those of one time in the order in which they were put. No object is made for any. */
export class EventHeap {
  /** Time, kind and argument of the event taken last. */
  time = 0;
  kind = 0;
  of = 0;
  size = 0;
  #times = new Float64Array(1024);
  #orders = new Float64Array(1024);
  #codes = new Int32Array(1024);
  #put = 0;

  /** Time of the next event, ∞ where there is none. */
  get next(): number {
    return this.size > 0 ? this.#times[0]! : Infinity;
  }

  /** `kind` below 128, `of` below 2²⁴. An event at ∞ never comes. */
  put(time: number, kind: number, of: number): void {
    if (time === Infinity) return;
    if (this.size === this.#times.length) this.#grow();
    const order = this.#put++;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#times[above]! <= time) break;
      this.#move(above, at);
      at = above;
    }
    this.#set(at, time, order, (kind << 24) | of);
  }

  /** Takes the next event into `time`, `kind` and `of`. */
  take(): void {
    const code = this.#codes[0]!;
    this.time = this.#times[0]!;
    this.kind = code >> 24;
    this.of = code & 0xffffff;
    const last = --this.size;
    if (last > 0) this.#sink(this.#times[last]!, this.#orders[last]!, this.#codes[last]!);
  }

  #sink(time: number, order: number, code: number): void {
    let at = 0;
    for (let below = 1; below < this.size; below = 2 * at + 1) {
      if (below + 1 < this.size && this.#before(below + 1, below)) below++;
      if (time < this.#times[below]! || (time === this.#times[below]! && order < this.#orders[below]!)) break;
      this.#move(below, at);
      at = below;
    }
    this.#set(at, time, order, code);
  }

  #before(one: number, other: number): boolean {
    const difference = this.#times[one]! - this.#times[other]!;
    return difference < 0 || (difference === 0 && this.#orders[one]! < this.#orders[other]!);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#times[from]!, this.#orders[from]!, this.#codes[from]!);
  }

  #set(at: number, time: number, order: number, code: number): void {
    this.#times[at] = time;
    this.#orders[at] = order;
    this.#codes[at] = code;
  }

  #grow(): void {
    const size = 2 * this.#times.length;
    const [times, orders, codes] = [this.#times, this.#orders, this.#codes];
    this.#times = new Float64Array(size);
    this.#orders = new Float64Array(size);
    this.#codes = new Int32Array(size);
    this.#times.set(times);
    this.#orders.set(orders);
    this.#codes.set(codes);
  }
}
