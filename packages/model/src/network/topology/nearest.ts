import type { Range } from './between-shells.ts';

/**
 * For each satellite of `seekers` the nearest of `others` within `reach_m`, or −1. Space is cut into cubes as wide
 * as the others are apart on average, so that a seeker looks at few; never at all pairs.
 */
export function nearestWithin(
  positions_m: Float64Array,
  seekers: Range,
  others: Range,
  reach_m: number,
): Int32Array {
  const cubes = new Cubes(positions_m, others, widthFor(positions_m, others, reach_m));
  const nearest = new Int32Array(seekers.count);
  for (let index = 0; index < seekers.count; index++) {
    nearest[index] = cubes.nearest((seekers.first + index) * 3, reach_m);
  }
  return nearest;
}

/** Mean distance of evenly spread satellites on a sphere, and no more than the reach. */
function widthFor(positions_m: Float64Array, { first, count }: Range, reach_m: number): number {
  const at = first * 3;
  const radius = Math.hypot(positions_m[at] ?? 0, positions_m[at + 1] ?? 0, positions_m[at + 2] ?? 0);
  return Math.max(1, Math.min(reach_m, radius * Math.sqrt((4 * Math.PI) / Math.max(1, count))));
}

/** Cubes by their whole coordinates, each with a list of those in it. */
class Cubes {
  private readonly positions: Float64Array;
  private readonly others: Range;
  private readonly width: number;
  private readonly heads = new Map<number, number>();
  private readonly next: Int32Array;

  constructor(positions: Float64Array, others: Range, width: number) {
    this.positions = positions;
    this.others = others;
    this.width = width;
    this.next = new Int32Array(others.count);
    for (let index = 0; index < others.count; index++) {
      const at = (others.first + index) * 3;
      const key = this.key(this.cell(at), this.cell(at + 1), this.cell(at + 2));
      this.next[index] = this.heads.get(key) ?? -1;
      this.heads.set(key, index);
    }
  }

  /** Looks at shells of cubes ever further out until none further can hold a nearer one. */
  nearest(at: number, reach_m: number): number {
    const [x, y, z] = [this.cell(at), this.cell(at + 1), this.cell(at + 2)];
    let best = -1;
    let least = reach_m;
    for (let ring = 0; (ring - 1) * this.width <= least; ring++) {
      for (let dx = -ring; dx <= ring; dx++) {
        for (let dy = -ring; dy <= ring; dy++) {
          const edge = Math.abs(dx) === ring || Math.abs(dy) === ring;
          for (let dz = -ring; dz <= ring; dz += edge || ring === 0 ? 1 : 2 * ring) {
            let index = this.heads.get(this.key(x + dx, y + dy, z + dz)) ?? -1;
            for (; index >= 0; index = this.next[index] as number) {
              const distance = this.distance(at, (this.others.first + index) * 3);
              if (distance > least || (distance === least && best >= 0)) continue;
              least = distance;
              best = this.others.first + index;
            }
          }
        }
      }
    }
    return best;
  }

  private cell(at: number): number {
    return Math.floor((this.positions[at] as number) / this.width);
  }

  /** Coordinates stay under 2¹⁶ either way as long as cubes are wider than 4 km at the Moon's distance. */
  private key(x: number, y: number, z: number): number {
    return ((x + 65_536) * 131_072 + (y + 65_536)) * 131_072 + (z + 65_536);
  }

  private distance(one: number, other: number): number {
    const p = this.positions;
    const dx = (p[one] as number) - (p[other] as number);
    const dy = (p[one + 1] as number) - (p[other + 1] as number);
    const dz = (p[one + 2] as number) - (p[other + 2] as number);
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
