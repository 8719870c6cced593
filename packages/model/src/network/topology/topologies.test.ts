import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleetFor, patternFor } from '../../../testing/shells.ts';
import { KeyedRandom } from '../../random/philox.ts';
import { minimumHops } from '../hops.ts';
import { breadthFirst } from '../routing/breadth-first.ts';
import { graphOf } from '../routing/graph.ts';
import { betweenShells } from './between-shells.ts';
import { clusterLinks, latticeCluster } from './clusters.ts';
import { fleetOf, fleetPositions, planesOf } from './fleet.ts';
import { gridTopology } from './grids.ts';
import { fixed, isolated } from './links.ts';
import { ownLinks } from './links-file.ts';
import { nearestWithin } from './nearest.ts';
import { plusGrid } from './plus-grid.ts';
import { unsound } from './soundness.ts';
import {
  failedAtRandom,
  savingInShadow,
  thinned,
  withoutLinks,
  withoutPolarCrossing,
  withoutSatellites,
} from './thinning.ts';

const sky = (satellites: number, positions_m = new Float64Array(satellites * 3)) => ({
  satellites,
  positions_m,
});

describe('the +grid', () => {
  it('has as many hops by closed form as by search, with any seam', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -8, max: 8 }),
        fc.boolean(),
        (planes, perPlane, shift, seam) => {
          fc.pre(Math.abs(shift) < planes);
          const grid = { planes, perPlane, seamShift_slots: shift, seam };
          // With two planes both links between them are one.
          fc.pre(planes > 2 || shift === 0);
          const size = planes * perPlane;
          const graph = graphOf(size, plusGrid(grid));
          const hops = new Int32Array(size);
          for (let from = 0; from < size; from++) {
            breadthFirst(graph, from, hops, new Int32Array(size));
            const closed = Array.from({ length: size }, (_, to) => minimumHops(grid, from, to));
            expect(Array.from(hops)).toEqual(closed);
          }
        },
      ),
    );
  });

  it('links every satellite of a shell to four others, once each', () => {
    const { from, to } = plusGrid({ planes: 34, perPlane: 34 }, 100);
    expect(from.length).toBe(2 * 34 * 34);
    const known = new Set(Array.from(from, (one, link) => [one, to[link]!].sort((a, b) => a - b).join()));
    expect(known.size).toBe(from.length);
    expect(Math.min(...from, ...to)).toBe(100);
  });
});

describe('links between shells', () => {
  it('go to the nearest satellite of the larger shell, as a search of all pairs says', () => {
    const lower = patternFor({ planes: 6, perPlane: 8 });
    const upper = patternFor({ planes: 9, perPlane: 11, inclination_deg: 70, revPerDay: 14.2 });
    const plan = fleetFor(lower).shells[0]!;
    const fleet = fleetOf([plan, { ...plan, pattern: upper, grid: { planes: 9, perPlane: 11 } }]);
    const p = fleetPositions(fleet, 0, 1234);
    const [one, other] = fleet.shells;
    const distance = (a: number, b: number) =>
      Math.hypot(p[a * 3]! - p[b * 3]!, p[a * 3 + 1]! - p[b * 3 + 1]!, p[a * 3 + 2]! - p[b * 3 + 2]!);
    for (const reach_m of [300e3, 900e3, 2e6]) {
      const found = nearestWithin(p, one!, other!, reach_m);
      for (let index = 0; index < one!.count; index++) {
        const all = Array.from({ length: other!.count }, (_, at) => distance(index, other!.first + at));
        const least = Math.min(...all);
        expect(found[index]).toBe(least <= reach_m ? other!.first + all.indexOf(least) : -1);
      }
    }
    const links = betweenShells(one!, other!, 2e6).links({ satellites: fleet.satellites, positions_m: p });
    expect(links.from.length).toBeGreaterThan(0);
    expect(Math.min(...links.to)).toBeGreaterThanOrEqual(other!.first);
  });
});

