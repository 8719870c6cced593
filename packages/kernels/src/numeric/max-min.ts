/**
 * Consumers that share resources, each by its weight: consumer f takes `use` of every resource that it is listed
 * with, per unit of its rate. Lists are flat: those of f are the entries `first[f]` to `first[f + 1]`.
 */
export interface SharedResources {
  readonly capacity: Float64Array;
  readonly weight: Float64Array;
  /** Rate that a consumer wants at most; may be infinite. */
  readonly demand: Float64Array;
  readonly first: Int32Array;
  readonly resource: Int32Array;
  /** One where absent. */
  readonly use?: Float64Array;
}

/** Marks a consumer that got all that it wanted. */
export const satisfied = -1;

/**
 * Exact weighted max–min fair rates by progressive filling: all rates grow in proportion to their weights until a
 * resource is full or a demand met; who is held there stays, the others grow on. Nobody can then get more without
 * taking it from somebody with no more for its weight. Writes each consumer's rate and what holds it: a resource, or
 * `satisfied`. A consumer without resources gets its demand.
 *
 * Levels at which resources fill only rise as others are held, so a heap with stale keys does: O(entries · log
 * resources). Bertsekas and Gallager, Data Networks, section 6.5.2.
 */
export function maxMinRates(shared: SharedResources, rate: Float64Array, heldBy: Int32Array): void {
  const { weight, demand, capacity } = shared;
  const consumers = weight.length;
  const filling = new Filling(shared);
  const byDemand = demandOrder(shared);
  heldBy.fill(satisfied);
  const held = new Uint8Array(consumers);
  let next = 0;
  for (;;) {
    while (next < byDemand.length && held[byDemand[next]!] === 1) next++;
    const wanted = next < byDemand.length ? demand[byDemand[next]!]! / weight[byDemand[next]!]! : Infinity;
    const full = filling.nextFull();
    const level = full < 0 ? Infinity : filling.level(full);
    if (wanted === Infinity && level === Infinity) break;
    if (wanted <= level) {
      const consumer = byDemand[next++]!;
      held[consumer] = 1;
      rate[consumer] = demand[consumer]!;
      filling.hold(consumer, demand[consumer]!);
      continue;
    }
    for (const consumer of filling.on(full)) {
      if (held[consumer] === 1) continue;
      held[consumer] = 1;
      heldBy[consumer] = full;
      rate[consumer] = weight[consumer]! * level;
      filling.hold(consumer, rate[consumer]!);
    }
  }
  // Whom nothing holds has no resources and no limit to its demand.
  for (let f = 0; f < consumers; f++)
    if (held[f] === 0) rate[f] = capacity.length === 0 ? demand[f]! : Infinity;
}

/** Consumers whose demand is finite by the level at which it is met, least first. */
function demandOrder({ weight, demand }: SharedResources): Int32Array {
  let finite = 0;
  for (let f = 0; f < demand.length; f++) if (demand[f]! < Infinity) finite++;
  const order = new Int32Array(finite);
  const level = new Float64Array(finite === 0 ? 0 : demand.length);
  let at = 0;
  let sorted = true;
  for (let f = 0; f < demand.length && finite > 0; f++) {
    level[f] = demand[f]! / weight[f]!;
    if (!(demand[f]! < Infinity)) continue;
    if (at > 0 && level[order[at - 1]!]! > level[f]!) sorted = false;
    order[at++] = f;
  }
  return sorted ? order : order.sort((a, b) => level[a]! - level[b]!);
}

/** Four numbers a resource side by side, since a hop wants them together: memory is what takes the time. */
const width = 4;
const [left, pull, waiting, key] = [0, 1, 2, 3];

/** How full resources are, and which one fills next. */
class Filling {
  readonly #shared: SharedResources;
  /**
   * A resource's row: capacity that held consumers leave; what the others take of it per unit of level; how many they
   * are; the level at which it was last seen to fill.
   */
  readonly #rows: Float64Array;
  readonly #consumersOf: Int32Array;
  readonly #firstOf: Int32Array;
  /** Binary heap of resources by their keys. */
  readonly #heap: Int32Array;
  #size = 0;

