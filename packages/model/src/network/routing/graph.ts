import type { Links } from '../topology/links.ts';

/**
 * Links as they are searched: arcs out of satellite `s` are `offsets[s]` to `offsets[s + 1] − 1`, each with the
 * satellite it leads to and the arc that leads back.
 */
export interface Graph {
  readonly nodes: number;
  readonly offsets: Int32Array;
  readonly ends: Int32Array;
  readonly back: Int32Array;
}

/** The graph of undirected links, by counting: two passes over the links, nothing sorted. */
export function graphOf(nodes: number, { from, to }: Links): Graph {
  const offsets = new Int32Array(nodes + 1);
  for (let link = 0; link < from.length; link++) {
    offsets[(from[link] as number) + 1]!++;
    offsets[(to[link] as number) + 1]!++;
  }
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node] as number;
  const next = offsets.slice(0, nodes);
  const ends = new Int32Array(2 * from.length);
  const back = new Int32Array(2 * from.length);
  for (let link = 0; link < from.length; link++) {
    const there = next[from[link] as number]!++;
    const here = next[to[link] as number]!++;
    ends[there] = to[link] as number;
    ends[here] = from[link] as number;
    back[there] = here;
    back[here] = there;
  }
  return { nodes, offsets, ends, back };
}

/** Lengths of all arcs between positions of three numbers each, every link measured once. */
export function arcLengths(
  graph: Graph,
  positions_m: Float64Array | Float32Array,
  out: Float64Array = new Float64Array(graph.ends.length),
): Float64Array {
  const { nodes, offsets, ends, back } = graph;
  const p = positions_m;
  for (let node = 0; node < nodes; node++) {
    const at = node * 3;
    const x = p[at] as number;
    const y = p[at + 1] as number;
    const z = p[at + 2] as number;
    const last = offsets[node + 1] as number;
    for (let arc = offsets[node] as number; arc < last; arc++) {
      const end = ends[arc] as number;
      if (end < node) continue;
      const dx = (p[end * 3] as number) - x;
      const dy = (p[end * 3 + 1] as number) - y;
      const dz = (p[end * 3 + 2] as number) - z;
      const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
      out[arc] = length;
      out[back[arc] as number] = length;
    }
  }
  return out;
}
