import { multipathRates } from '@kardashev/kernels/numeric/multipath.ts';
import { earthRadius_m, lightSpeed_mperS } from '../../sky/constants.ts';
import { angleBetween_rad, type Vector } from '../../sky/vector.ts';
import {
  type BlockGrid,
  blockGrid,
  blockPlaces,
  inShadow,
  type ShellShape,
  type SunOver,
  upAt,
} from './blocks.ts';
import { shortWay } from './ways.ts';

/** Where users are. */
export interface Region {
  readonly name: string;
  readonly latitude_rad: number;
  readonly longitude_rad: number;
  readonly users: number;
}

/** A shell that serves, with its mesh as a month has it. */
export interface ServingShell {
  readonly shape: ShellShape;
  readonly cap_rad: number;
  /** Its part in all that the fleet can serve. */
  readonly part: number;
  /** Hops across all planes and around one revolution, and their lengths. */
  readonly rows: number;
  readonly columns: number;
  readonly cross_m: number;
  readonly along_m: number;
  readonly slant_m: number;
  /** How full its links are in the mean: packets wait for others in proportion to it. */
  readonly fullness: number;
}

export interface UsersCase {
  readonly regions: readonly Region[];
  readonly shells: readonly ServingShell[];
  /** What users ask for in the mean of a day over what the fleet can serve. */
  readonly load: number;
  readonly shadowWork: number;
  readonly access_s: number;
  readonly switching_s: number;
  /** Mean link of the relays that bring users to shells which do not pass over them. */
  readonly relayLink_m: number;
  readonly busiestTime_s: number;
  readonly quietShare: number;
}

const day_s = 86_400;

/** What users ask for at a local solar time, over the busiest: a daily swing. */
export function asking(time_s: number, busiest_s: number, quiet: number): number {
  return (1 + quiet + (1 - quiet) * Math.cos((2 * Math.PI * (time_s - busiest_s)) / day_s)) / 2;
}

/** Local solar time of a longitude when it is `hour` UTC. */
export function localTime_s(longitude_rad: number, hour: number): number {
  const time_s = hour * 3600 + (longitude_rad / (2 * Math.PI)) * day_s;
  return ((time_s % day_s) + day_s) % day_s;
}

interface Place {
  readonly shell: ServingShell;
  readonly grid: BlockGrid;
  readonly blocks: readonly Vector[];
  readonly block: number;
  /** What it can serve, of all. */
  readonly capacity: number;
}

/** Round trips of one region at one hour: shares of its requests by time. */
export interface RoundTrips {
  readonly median_s: number;
  readonly late_s: number;
  /** What the region asks for of all that the fleet can serve, and the share of it that is served. */
  readonly asked: number;
  readonly served: number;
}

/** How strongly users are sent to what is near: a high power of the round trip comes close to nearest first. */
const nearness = 12;
const rounds = 4;

/**
 * Round trips of every region at an hour UTC: each is served by the satellites nearest in time that others leave
 * free, over access, slant, relays to the shell where it does not pass, and hops through its mesh.
 */
export function roundTrips(of: UsersCase, sun: SunOver, hour: number): RoundTrips[] {
  const places = of.shells.flatMap((shell) => placesOf(shell, sun, of.shadowWork));
  const swing = (1 + of.quietShare) / 2;
  const all = of.regions.reduce((sum, { users }) => sum + users, 0);
  const asked = Float64Array.from(of.regions, ({ users, longitude_rad }) => {
    const now = asking(localTime_s(longitude_rad, hour), of.busiestTime_s, of.quietShare);
    return all > 0 ? (of.load * users * now) / (all * swing) : 0;
  });
  const time_s = new Float64Array(of.regions.length * places.length);
  of.regions.forEach((region, r) => {
    const entries = entriesOf(of, region, places);
    places.forEach((place, p) => {
      time_s[r * places.length + p] = tripTo(of, place, entries);
    });
  });
  const rate = serve(places, asked, time_s);
  return of.regions.map((_, r) => summary(asked[r]!, r, places.length, rate, time_s));
}

