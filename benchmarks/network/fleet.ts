import { minimumHops } from '@kardashev/model/network/hops.ts';
import { breadthFirst } from '@kardashev/model/network/routing/breadth-first.ts';
import { arcLengths, type Graph, graphOf } from '@kardashev/model/network/routing/graph.ts';
import { ShortestWays } from '@kardashev/model/network/routing/shortest.ts';
import { StraightSearch } from '@kardashev/model/network/routing/straight-search.ts';
import { earthModels } from '@kardashev/model/network/topology/earth-model.ts';
import { type Links, together } from '@kardashev/model/network/topology/links.ts';
import { type Pattern, satellitesOf, sized } from '@kardashev/model/network/topology/pattern.ts';
import { plusGrid } from '@kardashev/model/network/topology/plus-grid.ts';
import { writeCircularPositions, writePositions } from '@kardashev/model/network/topology/positions.ts';
import { KeyedRandom } from '@kardashev/model/random/philox.ts';
import { radians } from '@kardashev/model/sky/angle.ts';

/** The shells filed with the FCC: altitude in km, inclination in degrees, planes, satellites a plane. */
const filed = [
  [559, 30, 300, 333],
  [575, 97.7, 20, 4999],
  [702, 30, 750, 333],
  [725, 97.2, 44, 5565],
  [962, 30, 750, 333],
  [985, 99.4, 44, 5770],
] as const;

/** What plain JavaScript needed on this kind of machine before any of this was written, in ms. */
const before_ms = { positions: 4.5, lengths: 58, dijkstra: 230, breadth: 39, hops: 137 };

/** One instant of 1,198,120 satellites: where they are, how long their links, and what is how far. */
export async function run(): Promise<void> {
  const patterns = filed.map(patternOf);
  const satellites = patterns.reduce((sum, pattern) => sum + satellitesOf(pattern), 0);
  console.log(
    `  ${satellites} satellites in ${patterns.length} shells, +grid, one core; median ms of the processor`,
  );
  const positions_m = new Float32Array(satellites * 3);
  const place = () =>
    each(patterns, (pattern, first) => writeCircularPositions(pattern, 100, positions_m, first));
  tell('all positions, circles', time(15, place), before_ms.positions);
  const exact_m = new Float64Array(satellites * 3);
  tell(
    'all positions, with SGP4 waves',
    time(3, () => each(patterns, (pattern, first) => writePositions(pattern, 100, exact_m, first))),
  );
  const graph = graphOf(satellites, linksOf(patterns));
  const lengths_m = new Float64Array(graph.ends.length);
  tell(
    'all link lengths',
    time(9, () => arcLengths(graph, positions_m, lengths_m)),
    before_ms.lengths,
  );
  searches(graph, lengths_m, exact_m);
  hops();
}

function searches(graph: Graph, lengths_m: Float64Array, exact_m: Float64Array): void {
  const { nodes } = graph;
  let source = 0;
  const next = () => {
    source = (source + 7919 * 131) % nodes;
    return source;
  };
  const search = new ShortestWays(graph, lengths_m);
  tell(
    'Dijkstra from one source',
    time(7, () => search.from([{ node: next(), distance_m: 0 }])),
    before_ms.dijkstra,
  );
  const [found, queue] = [new Int16Array(nodes), new Int32Array(nodes)];
  tell(
    'breadth first from one source',
    time(9, () => breadthFirst(graph, next(), found, queue)),
    before_ms.breadth,
  );
  arcLengths(graph, exact_m, lengths_m);
  const straight = new StraightSearch(graph, lengths_m, exact_m);
  tell(
    'A* for one pair',
    time(7, () => straight.between(next(), next())),
  );
}

/** A million pairs in nanoseconds a pair are milliseconds for all. */
function hops(): void {
  const grid = { planes: 750, perPlane: 333 };
  const count = 1_000_000;
  const random = new KeyedRandom(1, 'bench/hops');
  const draw = (end: number) =>
    Int32Array.from({ length: count }, (_, pair) => Math.floor(random.uniform(pair, end) * 249_750));
  const [from, to] = [draw(0), draw(1)];
  let sum = 0;
  const all = () => {
    for (let pair = 0; pair < count; pair++) sum += minimumHops(grid, from[pair]!, to[pair]!);
  };
  tell('10⁶ pairs by closed form (ns a pair)', time(7, all), before_ms.hops);
  if (sum === 0) throw new Error('nothing was computed');
}

function patternOf([altitude_km, inclination_deg, planes, perPlane]: (typeof filed)[number]): Pattern {
  const inclination_rad = radians(inclination_deg);
  return {
    planes,
    perPlane,
    inclination_rad,
    ...sized({ altitude_m: altitude_km * 1e3 }, inclination_rad, earthModels.wgs84),
    nodeSpread_rad: 2 * Math.PI,
    firstNode_rad: 0,
    phasing_slots: 0,
    oddPlaneShift_slots: 0,
    earth: earthModels.wgs84,
  };
}

function each(patterns: readonly Pattern[], work: (pattern: Pattern, first: number) => void): void {
  let first = 0;
  for (const pattern of patterns) {
    work(pattern, first);
    first += satellitesOf(pattern);
  }
}

/** The grid of each shell, and one link from shell to shell, so that a search goes through all of them. */
function linksOf(patterns: readonly Pattern[]): Links {
  const lists: Links[] = [];
  const firsts: number[] = [];
  each(patterns, (pattern, first) => {
    lists.push(plusGrid(pattern, first));
    firsts.push(first);
  });
  lists.push({ from: Int32Array.from(firsts.slice(0, -1)), to: Int32Array.from(firsts.slice(1)) });
  return together(lists);
}

/** Median of several goes in ms of processor time, which others on the machine lengthen less than the clock's. */
function time(goes: number, work: () => unknown): number {
  const taken = Array.from({ length: goes }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e3;
  }).sort((one, other) => one - other);
  return taken[Math.floor(goes / 2)]!;
}

function tell(name: string, taken_ms: number, other_ms?: number): void {
  const against =
    other_ms === undefined ? '' : `  plain JavaScript ${other_ms}, ratio ${(other_ms / taken_ms).toFixed(2)}`;
  console.log(`  ${name.padEnd(38)}${taken_ms.toFixed(1).padStart(8)}${against}`);
}
