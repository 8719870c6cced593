import { LinkList } from '../topology/links.ts';
import { arcLengths, type Graph, graphOf } from './graph.ts';
import { ShortestWays, type Start, wayTo } from './shortest.ts';
import type { StationWay } from './station-ways.ts';

/** Coarse ways up to so many times the shortest are looked at closely: coarse lengths are no better known. */
const slack = 1.25;

/**
 * Routing by levels, for fleets whose grid is broken: satellites → pieces → ground. A cell is a cluster, or a patch
 * of neighbouring planes and slots of one shell; a piece is what of a cell hangs together by links that are up, so
 * a coarse way over pieces can always be flown. The fine search then stays within the pieces of the coarse way and
 * those beside it: a small part of the fleet, at the price of ways a little longer than the shortest.
 */
export class Hierarchy {
  private readonly graph: Graph;
  private readonly lengths_m: Float64Array;
  private readonly piece: Int32Array;
  private readonly members: readonly number[][];
  private readonly coarse: Graph;
  private readonly search: ShortestWays;
  private readonly local: Int32Array;

  /** `cells`: for each satellite the number of its cell. */
  constructor(graph: Graph, lengths_m: Float64Array, positions_m: Float64Array, cells: Int32Array) {
    this.graph = graph;
    this.lengths_m = lengths_m;
    const { piece, members } = piecesOf(graph, cells);
    this.piece = piece;
    this.members = members;
    this.coarse = coarseGraph(graph, piece, members.length);
    this.search = new ShortestWays(this.coarse, arcLengths(this.coarse, middles(members, positions_m)));
    this.local = new Int32Array(graph.nodes).fill(-1);
  }

  get pieces(): number {
    return this.members.length;
  }

  /** A way from any of the starts to any of the ends; undefined where the broken grid has none. */
  between(starts: readonly Start[], ends: readonly Start[]): StationWay | undefined {
    const lift = ({ node, distance_m }: Start): Start => ({ node: this.piece[node] as number, distance_m });
    const ways = this.search.from(starts.map(lift));
    const reached = new Map<number, number>();
    for (const { node, distance_m } of ends.map(lift)) {
      const whole_m = (ways.distance_m[node] as number) + distance_m;
      if (whole_m < (reached.get(node) ?? Infinity)) reached.set(node, whole_m);
    }
    const least_m = Math.min(...reached.values());
    if (!Number.isFinite(least_m)) return undefined;
    const near = [...reached].filter(([, whole_m]) => whole_m <= slack * least_m);
    return this.within(this.corridor(near.flatMap(([node]) => wayTo(ways, node))), starts, ends);
  }

  /** All satellites of the pieces on a coarse way and of those next to it. */
  private corridor(pieces: readonly number[]): number[] {
    const { offsets, ends } = this.coarse;
    const wide = new Set(pieces);
    for (const one of pieces) {
      for (let arc = offsets[one] as number; arc < (offsets[one + 1] as number); arc++)
        wide.add(ends[arc] as number);
    }
    return [...wide].flatMap((one) => this.members[one] as number[]);
  }

  /** The shortest way that stays among some satellites. */
  private within(
    nodes: readonly number[],
    starts: readonly Start[],
    ends: readonly Start[],
  ): StationWay | undefined {
    const { local, graph } = this;
    nodes.forEach((node, index) => {
      local[node] = index;
    });
    const { part, lengths_m } = this.part(nodes);
    const inside = (list: readonly Start[]) =>
      list.flatMap(({ node, distance_m }) =>
        local[node] === -1 ? [] : [{ node: local[node] as number, distance_m }],
      );
    const [here, there] = [inside(starts), inside(ends)];
    for (const node of nodes) local[node] = -1;
    const ways = new ShortestWays(part, lengths_m).from(here);
    let best: Start | undefined;
    for (const end of there) {
      const distance_m = (ways.distance_m[end.node] as number) + end.distance_m;
      if (distance_m < (best?.distance_m ?? Infinity)) best = { node: end.node, distance_m };
    }
    if (best === undefined || graph.nodes === 0) return undefined;
    return {
      distance_m: best.distance_m,
      satellites: wayTo(ways, best.node).map((node) => nodes[node] as number),
    };
  }

  /** The graph among some satellites, numbered as `local` says. */
  private part(nodes: readonly number[]): { readonly part: Graph; readonly lengths_m: Float64Array } {
    const { graph, local } = this;
    const list = new LinkList();
    const lengths: number[] = [];
    nodes.forEach((node, index) => {
      for (let arc = graph.offsets[node] as number; arc < (graph.offsets[node + 1] as number); arc++) {
        const end = local[graph.ends[arc] as number] as number;
        if (end <= index) continue;
        list.add(index, end);
        lengths.push(this.lengths_m[arc] as number);
      }
    });
    const links = list.links();
    const part = graphOf(nodes.length, links);
    return { part, lengths_m: scattered(part, links.from, links.to, lengths) };
  }
}

/** Lengths of links at the arcs of their graph, in the order in which `graphOf` lays them out. */
function scattered(
  { offsets, ends }: Graph,
  from: Int32Array,
  to: Int32Array,
  lengths: readonly number[],
): Float64Array {
  const next = offsets.slice(0, -1);
  const out = new Float64Array(ends.length);
  for (let link = 0; link < from.length; link++) {
    out[next[from[link] as number]!++] = lengths[link] as number;
    out[next[to[link] as number]!++] = lengths[link] as number;
  }
  return out;
}

/** Cells cut into what hangs together. */
function piecesOf({ nodes, offsets, ends }: Graph, cells: Int32Array) {
  const piece = new Int32Array(nodes).fill(-1);
  const members: number[][] = [];
  for (let seed = 0; seed < nodes; seed++) {
    if (piece[seed] !== -1) continue;
    const number = members.length;
    const found = [seed];
    piece[seed] = number;
    for (let head = 0; head < found.length; head++) {
      const node = found[head] as number;
      for (let arc = offsets[node] as number; arc < (offsets[node + 1] as number); arc++) {
        const end = ends[arc] as number;
        if (piece[end] !== -1 || cells[end] !== cells[seed]) continue;
        piece[end] = number;
        found.push(end);
      }
    }
    members.push(found);
  }
  return { piece, members };
}

/** Pieces are linked where any two of their satellites are. */
function coarseGraph({ nodes, offsets, ends }: Graph, piece: Int32Array, pieces: number): Graph {
  const known = new Set<number>();
  const list = new LinkList();
  for (let node = 0; node < nodes; node++) {
    for (let arc = offsets[node] as number; arc < (offsets[node + 1] as number); arc++) {
      const [one, other] = [piece[node] as number, piece[ends[arc] as number] as number];
      if (one >= other || known.has(one * pieces + other)) continue;
      known.add(one * pieces + other);
      list.add(one, other);
    }
  }
  return graphOf(pieces, list.links());
}

function middles(members: readonly number[][], positions_m: Float64Array): Float64Array {
  const out = new Float64Array(members.length * 3);
  members.forEach((nodes, piece) => {
    for (let axis = 0; axis < 3; axis++) {
      let sum = 0;
      for (const node of nodes) sum += positions_m[node * 3 + axis] as number;
      out[piece * 3 + axis] = sum / nodes.length;
    }
  });
  return out;
}
