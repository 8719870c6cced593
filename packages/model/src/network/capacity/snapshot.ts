import { multipathRates } from '@kardashev/kernels/numeric/multipath.ts';
import type { Vector } from '../../sky/vector.ts';
import {
  type BlockGrid,
  blockGrid,
  blockPlaces,
  blocksOver,
  inShadow,
  type ShellShape,
  type SunOver,
  upAt,
} from './blocks.ts';
import { shortWay, takeWay, WayList } from './ways.ts';

/** A station on the ground, with its part in what all stations of the plan can take. */
export interface Drain {
  readonly latitude_rad: number;
  readonly longitude_rad: number;
  readonly weight: number;
}

/**
 * One shell at one instant. Loads are in parts of what its mesh can carry: a cut across all planes carries
 * √aspect, one along them 1/√aspect, and the satellites together offer `load` to the ground for each part.
 */
export interface Snapshot {
  readonly shape: ShellShape;
  readonly sun: SunOver;
  readonly stations: readonly Drain[];
  /** Half width of the cap that a satellite serves. */
  readonly cap_rad: number;
  readonly aspect: number;
  readonly load: number;
  /** Share of the ways to the ground that are gateways, which are near everywhere; stations are where they are. */
  readonly gateways: number;
  /** Work of a satellite in the Earth's shadow over that of one in the sun. */
  readonly shadowWork: number;
}

/** What a snapshot carries; shares of the torus are means over bits that arrive. */
export interface Carried {
  readonly share: number;
  /** Way across the planes over the whole way round, and along them. */
  readonly across: number;
  readonly along: number;
  readonly viaGateways: number;
  readonly grid: BlockGrid;
  readonly blocks: readonly Vector[];
  /** By block: how full its fuller axis is, and the share of its bits that arrive. */
  readonly fullness: Float64Array;
  readonly arriving: Float64Array;
  /** By station: what it takes over its capacity; NaN where no satellite passes. */
  readonly stationFullness: Float64Array;
  /** Bits held back by links between satellites, and by stations and gateways, over all that are offered. */
  readonly heldByLinks: number;
  readonly heldByGround: number;
}

/** The ground is given a little more than what is offered, so that it is the mesh which a snapshot tests. */
const ample = 1.2;
const rounds = 3;

interface Offer {
  readonly owner: number[];
  readonly leaning: number[];
  readonly across: number[];
  readonly along: number[];
  readonly station: number[];
  readonly list: WayList;
}

/** Carries a snapshot's bits to the ground, max–min fairly between blocks. */
export function carrySnapshot(snapshot: Snapshot): Carried {
  const { shape, sun, stations, cap_rad } = snapshot;
  const grid = blockGrid(shape);
  const blocks = blockPlaces(shape, grid, sun);
  const reach = stations.map(({ latitude_rad, longitude_rad }) =>
    blocksOver(upAt(latitude_rad, longitude_rad), blocks, grid, cap_rad),
  );
  const demand = demandOf(snapshot, blocks);
  const capacity = capacitiesOf(snapshot, grid, reach);
  const offer = waysOf(snapshot, grid, blocks.length, reach);
  const { list } = offer;
  const rate = new Float64Array(list.count);
  const heldBy = new Int32Array(list.count);
  const ways = {
    capacity,
    first: Int32Array.from(list.first),
    resource: Int32Array.from(list.resource),
    use: Float64Array.from(list.use),
  };
  multipathRates(
    {
      ways,
      owner: Int32Array.from(offer.owner),
      weight: demand,
      demand,
      leaning: Float64Array.from(offer.leaning),
    },
    rounds,
    rate,
    heldBy,
  );
  return { grid, blocks, ...sumUp(offer, ways, demand, rate, heldBy, blocks.length, stations.length) };
}

/** What each block offers: alike in the sun, less in the shadow, `load` for each part of the shell in all. */
function demandOf({ shape, sun, load, shadowWork }: Snapshot, blocks: readonly Vector[]): Float64Array {
  const demand = Float64Array.from(blocks, (place) =>
    inShadow(place, shape.altitude_m, sun) ? Math.max(shadowWork, 1e-9) : 1,
  );
  const all = demand.reduce((sum, one) => sum + one, 0);
  const offered = load * (shape.dawnDusk ? 2 : 1);
  return demand.map((one) => (offered * one) / all);
}

/** Links by block and axis, then stations, then all gateways: a mesh of relays spreads bits over them. */
function capacitiesOf(
  { shape, aspect, load, gateways, stations }: Snapshot,
  { parts, rows, columns }: BlockGrid,
  reach: readonly (readonly number[])[],
): Float64Array {
  const blocks = parts * rows * columns;
  const capacity = new Float64Array(2 * blocks + stations.length + 1);
  const [across, along] = [Math.sqrt(aspect), 1 / Math.sqrt(aspect)];
  for (let block = 0; block < blocks; block++) {
    capacity[2 * block] = across / (rows * columns);
    capacity[2 * block + 1] = along / (rows * columns);
  }
  const all = load * (shape.dawnDusk ? 2 : 1) * ample;
  const seen = stations.reduce((sum, { weight }, s) => sum + (reach[s]!.length > 0 ? weight : 0), 0);
  stations.forEach(({ weight }, s) => {
    capacity[2 * blocks + s] = seen > 0 ? ((1 - gateways) * all * weight) / seen : 0;
  });
  capacity[2 * blocks + stations.length] = (seen > 0 ? gateways : 1) * all;
  return capacity;
}

