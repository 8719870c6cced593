import { Buckets } from './buckets.ts';
import type { Graph } from './graph.ts';

/** A satellite at which a search starts, and how far it is from where the way really starts. */
export interface Start {
  readonly node: number;
  readonly distance_m: number;
}

/** Shortest ways from one source to all satellites. Kept between searches; each search overwrites it. */
export interface Ways {
  /** Infinity where no way leads. */
  readonly distance_m: Float64Array;
  /** The satellite before on the way; −1 at a start and where no way leads. */
  readonly before: Int32Array;
}

/** Buckets a mean link spans: fewer scan nodes twice, more leave many buckets empty. */
const bucketsPerLink = 4;

/**
 * Dijkstra's search over typed arrays, one source after the other with the same memory. Nodes wait in buckets
 * rather than in a heap: with links of like length that is linear in the size of the graph.
 */
export class ShortestWays implements Ways {
  readonly distance_m: Float64Array;
  readonly before: Int32Array;
  private readonly graph: Graph;
  private readonly lengths_m: Float64Array;
  private readonly width_m: number;
  private reach_m: number;
  private queue: Buckets;

  constructor(graph: Graph, lengths_m: Float64Array) {
    this.graph = graph;
    this.lengths_m = lengths_m;
    this.distance_m = new Float64Array(graph.nodes);
    this.before = new Int32Array(graph.nodes);
    const { mean, most } = spread(lengths_m);
    // Without links any width will do: there is nothing to go on to.
    this.width_m = mean > 0 ? mean / bucketsPerLink : 1e3;
    this.reach_m = most;
    this.queue = new Buckets(this.width_m, most, graph.nodes);
  }

  /**
   * Searches from all starts at once. `enough` is asked whenever the search has moved on by a link's length or so:
   * all distances up to `floor_m` are final then, and what lies farther may be too long or unset.
   */
  from(starts: readonly Start[], enough?: (floor_m: number) => boolean): Ways {
    this.begin(starts);
    const { graph, lengths_m, queue, distance_m, before } = this;
    const { offsets, ends } = graph;
    let ask_m = enough === undefined ? Infinity : 0;
    for (let node = queue.pop(); node >= 0; node = queue.pop()) {
      const here = distance_m[node] as number;
      // Below the bucket: gone on from already, and this entry is one that a shorter way has overtaken.
      if (queue.isPast(here)) continue;
      if (here >= ask_m) {
        if (enough!(queue.floor_m)) break;
        ask_m = here + this.width_m * bucketsPerLink;
      }
      const last = offsets[node + 1] as number;
      for (let arc = offsets[node] as number; arc < last; arc++) {
        const end = ends[arc] as number;
        const distance = here + (lengths_m[arc] as number);
        if (distance >= (distance_m[end] as number)) continue;
        distance_m[end] = distance;
        before[end] = node;
        queue.push(end, distance);
      }
    }
    return this;
  }

  private begin(starts: readonly Start[]): void {
    const { distance_m, before } = this;
    distance_m.fill(Infinity);
    before.fill(-1);
    let least = Infinity;
    let most = 0;
    for (const start of starts) {
      least = Math.min(least, start.distance_m);
      most = Math.max(most, start.distance_m);
    }
    if (most - least > this.reach_m) {
      this.reach_m = most - least;
      this.queue = new Buckets(this.width_m, this.reach_m, this.graph.nodes);
    }
    this.queue.restart(starts.length === 0 ? 0 : least);
    for (const { node, distance_m: distance } of starts) {
      if (distance >= (distance_m[node] as number)) continue;
      distance_m[node] = distance;
      this.queue.push(node, distance);
    }
  }
}

function spread(lengths_m: Float64Array): { readonly mean: number; readonly most: number } {
  let sum = 0;
  let most = 0;
  for (const length of lengths_m) {
    sum += length;
    if (length > most) most = length;
  }
  return { mean: lengths_m.length === 0 ? 0 : sum / lengths_m.length, most };
}

/** The way to a node, from the start on. */
export function wayTo(ways: Ways, node: number): number[] {
  const way: number[] = [];
  for (let at = node; at >= 0; at = ways.before[at] as number) way.push(at);
  return way.reverse();
}
