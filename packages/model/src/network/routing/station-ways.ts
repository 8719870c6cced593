import { type ShortestWays, type Start, wayTo } from './shortest.ts';
import type { View } from './stations.ts';

/** A way between two stations at one moment. */
export interface StationWay {
  /** One way, station to station; Infinity where none leads. */
  readonly distance_m: number;
  /** The satellites passed, in order; empty where none leads. */
  readonly satellites: readonly number[];
}

/** Satellites that there must be for each destination before stopping early pays. */
const fleetPerTarget = 64;

const none: StationWay = { distance_m: Infinity, satellites: [] };

/**
 * Shortest ways from one station to others, over satellites alone: no station relays. First and last hop are
 * chosen so that the whole way is shortest. One search serves all destinations of the source; it ends when nothing
 * shorter can come. With equal ways the satellite of the lower number is taken.
 */
export function stationWays(search: ShortestWays, source: View, targets: readonly View[]): StationWay[] {
  if (source.satellites.length === 0) return targets.map(() => none);
  const starts = source.satellites.map(
    (node, index): Start => ({ node, distance_m: source.ranges_m[index]! }),
  );
  let pending = targets.length;
  const settled = new Uint8Array(targets.length);
  const enough = (floor_m: number): boolean => {
    for (let target = 0; target < targets.length; target++) {
      if (settled[target] !== 0) continue;
      if (nearestOf(search, targets[target]!).distance_m > floor_m) return false;
      settled[target] = 1;
      pending--;
    }
    return pending === 0;
  };
  // Asking costs as much as going on where destinations are many and the fleet is small.
  const asks = targets.length * fleetPerTarget < search.distance_m.length;
  search.from(starts, asks ? enough : undefined);
  return targets.map((target) => {
    const { distance_m, node } = nearestOf(search, target);
    return node < 0 ? none : { distance_m, satellites: wayTo(search, node) };
  });
}

/** The satellite in view by which a station is reached first, as far as the search has come. */
function nearestOf({ distance_m }: ShortestWays, { satellites, ranges_m }: View) {
  let best = { distance_m: Infinity, node: -1 };
  for (let index = 0; index < satellites.length; index++) {
    const node = satellites[index] as number;
    const distance = (distance_m[node] as number) + (ranges_m[index] as number);
    if (distance < best.distance_m) best = { distance_m: distance, node };
  }
  return best;
}