/** Ways of every block: down to the gateways near it, and both ways round the corner to every station. */
function waysOf(
  { gateways }: Snapshot,
  grid: BlockGrid,
  blocks: number,
  reach: readonly (readonly number[])[],
): Offer {
  const offer: Offer = { owner: [], leaning: [], across: [], along: [], station: [], list: new WayList() };
  const perPart = grid.rows * grid.columns;
  const stationsAt = 2 * blocks;
  for (let block = 0; block < blocks; block++) {
    if (gateways > 0 || reach.every((over) => over.length === 0)) {
      offer.list.take(stationsAt + reach.length, 1);
      closeWay(offer, block, -1, 0, 0, gateways);
    }
    if (gateways >= 1) continue;
    reach.forEach((over, station) => {
      for (const door of over) {
        if (Math.floor(door / perPart) !== Math.floor(block / perPart)) continue;
        addWays(offer, grid, block, door, station, stationsAt + station, 1 - gateways);
      }
    });
  }
  return offer;
}

function addWays(
  offer: Offer,
  grid: BlockGrid,
  from: number,
  door: number,
  station: number,
  resource: number,
  share: number,
): void {
  const { rows, columns } = grid;
  const across =
    Math.abs(shortWay(Math.floor(from / columns) % rows, Math.floor(door / columns) % rows, rows)) / rows;
  const along = Math.abs(shortWay(from % columns, door % columns, columns)) / columns;
  // Near stations first: the leaning falls with the square of the way.
  const near = share / (across + along + 1 / (rows + columns)) ** 2;
  for (const acrossFirst of across > 0 && along > 0 ? [true, false] : [true]) {
    takeWay(offer.list, grid, from, door, acrossFirst);
    offer.list.take(resource, 1);
    closeWay(offer, from, station, across, along, near);
  }
}

function closeWay(
  offer: Offer,
  owner: number,
  station: number,
  across: number,
  along: number,
  leaning: number,
): void {
  offer.list.close();
  offer.owner.push(owner);
  offer.station.push(station);
  offer.across.push(across);
  offer.along.push(along);
  offer.leaning.push(leaning);
}

function sumUp(
  offer: Offer,
  ways: {
    readonly capacity: Float64Array;
    readonly first: Int32Array;
    readonly resource: Int32Array;
    readonly use: Float64Array;
  },
  demand: Float64Array,
  rate: Float64Array,
  heldBy: Int32Array,
  blocks: number,
  stations: number,
) {
  const taken = new Float64Array(ways.capacity.length);
  const arriving = new Float64Array(blocks);
  const byLinks = new Uint8Array(blocks);
  let [all, across, along, viaGateways] = [0, 0, 0, 0];
  for (let way = 0; way < rate.length; way++) {
    const bits = rate[way]!;
    for (let entry = ways.first[way]!; entry < ways.first[way + 1]!; entry++) {
      taken[ways.resource[entry]!]! += bits * ways.use[entry]!;
    }
    arriving[offer.owner[way]!]! += bits;
    if (heldBy[way]! >= 0 && heldBy[way]! < 2 * blocks) byLinks[offer.owner[way]!] = 1;
    all += bits;
    across += bits * offer.across[way]!;
    along += bits * offer.along[way]!;
    if (offer.station[way]! < 0) viaGateways += bits;
  }
  const fullness = Float64Array.from({ length: blocks }, (_, block) =>
    Math.max(
      taken[2 * block]! / ways.capacity[2 * block]!,
      taken[2 * block + 1]! / ways.capacity[2 * block + 1]!,
    ),
  );
  const stationFullness = Float64Array.from({ length: stations }, (_, s) => {
    const at = 2 * blocks + s;
    return offer.station.includes(s) ? taken[at]! / ways.capacity[at]! : Number.NaN;
  });
  const offered = demand.reduce((sum, one) => sum + one, 0);
  let heldByLinks = 0;
  for (let block = 0; block < blocks; block++) {
    if (byLinks[block] === 1) heldByLinks += Math.max(0, demand[block]! - arriving[block]!) / offered;
    arriving[block]! /= demand[block]!;
  }
  const over = (part: number) => (all > 0 ? part / all : 0);
  const share = Math.min(1, all / offered);
  return {
    share,
    across: over(across),
    along: over(along),
    viaGateways: over(viaGateways),
    fullness,
    arriving,
    stationFullness,
    heldByLinks,
    heldByGround: Math.max(0, 1 - share - heldByLinks),
  };
}
