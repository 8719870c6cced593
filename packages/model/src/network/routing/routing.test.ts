import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleetFor, patternFor } from '../../../testing/shells.ts';
import { KeyedRandom } from '../../random/philox.ts';
import { cellsOf, evenSide_rad } from '../topology/cells.ts';
import { fleetPositions } from '../topology/fleet.ts';
import { gridTopology } from '../topology/grids.ts';
import type { Links } from '../topology/links.ts';
import { failedAtRandom, thinned, withoutSatellites } from '../topology/thinning.ts';
import { contactPlan, earliestDelivery } from './contacts.ts';
import { arcLengths, type Graph, graphOf } from './graph.ts';
import { Hierarchy } from './hierarchy.ts';
import { ShortestWays, wayTo } from './shortest.ts';
import { stationWays } from './station-ways.ts';
import { StraightSearch } from './straight-search.ts';

/** Distances by going over all arcs until nothing gets shorter. */
function slowly(graph: Graph, lengths_m: Float64Array, starts: ReadonlyMap<number, number>): number[] {
  const distance = Array.from({ length: graph.nodes }, (_, node) => starts.get(node) ?? Infinity);
  for (let changed = true; changed; ) {
    changed = false;
    for (let node = 0; node < graph.nodes; node++) {
      for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
        const longer = distance[node]! + lengths_m[arc]!;
        if (longer >= distance[graph.ends[arc]!]!) continue;
        distance[graph.ends[arc]!] = longer;
        changed = true;
      }
    }
  }
  return distance;
}

/** Satellites strewn at random, linked at random: nothing a grid would be kind about. */
const strewn = fc
  .record({
    places: fc.array(fc.tuple(fc.integer({ max: 9_999, min: 0 }), fc.integer({ min: 0, max: 99 })), {
      minLength: 1,
      maxLength: 30,
    }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
  })
  .map(({ places, links }) => {
    const positions_m = Float64Array.from(places.flatMap(([x, y]) => [x * 1e3, y * 1e3, 0]));
    const ends = links.map(([from, to]) => [from % places.length, to % places.length] as const);
    const own: Links = {
      from: Int32Array.from(ends, ([from]) => from),
      to: Int32Array.from(ends, ([, to]) => to),
    };
    const graph = graphOf(places.length, own);
    return { graph, positions_m, lengths_m: arcLengths(graph, positions_m) };
  });

describe('shortest ways', () => {
  it('are those of the slow search, from several starts, search after search', () => {
    fc.assert(
      fc.property(
        strewn,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 30_000 })), { minLength: 1, maxLength: 4 }),
        ({ graph, lengths_m }, drawn) => {
          const search = new ShortestWays(graph, lengths_m);
          search.from([{ node: 0, distance_m: 5 }]);
          const starts = new Map(drawn.map(([node, km]) => [node % graph.nodes, km * 1e3]));
          const ways = search.from(Array.from(starts, ([node, distance_m]) => ({ node, distance_m })));
          expect(Array.from(ways.distance_m)).toEqual(slowly(graph, lengths_m, starts));
        },
      ),
    );
  });

  it('add up along the way that is told', () => {
    const fleet = fleetFor(patternFor());
    const positions_m = fleetPositions(fleet, 0, 77);
    const graph = graphOf(
      fleet.satellites,
      gridTopology(fleet).links({ satellites: fleet.satellites, positions_m }),
    );
    const lengths_m = arcLengths(graph, positions_m);
    const ways = new ShortestWays(graph, lengths_m).from([{ node: 12, distance_m: 1e6 }]);
    const way = wayTo(ways, 900);
    let sum = 1e6;
    for (const [index, node] of way.slice(1).entries()) {
      const arc = graph.ends.subarray(graph.offsets[node]!, graph.offsets[node + 1]!).indexOf(way[index]!);
      sum += lengths_m[graph.offsets[node]! + arc]!;
    }
    expect(way[0]).toBe(12);
    expect(sum).toBeCloseTo(ways.distance_m[900]!, 3);
  });

  it('are found by going straight, too', () => {
    fc.assert(
      fc.property(strewn, fc.nat(), fc.nat(), ({ graph, lengths_m, positions_m }, one, other) => {
        const [from, to] = [one % graph.nodes, other % graph.nodes];
        const search = new StraightSearch(graph, lengths_m, positions_m);
        search.between(to, from);
        const expected = slowly(graph, lengths_m, new Map([[from, 0]]))[to]!;
        const found = search.between(from, to);
        if (expected === Infinity) expect(found).toBeUndefined();
        else expect(found?.distance_m).toBeCloseTo(expected, 3);
      }),
    );
  });

  it('stop early without losing the best satellite over a station', () => {
    fc.assert(
      fc.property(
        strewn,
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        ({ graph, lengths_m }, drawn) => {
          const source = { satellites: [0], ranges_m: [1000] };
          const seen = [...new Set(drawn.map((node) => node % graph.nodes))];
          const target = { satellites: seen, ranges_m: seen.map((node) => 1000 * node) };
          const [way] = stationWays(new ShortestWays(graph, lengths_m), source, [target]);
          const all = slowly(graph, lengths_m, new Map([[0, 1000]]));
          expect(way?.distance_m).toBe(Math.min(...seen.map((node) => all[node]! + 1000 * node)));
        },
      ),
    );
  });
});

