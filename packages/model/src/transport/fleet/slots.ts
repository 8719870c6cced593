/** Free slots of one shell, plane by plane; planes by how many they miss, so that the emptiest is at hand. */
export class Slots {
  readonly perPlane: number;
  /** Slots without a satellite, by plane. */
  readonly free: Int32Array;
  /** Numbers of the slots that were given back, a stack a plane, and how many those are. */
  readonly #stack: Int32Array;
  readonly #back: Int32Array;
  /** Slots that have had a satellite, by plane. */
  readonly #fresh: Int32Array;
  /** First plane that misses so many, and its neighbours in that list; −1 at the ends. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  #most: number;

  constructor(planes: number, perPlane: number) {
    this.perPlane = perPlane;
    this.free = new Int32Array(planes).fill(perPlane);
    this.#stack = new Int32Array(planes * perPlane);
    this.#back = new Int32Array(planes);
    this.#fresh = new Int32Array(planes);
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

  /** Counts so many slots of a plane as taken, no more than it has; `next` then tells which, one by one. */
  take(plane: number, count: number): void {
    const left = this.free[plane]!;
    this.#move(plane, left, left - count);
  }

  /** A slot that was given back, or else the first that never had a satellite. */
  next(plane: number): number {
    const back = this.#back[plane]!;
    if (back > 0) {
      this.#back[plane] = back - 1;
      return this.#stack[plane * this.perPlane + back - 1]!;
    }
    const fresh = this.#fresh[plane]!;
    this.#fresh[plane] = fresh + 1;
    return fresh;
  }

  give(plane: number, slot: number): void {
    const left = this.free[plane]!;
    const back = this.#back[plane]!;
    this.#stack[plane * this.perPlane + back] = slot;
    this.#back[plane] = back + 1;
    this.#move(plane, left, left + 1);
    if (left + 1 > this.#most) this.#most = left + 1;
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
