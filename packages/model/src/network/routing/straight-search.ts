import { Buckets } from './buckets.ts';
import type { Graph } from './graph.ts';

/**
 * Shortest way between two satellites by A*: what is left is at least the straight line to the end, so the search
 * goes there first and looks at a fraction of the fleet. One search after the other with the same memory; what a
 * search did not touch costs nothing, so many pairs of a large fleet can be asked for in turn.
 */
export class StraightSearch {
  private readonly graph: Graph;
  private readonly lengths_m: Float64Array;
  private readonly positions_m: Float64Array;
  private readonly distance_m: Float64Array;
  private readonly before: Int32Array;
  /** Number of the search that last reached a satellite. */
  private readonly stamp: Int32Array;
  private readonly queue: Buckets;
  private search = 0;

  constructor(graph: Graph, lengths_m: Float64Array, positions_m: Float64Array) {
    this.graph = graph;
    this.lengths_m = lengths_m;
    this.positions_m = positions_m;
    this.distance_m = new Float64Array(graph.nodes);
    this.before = new Int32Array(graph.nodes);
    this.stamp = new Int32Array(graph.nodes);
    const most = lengths_m.reduce((a, b) => Math.max(a, b), 1);
    // A step of one link changes what lies behind and what lies ahead by as much.
    this.queue = new Buckets(most / 16, 2 * most, 1024);
  }

  /** The way with both ends, and its length; undefined where none leads. */
  between(
    from: number,
    to: number,
  ): { readonly distance_m: number; readonly satellites: number[] } | undefined {
    const { graph, lengths_m, distance_m, before, stamp, queue } = this;
    this.search++;
    stamp[from] = this.search;
    distance_m[from] = 0;
    before[from] = -1;
    queue.restart(this.straight_m(from, to));
    queue.push(from, this.straight_m(from, to));
    for (let node = queue.pop(); node >= 0; node = queue.pop()) {
      // Everything that could still be shorter lies in a lower bucket.
      if (stamp[to] === this.search && queue.floor_m > (distance_m[to] as number)) break;
      const here = distance_m[node] as number;
      for (let arc = graph.offsets[node] as number; arc < (graph.offsets[node + 1] as number); arc++) {
        const end = graph.ends[arc] as number;
        const distance = here + (lengths_m[arc] as number);
        if (stamp[end] === this.search && distance >= (distance_m[end] as number)) continue;
        stamp[end] = this.search;
        distance_m[end] = distance;
        before[end] = node;
        queue.push(end, Math.max(queue.floor_m, distance + this.straight_m(end, to)));
      }
    }
    return stamp[to] === this.search
      ? { distance_m: distance_m[to] as number, satellites: this.way(to) }
      : undefined;
  }

  private straight_m(one: number, other: number): number {
    const p = this.positions_m;
    const dx = (p[one * 3] as number) - (p[other * 3] as number);
    const dy = (p[one * 3 + 1] as number) - (p[other * 3 + 1] as number);
    const dz = (p[one * 3 + 2] as number) - (p[other * 3 + 2] as number);
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private way(to: number): number[] {
    const way: number[] = [];
    for (let at = to; at >= 0; at = this.before[at] as number) way.push(at);
    return way.reverse();
  }
}
