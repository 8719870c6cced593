import { lightSpeed_mperS } from '../../sky/constants.ts';
import { siderealAngle_rad } from '../../sky/passes.ts';
import { type Fleet, fleetPositions } from '../topology/fleet.ts';
import type { Topology } from '../topology/links.ts';
import { arcLengths, type Graph, graphOf } from './graph.ts';
import { Hierarchy } from './hierarchy.ts';
import { ShortestWays, type Start } from './shortest.ts';
import { type StationWay, stationWays } from './station-ways.ts';
import { type Standing, type Station, standing, type View, viewOf } from './stations.ts';

/** Stations to ask for, by their place in the list of stations. */
export type Pair = readonly [from: number, to: number];

/** A fleet with its links, seen at one moment after another. */
export class Network {
  private readonly fleet: Fleet;
  private readonly topology: Topology;
  private readonly positions_m: Float64Array;
  private known: { readonly graph: Graph; readonly lengths_m: Float64Array } | undefined;

  constructor(fleet: Fleet, topology: Topology) {
    this.fleet = fleet;
    this.topology = topology;
    this.positions_m = new Float64Array(fleet.satellites * 3);
  }

  /** Moves all satellites to an instant and measures all links. What it returned before is overwritten. */
  at(utc_d: number, after_s: number): Moment {
    const { fleet, topology, positions_m } = this;
    fleetPositions(fleet, utc_d, after_s, positions_m);
    if (this.known === undefined || topology.moves) {
      const graph = graphOf(fleet.satellites, topology.links({ satellites: fleet.satellites, positions_m }));
      this.known = { graph, lengths_m: new Float64Array(graph.ends.length) };
    }
    const { graph, lengths_m } = this.known;
    arcLengths(graph, positions_m, lengths_m);
    const turned_rad = siderealAngle_rad(utc_d + after_s / 86_400);
    return { fleet, positions_m, graph, lengths_m, sidereal_rad: turned_rad };
  }
}

/** Positions and links at one moment. */
export interface Moment {
  readonly fleet: Fleet;
  readonly positions_m: Float64Array;
  readonly graph: Graph;
  readonly lengths_m: Float64Array;
  /** Angle of Greenwich from the equinox. */
  readonly sidereal_rad: number;
}

/** What each station sees at a moment, over all shells. */
export function viewsAt({ fleet, positions_m, sidereal_rad }: Moment, stations: readonly Station[]): View[] {
  return stations.map((station) => {
    const views = fleet.shells.map(({ pattern, sight, first, count }) => {
      const at: Standing = standing(station, pattern.earth, sidereal_rad);
      const view = viewOf(at, positions_m.subarray(first * 3, (first + count) * 3), sight);
      return { satellites: view.satellites.map((one) => one + first), ranges_m: view.ranges_m };
    });
    return views.length === 1 && views[0] !== undefined
      ? views[0]
      : {
          satellites: views.flatMap(({ satellites }) => satellites),
          ranges_m: views.flatMap(({ ranges_m }) => ranges_m),
        };
  });
}

/** Shortest ways of all pairs at a moment, one search for each station that is a source. */
export function waysAt(moment: Moment, stations: readonly Station[], pairs: readonly Pair[]): StationWay[] {
  const views = viewsAt(moment, stations);
  const search = new ShortestWays(moment.graph, moment.lengths_m);
  const bySource = Map.groupBy(pairs.keys(), (index) => pairs[index]![0]);
  const ways: StationWay[] = new Array(pairs.length);
  for (const [source, indices] of bySource) {
    const targets = indices.map((index) => views[pairs[index]![1]]!);
    const found = stationWays(search, views[source]!, targets);
    for (const [place, index] of indices.entries()) ways[index] = found[place]!;
  }
  return ways;
}

/** Ways of all pairs at a moment by levels; `cells` is that of `cellsOf`. A little longer than the shortest. */
export function levelWaysAt(
  moment: Moment,
  stations: readonly Station[],
  pairs: readonly Pair[],
  cells: Int32Array,
): StationWay[] {
  const ends = viewsAt(moment, stations).map(({ satellites, ranges_m }) =>
    satellites.map((node, index): Start => ({ node, distance_m: ranges_m[index] as number })),
  );
  const levels = new Hierarchy(moment.graph, moment.lengths_m, moment.positions_m, cells);
  return pairs.map(
    ([from, to]) => levels.between(ends[from]!, ends[to]!) ?? { distance_m: Infinity, satellites: [] },
  );
}

/** Round trip at the speed of light in vacuum, there and back the same way, without any queue; null where no way leads. */
export function roundTrip_s({ distance_m }: StationWay): number | null {
  return Number.isFinite(distance_m) ? (2 * distance_m) / lightSpeed_mperS : null;
}