  constructor(shared: SharedResources) {
    this.#shared = shared;
    const { capacity, first, resource, weight, use } = shared;
    const rows = new Float64Array(width * capacity.length);
    for (let r = 0; r < capacity.length; r++) rows[width * r + left] = capacity[r]!;
    for (let f = 0; f < weight.length; f++) {
      for (let entry = first[f]!; entry < first[f + 1]!; entry++) {
        const row = width * resource[entry]!;
        rows[row + pull]! += weight[f]! * (use ? use[entry]! : 1);
        rows[row + waiting]!++;
      }
    }
    this.#rows = rows;
    this.#firstOf = new Int32Array(capacity.length + 1);
    for (let r = 0; r < capacity.length; r++) {
      this.#firstOf[r + 1] = this.#firstOf[r]! + rows[width * r + waiting]!;
    }
    this.#consumersOf = listConsumers(shared, this.#firstOf);
    this.#heap = new Int32Array(capacity.length);
    for (let r = 0; r < capacity.length; r++) if (rows[width * r + waiting]! > 0) this.#push(r);
  }

  /** Level at which a resource fills, as those who are held leave it. */
  level(resource: number): number {
    const row = width * resource;
    const pulled = this.#rows[row + pull]!;
    return pulled > 0 ? Math.max(0, this.#rows[row + left]!) / pulled : 0;
  }

  /** The resource that fills next, −1 when none has anybody waiting. */
  nextFull(): number {
    while (this.#size > 0) {
      const top = this.#heap[0]!;
      const row = width * top;
      if (this.#rows[row + waiting] === 0) {
        this.#heap[0] = this.#heap[--this.#size]!;
        this.#sink();
        continue;
      }
      const level = this.level(top);
      // Rounding may let a level fall by a hair; only a rise sends it down.
      if (level <= this.#rows[row + key]!) return top;
      this.#rows[row + key] = level;
      if (!this.#sink()) return top;
    }
    return -1;
  }

  /** Takes a consumer out of the filling at its rate. */
  hold(consumer: number, rate: number): void {
    const { first, resource, weight, use } = this.#shared;
    const rows = this.#rows;
    const own = weight[consumer]!;
    const end = first[consumer + 1]!;
    for (let entry = first[consumer]!; entry < end; entry++) {
      const row = width * resource[entry]!;
      const share = use ? use[entry]! : 1;
      rows[row + left]! -= rate * share;
      rows[row + pull]! -= own * share;
      rows[row + waiting]!--;
    }
  }

  /** The consumers of a resource, held ones included, as a stretch of a list. */
  on(resource: number): Int32Array {
    return this.#consumersOf.subarray(this.#firstOf[resource]!, this.#firstOf[resource + 1]!);
  }

  #push(resource: number): void {
    const level = this.level(resource);
    this.#rows[width * resource + key] = level;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#keyAt(parent) <= level) break;
      this.#heap[at] = this.#heap[parent]!;
      at = parent;
    }
    this.#heap[at] = resource;
  }

  /** Lets the top find its place; true when it moved. */
  #sink(): boolean {
    if (this.#size === 0) return false;
    const top = this.#heap[0]!;
    const own = this.#rows[width * top + key]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#keyAt(child + 1) < this.#keyAt(child)) child++;
      if (this.#keyAt(child) >= own) break;
      this.#heap[at] = this.#heap[child]!;
      at = child;
    }
    this.#heap[at] = top;
    return at > 0;
  }

  #keyAt(place: number): number {
    return this.#rows[width * this.#heap[place]! + key]!;
  }
}

/** Consumers by resource: those of r are the entries `firstOf[r]` to `firstOf[r + 1]`. */
function listConsumers({ first, resource, weight }: SharedResources, firstOf: Int32Array): Int32Array {
  const list = new Int32Array(resource.length);
  const at = firstOf.slice();
  for (let f = 0; f < weight.length; f++) {
    for (let entry = first[f]!; entry < first[f + 1]!; entry++) list[at[resource[entry]!]!++] = f;
  }
  return list;
}