function placesOf(shell: ServingShell, sun: SunOver, shadowWork: number): Place[] {
  const grid = blockGrid(shell.shape);
  const blocks = blockPlaces(shell.shape, grid, sun);
  const work = blocks.map((place) => (inShadow(place, shell.shape.altitude_m, sun) ? shadowWork : 1));
  const sum = work.reduce((total, one) => total + one, 0);
  return blocks.map((_, block) => ({
    shell,
    grid,
    blocks,
    block,
    capacity: sum > 0 ? (shell.part * work[block]!) / sum : 0,
  }));
}

/** The block through which a region enters each part of each shell, and what it takes to get there beyond the slant. */
function entriesOf(of: UsersCase, region: Region, places: readonly Place[]) {
  const up = upAt(region.latitude_rad, region.longitude_rad);
  const best = new Map<
    string,
    { readonly block: number; readonly angle: number; readonly beyond_s: number }
  >();
  for (const { shell, grid, blocks, block } of places) {
    const key = `${of.shells.indexOf(shell)}/${Math.floor(block / (grid.rows * grid.columns))}`;
    const angle = angleBetween_rad(up, blocks[block]!);
    if (angle >= (best.get(key)?.angle ?? Infinity)) continue;
    const half = Math.PI / Math.max(grid.rows, grid.columns);
    const beyond_m =
      Math.max(0, angle - Math.max(shell.cap_rad, half)) * (earthRadius_m + shell.shape.altitude_m);
    const beyond_s = beyond_m / lightSpeed_mperS + (beyond_m / of.relayLink_m) * of.switching_s;
    best.set(key, { block, angle, beyond_s });
  }
  return best;
}

function tripTo(of: UsersCase, { shell, grid, block }: Place, entries: ReturnType<typeof entriesOf>): number {
  const { rows, columns } = grid;
  const part = Math.floor(block / (rows * columns));
  const entry = entries.get(`${of.shells.indexOf(shell)}/${part}`)!;
  const rowOf = (index: number) => Math.floor(index / columns) % rows;
  const across = Math.abs(shortWay(rowOf(entry.block), rowOf(block), rows)) / rows;
  const along = Math.abs(shortWay(entry.block % columns, block % columns, columns)) / columns;
  const hops = across * shell.rows + along * shell.columns;
  const way_m = across * shell.rows * shell.cross_m + along * shell.columns * shell.along_m;
  // Packets that find a link busy wait: half of a service time for each in use, more the fuller (M/D/1).
  const full = Math.min(0.99, shell.fullness);
  const wait = full / (2 * (1 - full));
  const oneWay_s =
    (shell.slant_m + way_m) / lightSpeed_mperS + hops * of.switching_s * (1 + wait) + entry.beyond_s;
  return of.access_s + 2 * oneWay_s;
}

/** Requests by region and place, nearest in time first as far as places have room. */
function serve(places: readonly Place[], asked: Float64Array, time_s: Float64Array): Float64Array {
  const width = places.length;
  const count = asked.length * width;
  const rate = new Float64Array(count);
  multipathRates(
    {
      ways: {
        capacity: Float64Array.from(places, ({ capacity }) => capacity),
        first: Int32Array.from({ length: count + 1 }, (_, way) => way),
        resource: Int32Array.from({ length: count }, (_, way) => way % width),
      },
      owner: Int32Array.from({ length: count }, (_, way) => Math.floor(way / width)),
      weight: asked.map((one) => Math.max(one, Number.MIN_VALUE)),
      demand: asked,
      leaning: time_s.map((time) => time ** -nearness),
    },
    rounds,
    rate,
    new Int32Array(count),
  );
  return rate;
}

function summary(
  asked: number,
  region: number,
  width: number,
  rate: Float64Array,
  time_s: Float64Array,
): RoundTrips {
  const own = Array.from({ length: width }, (_, p) => ({
    share: rate[region * width + p]!,
    time_s: time_s[region * width + p]!,
  })).sort((a, b) => a.time_s - b.time_s);
  const served = own.reduce((sum, { share }) => sum + share, 0);
  const at = (part: number): number => {
    let sum = 0;
    for (const { share, time_s: time } of own) {
      sum += share;
      if (share > 0 && sum >= part * served) return time;
    }
    return Number.NaN;
  };
  return { median_s: at(0.5), late_s: at(0.95), asked, served: asked > 0 ? served / asked : 1 };
}