describe('clusters', () => {
  it("are Suncatcher's 81 satellites within five steps, whose neighbours swing between one and two steps", () => {
    const cluster = latticeCluster(5);
    expect(cluster.members).toBe(81);
    expect(cluster.places[0]).toEqual([0, 0]);
    const pattern = patternFor({ planes: 1, perPlane: 2 });
    const [shell] = fleetFor(pattern).shells;
    const fleet = fleetOf([{ ...shell!, formation: { cluster, step_m: 100 } }]);
    expect(fleet.satellites).toBe(162);
    let least = Infinity;
    let most = 0;
    for (let t_s = 0; t_s < 5800; t_s += 100) {
      const p = fleetPositions(fleet, 0, t_s);
      for (let link = 0; link < cluster.links.from.length; link++) {
        const [a, b] = [cluster.links.from[link]! * 3, cluster.links.to[link]! * 3];
        const length = Math.hypot(p[a]! - p[b]!, p[a + 1]! - p[b + 1]!, p[a + 2]! - p[b + 2]!);
        least = Math.min(least, length);
        most = Math.max(most, length);
      }
    }
    expect(least).toBeGreaterThan(99);
    expect(most).toBeLessThan(201);
    expect(most).toBeGreaterThan(195);
  });

  it('hang together within, and by their centres along the shell', () => {
    const cluster = latticeCluster(2);
    const links = clusterLinks(12, cluster, plusGrid({ planes: 3, perPlane: 4 }));
    const size = 12 * cluster.members;
    const hops = new Int32Array(size);
    breadthFirst(graphOf(size, links), 5, hops, new Int32Array(size));
    expect(Math.min(...hops)).toBe(0);
    expect(isolated(size, links)).toEqual([]);
  });
});

describe('what takes links out', () => {
  const pattern = patternFor({ planes: 5, perPlane: 6 });
  const fleet = fleetFor(pattern);
  const grid = gridTopology(fleet);
  const positions_m = fleetPositions(fleet, 0, 0);
  const count = (rules: Parameters<typeof thinned>[1]) =>
    thinned(grid, rules, true).links({ satellites: 30, positions_m }).from.length;

  it('takes four for a satellite, one for a link', () => {
    expect(count([])).toBe(60);
    expect(count([withoutSatellites([7])])).toBe(56);
    expect(count([withoutLinks([[1, 0]])])).toBe(59);
    expect(count([withoutSatellites([7]), withoutLinks([[7, 8]])])).toBe(56);
  });

  it('switches off between planes alone, in shadow and near the poles', () => {
    const planeOf = planesOf(fleet);
    const dark = count([savingInShadow(planeOf, [1, 0, 0], pattern.earth.radius_m)]);
    expect(dark).toBeLessThan(60);
    expect(dark).toBeGreaterThanOrEqual(30);
    expect(count([withoutPolarCrossing(planeOf, 0)])).toBe(30);
    expect(count([withoutPolarCrossing(planeOf, Math.PI / 2)])).toBe(60);
  });

  it('fails the same satellites whoever else there is', () => {
    const few = failedAtRandom(100, 0.2, new KeyedRandom(3, 'test'));
    const many = failedAtRandom(1000, 0.2, new KeyedRandom(3, 'test'));
    expect(many.filter((one) => one < 100)).toEqual(few);
    expect(many.length).toBeGreaterThan(140);
    expect(many.length).toBeLessThan(260);
  });
});

describe('what cannot be', () => {
  const codes = (faults: readonly { readonly code: string }[]) => faults.map(({ code }) => code);

  it('is a grid so thin that links go through the Earth', () => {
    const thin = fleetFor(patternFor({ planes: 3, perPlane: 4 }));
    expect(codes(unsound(thin, gridTopology(thin), 0, false))).toEqual(['network/through-earth']);
    const kuiper = fleetFor(patternFor());
    expect(unsound(kuiper, gridTopology(kuiper), 0, false)).toEqual([]);
  });

  it('is a seam that phasing has moved, and the fix mends it', () => {
    const fleet = fleetFor(patternFor({ phasing_slots: 0.5 }));
    const [fault] = unsound(fleet, gridTopology(fleet), 0, false);
    expect(fault?.code).toBe('network/through-earth');
    const shift = Number(/seamShift_slots: (-?\d+)/.exec(fault?.fix ?? '')?.[1]);
    const [shell] = fleet.shells;
    const mended = fleetOf([{ ...shell!, grid: { planes: 34, perPlane: 34, seamShift_slots: shift } }]);
    expect(unsound(mended, gridTopology(mended), 0, false)).toEqual([]);
  });

  it('is a satellite without a link, and links numbered from 1', () => {
    const fleet = fleetFor(patternFor({ planes: 12, perPlane: 12 }));
    const { from, to } = plusGrid({ planes: 12, perPlane: 12 });
    const all = Array.from(from, (one, link) => [one, to[link]!]).filter((ends) => !ends.includes(0));
    const links = {
      from: Int32Array.from(all, ([one]) => one!),
      to: Int32Array.from(all, ([, other]) => other!),
    };
    const [fault] = unsound(fleet, fixed('own', links), 0, true);
    expect(fault?.code).toBe('network/isolated');
    expect(fault?.cause).toContain('count from 1');
    const read = ownLinks('links.csv', [{ line: 2, from: '143', to: '144' }], 144);
    expect(!read.ok && read.faults[0]?.cause).toContain('not from 1');
    expect(fixed('own', links).links(sky(144)).from.length).toBe(all.length);
  });
});
