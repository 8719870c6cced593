import { formation } from '@kardashev/model/network/formation.ts';
import { type Grid, minimumHops } from '@kardashev/model/network/hops.ts';
import { longestSight_m } from '@kardashev/model/network/line-of-sight.ts';
import {
  confocalDistance_m,
  decibel,
  divergence_rad,
  gain,
  received_W,
  type Terminal,
} from '@kardashev/model/network/optics.ts';
import { breadthFirst } from '@kardashev/model/network/routing/breadth-first.ts';
import { graphOf } from '@kardashev/model/network/routing/graph.ts';
import { plusGrid } from '@kardashev/model/network/topology/plus-grid.ts';
import { KeyedRandom } from '@kardashev/model/random/philox.ts';
import type { Case } from '../case.ts';
import { roundTripCases } from './round-trips.ts';

/** WGS72, as Hypatia's set-up has it. */
const wgs72 = { radius_m: 6_378_135 };
const suncatcher: Terminal = {
  power_W: 5,
  aperture_m: 0.1,
  wavelength_m: 1.55e-6,
  efficiency: 0.8,
  throughput: 0.5,
};
const cluster = formation(1000, 100);

/** Pairs of all satellites whose closed form differs from a breadth-first search over the links. */
function differingPairs(grid: Grid): number {
  const size = grid.planes * grid.perPlane;
  const graph = graphOf(size, plusGrid(grid));
  const hops = new Int32Array(size);
  const queue = new Int32Array(size);
  let differing = 0;
  for (let from = 0; from < size; from++) {
    breadthFirst(graph, from, hops, queue);
    for (let to = 0; to < size; to++) if (hops[to] !== minimumHops(grid, from, to)) differing++;
  }
  return differing;
}

/** The same for pairs drawn at random: so many ends from each of so many starts. */
function differingRandomPairs(grid: Grid, starts: number, ends: number): number {
  const size = grid.planes * grid.perPlane;
  const graph = graphOf(size, plusGrid(grid));
  const hops = new Int32Array(size);
  const queue = new Int32Array(size);
  const random = new KeyedRandom(5, 'validation/hops');
  let differing = 0;
  for (let start = 0; start < starts; start++) {
    const from = Math.floor(random.uniform(start, 0) * size);
    breadthFirst(graph, from, hops, queue);
    for (let end = 1; end <= ends; end++) {
      const to = Math.floor(random.uniform(start, end) * size);
      if (hops[to] !== minimumHops(grid, from, to)) differing++;
    }
  }
  return differing;
}

