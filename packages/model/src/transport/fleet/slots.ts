/** Free slots of one shell, plane by plane; planes by how many they miss, so that the emptiest is at hand. */
export class Slots {
  readonly perPlane: number;
  /** Slots without a satellite, by plane. */
  readonly free: Int32Array;
  /** Numbers of free slots, a stack a plane. */
  readonly #stack: Int32Array;
  /** First plane that misses so many, and its neighbours in that list; −1 at the ends. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** 1 where a plane's stack has been written: most campaigns never come to most planes. */
  readonly #open: Uint8Array;
  #most: number;

  constructor(planes: number, perPlane: number) {
    this.perPlane = perPlane;
    this.free = new Int32Array(planes).fill(perPlane);
    this.#stack = new Int32Array(planes * perPlane);
    this.#open = new Uint8Array(planes);
    this.#first = new Int32Array(perPlane + 1).fill(-1);
    this.#next = new Int32Array(planes);
    this.#previous = new Int32Array(planes);
    this.#most = perPlane;
    for (let plane = planes - 1; plane >= 0; plane--) this.#list(plane, perPlane);
  }

  /** A plane that misses as many satellites as any. */
  emptiest(): number {
    while (this.#first[this.#most]! < 0) this.#most--;
    return this.#first[this.#most]!;
  }

  /** Takes `count` free slots of a plane, no more than it has; `slotAt` tells their numbers from the place returned. */
  take(plane: number, count: number): number {
    const left = this.free[plane]!;
    if (this.#open[plane] === 0) this.#write(plane);
    this.#move(plane, left, left - count);
    return plane * this.perPlane + left - count;
  }

  slotAt(place: number): number {
    return this.#stack[place]!;
  }

  give(plane: number, slot: number): void {
    const left = this.free[plane]!;
    this.#stack[plane * this.perPlane + left] = slot;
    this.#move(plane, left, left + 1);
    if (left + 1 > this.#most) this.#most = left + 1;
  }

  #write(plane: number): void {
    this.#open[plane] = 1;
    const first = plane * this.perPlane;
    for (let slot = 0; slot < this.perPlane; slot++) this.#stack[first + slot] = this.perPlane - 1 - slot;
  }

  #move(plane: number, from: number, to: number): void {
    const [next, previous] = [this.#next[plane]!, this.#previous[plane]!];
    if (next >= 0) this.#previous[next] = previous;
    if (previous >= 0) this.#next[previous] = next;
    else this.#first[from] = next;
    this.free[plane] = to;
    this.#list(plane, to);
  }

  #list(plane: number, misses: number): void {
    const first = this.#first[misses]!;
    this.#next[plane] = first;
    this.#previous[plane] = -1;
    if (first >= 0) this.#previous[first] = plane;
    this.#first[misses] = plane;
  }
}
