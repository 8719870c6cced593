/**
 * A queue that gives back nodes by growing key, as searches put them in: no key may lie below that of the bucket
 * being emptied, nor more than `reach_m` above it. Within a bucket the order is free; a search that accepts a node
 * again when its key fell stays exact. Entries are chained through arrays, so nothing is allocated on the way.
 */
export class Buckets {
  private readonly width_m: number;
  private readonly perWidth: number;
  private readonly heads: Int32Array;
  private readonly mask: number;
  private nodes: Int32Array;
  private next: Int32Array;
  private free = -1;
  private used = 0;
  private current = 0;
  private count = 0;

  /** `width_m` of a bucket; `reach_m` is the longest step that a search takes. */
  constructor(width_m: number, reach_m: number, capacity: number) {
    this.width_m = width_m;
    this.perWidth = 1 / width_m;
    const least = Math.ceil(reach_m / width_m) + 2;
    this.mask = 2 ** Math.ceil(Math.log2(least)) - 1;
    this.heads = new Int32Array(this.mask + 1).fill(-1);
    this.nodes = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
  }

  /** Lower bound of all keys still inside. */
  get floor_m(): number {
    return this.current * this.width_m;
  }

  /** Whether a key lies in a bucket that was emptied. */
  isPast(key: number): boolean {
    return Math.floor(key * this.perWidth) < this.current;
  }

  /** Empties the queue and sets it to begin at a key. */
  restart(key: number): void {
    this.heads.fill(-1);
    this.free = -1;
    this.used = 0;
    this.count = 0;
    this.current = Math.floor(key * this.perWidth);
  }

  push(node: number, key: number): void {
    const slot = Math.floor(key * this.perWidth) & this.mask;
    let entry = this.free;
    if (entry >= 0) this.free = this.next[entry] as number;
    else {
      entry = this.used++;
      if (entry === this.nodes.length) this.grow();
    }
    this.nodes[entry] = node;
    this.next[entry] = this.heads[slot] as number;
    this.heads[slot] = entry;
    this.count++;
  }

  /** A node of the lowest bucket; −1 when nothing is left. */
  pop(): number {
    if (this.count === 0) return -1;
    let slot = this.current & this.mask;
    while ((this.heads[slot] as number) < 0) {
      this.current++;
      slot = this.current & this.mask;
    }
    const entry = this.heads[slot] as number;
    this.heads[slot] = this.next[entry] as number;
    this.next[entry] = this.free;
    this.free = entry;
    this.count--;
    return this.nodes[entry] as number;
  }

  private grow(): void {
    const wider = (array: Int32Array) => {
      const copy = new Int32Array(2 * array.length);
      copy.set(array);
      return copy;
    };
    this.nodes = wider(this.nodes);
    this.next = wider(this.next);
  }
}