export const networkCases: readonly Case[] = [
  ...roundTripCases,
  {
    id: 'N2',
    title: 'Longest line of sight at 630 km, grazing 80 km above the ground',
    room: 'network',
    kind: 'identity',
    source: 'Hypatia, Kuiper K1',
    figures: [
      {
        name: 'longest line of sight',
        unit: 'km',
        expected: 5442.958,
        tolerance: { absolute: 0.001 },
        obtained: () => longestSight_m(wgs72.radius_m + 630e3, wgs72.radius_m + 80e3) / 1e3,
      },
    ],
  },
  {
    id: 'N3',
    title: 'Optical link of Suncatcher: 5 W, 0.1 m, 80 %, 3 dB of losses, 1.55 µm, 5,000 km',
    room: 'network',
    kind: 'identity',
    source: 'arXiv 2511.19468',
    figures: [
      {
        name: 'antenna gain',
        unit: 'dB',
        expected: 105.17,
        tolerance: { absolute: 0.01 },
        obtained: () => decibel(gain(suncatcher)),
      },
      {
        name: 'received power',
        unit: 'µW',
        expected: 1.64,
        tolerance: { absolute: 0.005 },
        obtained: () => received_W(suncatcher, 5e6) * 1e6,
      },
      {
        name: 'divergence',
        unit: 'µrad',
        expected: 18.91,
        tolerance: { absolute: 0.005 },
        obtained: () => divergence_rad(suncatcher) * 1e6,
      },
      {
        name: 'confocal distance, 5 cm',
        unit: 'km',
        expected: 5.07,
        tolerance: { absolute: 0.005 },
        obtained: () => confocalDistance_m(1.55e-6, 0.05) / 1e3,
      },
      {
        name: 'confocal distance, 2.5 cm',
        unit: 'km',
        expected: 1.267,
        tolerance: { absolute: 0.0005 },
        obtained: () => confocalDistance_m(1.55e-6, 0.025) / 1e3,
      },
      {
        name: 'confocal distance, 1.25 cm',
        unit: 'km',
        expected: 0.317,
        tolerance: { absolute: 0.0005 },
        obtained: () => confocalDistance_m(1.55e-6, 0.0125) / 1e3,
      },
    ],
  },
  {
    id: 'N4',
    title: 'Suncatcher cluster: all places of a 100 m lattice that swing within 1 km',
    room: 'network',
    kind: 'prediction',
    source: 'arXiv 2511.19468',
    figures: [
      {
        name: 'satellites',
        unit: '',
        expected: 81,
        tolerance: { absolute: 0 },
        obtained: () => cluster.satellites,
      },
      {
        name: 'radius',
        unit: 'km',
        expected: 1,
        tolerance: { relative: 1e-9 },
        obtained: () => cluster.radius_m / 1e3,
      },
      {
        name: 'nearest neighbours',
        unit: 'm',
        expected: 100,
        tolerance: { relative: 1e-9 },
        obtained: () => cluster.neighbourLeast_m,
      },
      {
        name: 'farthest neighbours',
        unit: 'm',
        expected: 200,
        tolerance: { relative: 1e-9 },
        obtained: () => cluster.neighbourMost_m,
      },
    ],
    remark:
      "Radius and lattice step are given; that exactly 81 fit, and the swing of neighbours, follow from Hill's equations.",
  },
  {
    id: 'N5',
    title: 'Minimum hops on the +grid torus: closed form against breadth-first search',
    room: 'network',
    kind: 'identity',
    source: 'DisCoRoute, arXiv 2208.02128',
    figures: [
      {
        name: 'differing of all 1,336,336 pairs, 34 × 34',
        unit: '',
        expected: 0,
        tolerance: { absolute: 0 },
        obtained: () => differingPairs({ planes: 34, perPlane: 34 }),
      },
      {
        name: 'differing of all 435,600 pairs, 22 × 30, seam shifted by 13 slots',
        unit: '',
        expected: 0,
        tolerance: { absolute: 0 },
        obtained: () => differingPairs({ planes: 22, perPlane: 30, seamShift_slots: 13 }),
      },
      {
        name: 'differing of all 998,001 pairs, 3 × 333',
        unit: '',
        expected: 0,
        tolerance: { absolute: 0 },
        obtained: () => differingPairs({ planes: 3, perPlane: 333 }),
      },
      {
        name: 'differing of 10⁶ random pairs, 750 × 333, seam shifted by 375 slots',
        unit: '',
        expected: 0,
        tolerance: { absolute: 0 },
        obtained: () =>
          differingRandomPairs({ planes: 750, perPlane: 333, seamShift_slots: 375 }, 20, 50_000),
      },
    ],
  },
  {
    id: 'N8',
    title: 'Longest laser link that Starlink reports',
    room: 'network',
    kind: 'prediction',
    source: 'SpaceX, through the press',
    figures: [
      {
        name: 'longest straight line over the ground at 550 km',
        unit: 'km',
        expected: 5400,
        tolerance: { relative: 0.02 },
        obtained: () => longestSight_m(6_378_137 + 550e3, 6_378_137) / 1e3,
      },
    ],
    remark:
      "The figure is the geometric limit at the shell's altitude. The rule that plans use, 80 km above the ground, allows 5,017 km and so forbids what was flown. Traffic of 42 PB a day is what users asked for, not a capacity, and is not compared.",
  },
];
