import type { Graph } from './graph.ts';

/** Fewest hops from a satellite to all others, −1 where no way leads, written into `hops`. `queue` is working space. */
export function breadthFirst(
  graph: Graph,
  from: number,
  hops: Int32Array | Int16Array,
  queue: Int32Array,
): void {
  const { offsets, ends } = graph;
  hops.fill(-1);
  hops[from] = 0;
  queue[0] = from;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const node = queue[head] as number;
    const next = (hops[node] as number) + 1;
    const last = offsets[node + 1] as number;
    for (let arc = offsets[node] as number; arc < last; arc++) {
      const end = ends[arc] as number;
      if ((hops[end] as number) >= 0) continue;
      hops[end] = next;
      queue[tail++] = end;
    }
  }
}
