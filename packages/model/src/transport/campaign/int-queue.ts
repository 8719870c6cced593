/** First in, first out, for row numbers. */
export class IntQueue {
  length = 0;
  #ring = new Int32Array(16);
  #first = 0;

  get first(): number {
    return this.length > 0 ? this.#ring[this.#first]! : -1;
  }

  put(value: number): void {
    if (this.length === this.#ring.length) this.#grow();
    this.#ring[(this.#first + this.length++) & (this.#ring.length - 1)] = value;
  }

  take(): number {
    const value = this.#ring[this.#first]!;
    this.#first = (this.#first + 1) & (this.#ring.length - 1);
    this.length--;
    return value;
  }

  #grow(): void {
    const ring = new Int32Array(2 * this.#ring.length);
    for (let at = 0; at < this.length; at++) {
      ring[at] = this.#ring[(this.#first + at) & (this.#ring.length - 1)]!;
    }
    this.#ring = ring;
    this.#first = 0;
  }
}
