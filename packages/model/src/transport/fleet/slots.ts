/** Free slots of one shell, plane by plane. */
export class Slots {
  /** Slots without a satellite, by plane. */
  readonly free: Int32Array;
  readonly #perPlane: number;
  /** Numbers of free slots, a stack a plane. */
  readonly #stack: Int32Array;

  constructor(planes: number, perPlane: number) {
    this.free = new Int32Array(planes).fill(perPlane);
    this.#perPlane = perPlane;
    this.#stack = new Int32Array(planes * perPlane);
    for (let at = 0; at < this.#stack.length; at++) this.#stack[at] = perPlane - 1 - (at % perPlane);
  }

  /** The plane that misses most satellites; the first of several. */
  emptiest(): number {
    let plane = 0;
    for (let other = 1; other < this.free.length; other++) {
      if (this.free[other]! > this.free[plane]!) plane = other;
    }
    return plane;
  }

  /** A slot of the plane, or −1 where all are taken: then the satellite is a spare of the plane. */
  take(plane: number): number {
    const left = this.free[plane]!;
    if (left === 0) return -1;
    this.free[plane] = left - 1;
    return this.#stack[plane * this.#perPlane + left - 1]!;
  }

  give(plane: number, slot: number): void {
    if (slot < 0) return;
    const left = this.free[plane]!;
    this.#stack[plane * this.#perPlane + left] = slot;
    this.free[plane] = left + 1;
  }
}