describe.each([
  ['a square shell', {}, 1.06],
  ['few long planes over the poles', { planes: 12, perPlane: 240, inclination_deg: 97 }, 1.1],
] as const)('routing by levels over the broken grid of %s', (_, change, longer) => {
  const fleet = fleetFor(patternFor(change));
  const positions_m = fleetPositions(fleet, 0, 0);
  const failed = failedAtRandom(fleet.satellites, 0.2, new KeyedRandom(8, 'test'));
  const broken = thinned(gridTopology(fleet), [withoutSatellites(failed)], false);
  const graph = graphOf(fleet.satellites, broken.links({ satellites: fleet.satellites, positions_m }));
  const lengths_m = arcLengths(graph, positions_m);
  const levels = new Hierarchy(graph, lengths_m, positions_m, cellsOf(fleet, evenSide_rad(fleet)));
  const search = new ShortestWays(graph, lengths_m);

  it('reaches all that can be reached, and nothing else, on ways hardly longer than the shortest', () => {
    let sum = 0;
    let shortest = 0;
    for (let from = 0; from < fleet.satellites; from += 83) {
      const ways = search.from([{ node: from, distance_m: 0 }]);
      for (let to = 0; to < fleet.satellites; to += 91) {
        const found = levels.between([{ node: from, distance_m: 0 }], [{ node: to, distance_m: 0 }]);
        expect(found === undefined).toBe(ways.distance_m[to] === Infinity);
        if (found === undefined) continue;
        expect(found.distance_m).toBeGreaterThanOrEqual(ways.distance_m[to]! - 1e-3);
        expect(found.satellites[0]).toBe(from);
        expect(found.satellites.at(-1)).toBe(to);
        sum += found.distance_m;
        shortest += ways.distance_m[to]!;
      }
    }
    expect(sum / shortest).toBeLessThan(longer);
  });
});

describe('contact plans', () => {
  const view = (...satellites: number[]) => ({ satellites, ranges_m: satellites.map((one) => 1000 + one) });

  it('put looks together to passes, known to half a step', () => {
    const looks = [
      { time_s: 0, views: [view(1), view()] },
      { time_s: 10, views: [view(1, 2), view()] },
      { time_s: 20, views: [view(2), view(1)] },
      { time_s: 30, views: [view(1), view(1)] },
    ];
    expect(contactPlan(looks, 10)).toEqual([
      { station: 0, satellite: 1, from_s: 0, to_s: 15, rangeLeast_m: 1001 },
      { station: 0, satellite: 2, from_s: 5, to_s: 25, rangeLeast_m: 1002 },
      { station: 0, satellite: 1, from_s: 25, to_s: 30, rangeLeast_m: 1001 },
      { station: 1, satellite: 1, from_s: 15, to_s: 30, rangeLeast_m: 1001 },
    ]);
  });

  it('carry over a satellite that stores, at the earliest', () => {
    const contact = (station: number, satellite: number, from_s: number, to_s: number) => ({
      station,
      satellite,
      from_s,
      to_s,
      rangeLeast_m: 1e6,
    });
    const plan = [
      contact(0, 1, 0, 100),
      contact(0, 2, 50, 90),
      contact(1, 1, 600, 700),
      contact(1, 2, 300, 400),
    ];
    expect(earliestDelivery(plan, [0, 1], 10, 1)?.arrives_s).toBe(301);
    expect(earliestDelivery(plan, [0, 1], 95, 1)?.arrives_s).toBe(601);
    expect(earliestDelivery(plan, [0, 1], 101, 1)).toBeUndefined();
  });
});
