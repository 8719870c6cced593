import type { DayPaths, DayPlanes } from '../../flows/day.ts';
import { lightSpeed_mperS } from '../../sky/constants.ts';

/** What the satellites of a plane can send, and how far their neighbours are. One row a plane. */
export interface PlaneLinks {
  /** Rate of one terminal to its neighbour. */
  readonly link_bps: Float64Array;
  readonly terminals: Float64Array;
  /** Hops once around the plane, and to the next plane of the same part. */
  readonly around: Float64Array;
  readonly alongHop_m: Float64Array;
  readonly acrossHop_m: Float64Array;
  readonly switching_s: number;
}

/** Least share of a link that a move still finds, however full the link is: moves take turns. */
const leastFree = 0.05;

/**
 * Ways over lasers between satellites, with the load of the last minute as their price: a link that is taken by a
 * share has as much less for the next. Ways follow the plane, then cross planes; between parts of the sky that no
 * lasers join they go down and up again, at the rate of one terminal all the same.
 */
export class Paths implements DayPaths {
  readonly #planes: DayPlanes;
  readonly #links: PlaneLinks;
  /** Booked in this minute and in the last one: bits times hops. */
  readonly #booked: Float64Array;
  readonly #load: Float64Array;
  /** A plane's place among those of its part, and how many these are. */
  readonly #place: Int32Array;
  readonly #size: number[] = [];
  #moved_bit = 0;
  #moved_bithops = 0;

  constructor(planes: DayPlanes, links: PlaneLinks) {
    this.#planes = planes;
    this.#links = links;
    this.#booked = new Float64Array(planes.shell.length);
    this.#load = new Float64Array(planes.shell.length);
    this.#place = Int32Array.from(planes.part, (part) => {
      const place = this.#size[part] ?? 0;
      this.#size[part] = place + 1;
      return place;
    });
  }

  get moved_bit(): number {
    return this.#moved_bit;
  }

  /** Bits times the hops that they took. */
  get moved_bithops(): number {
    return this.#moved_bithops;
  }

  /** Sets the prices of the next minute by what was booked in this one. */
  turn(minute_s: number): void {
    for (let plane = 0; plane < this.#load.length; plane++) {
      const capacity_bit = this.#capacity_bps(plane) * minute_s;
      this.#load[plane] = capacity_bit > 0 ? Math.min(1, this.#booked[plane]! / capacity_bit) : 0;
      this.#booked[plane] = 0;
    }
  }

  /** Sets the prices within a minute by what has been booked in it so far. */
  reprice(minute_s: number): void {
    for (let plane = 0; plane < this.#load.length; plane++) {
      const capacity_bit = this.#capacity_bps(plane) * minute_s;
      if (capacity_bit > 0) {
        this.#load[plane] = Math.max(this.#load[plane]!, Math.min(1, this.#booked[plane]! / capacity_bit));
      }
    }
  }

  load(plane: number): number {
    return this.#load[plane]!;
  }

  move_s(bits: number, from: number, to: number, share: number): number {
    const { link_bps, alongHop_m, acrossHop_m, switching_s } = this.#links;
    const along = this.#along(from, share);
    const across = this.#across(from, to);
    const rate_bps = Math.min(this.#free(from) * link_bps[from]!, this.#free(to) * link_bps[to]!);
    const light_s = (along * alongHop_m[from]! + across * acrossHop_m[from]!) / lightSpeed_mperS;
    return bits / rate_bps + light_s + (along + across) * switching_s;
  }

  book(bits: number, from: number, to: number, share: number): void {
    const hops = this.#along(from, share) + this.#across(from, to);
    const taken = bits * Math.max(1, hops);
    this.#booked[from]! += taken / 2;
    this.#booked[to]! += taken / 2;
    this.#moved_bit += bits;
    this.#moved_bithops += taken;
  }

  #capacity_bps(plane: number): number {
    const count = this.#planes.first[plane + 1]! - this.#planes.first[plane]!;
    return count * this.#links.terminals[plane]! * this.#links.link_bps[plane]!;
  }

  #free(plane: number): number {
    return Math.max(leastFree, 1 - this.#load[plane]!);
  }

  #along(plane: number, share: number): number {
    return Math.min(share, 1 - share) * this.#links.around[plane]!;
  }

  #across(from: number, to: number): number {
    if (from === to) return 0;
    const { part } = this.#planes;
    if (part[from] !== part[to]) return betweenParts(this.#planes, from);
    const apart = Math.abs(this.#place[to]! - this.#place[from]!);
    return Math.min(apart, this.#size[part[from]!]! - apart);
  }
}

/** Hops that a way over the ground stands for: about a quarter of the Earth's turn on each side, in the shell's own hops. */
function betweenParts({ first }: DayPlanes, plane: number): number {
  return Math.max(2, (first[plane + 1]! - first[plane]!) / 4);
}
