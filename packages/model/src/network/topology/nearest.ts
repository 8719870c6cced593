import type { Range } from './between-shells.ts';

/**
 * For each satellite of `seekers` the nearest of `others` within `reach_m`, or −1. Others wait in a tree of halved
 * space (k-d tree), so that a seeker looks at few, wherever they crowd; never at all pairs.
 */
export function nearestWithin(
  positions_m: Float64Array,
  seekers: Range,
  others: Range,
  reach_m: number,
): Int32Array {
  const tree = new Tree(positions_m, others);
  const nearest = new Int32Array(seekers.count);
  for (let index = 0; index < seekers.count; index++) {
    nearest[index] = tree.nearest(seekers.first + index, reach_m);
  }
  return nearest;
}

/** Satellites so ordered that the middle of every stretch parts it in two along x, y and z by turns. */
class Tree {
  private readonly positions: Float64Array;
  private readonly order: Int32Array;
  private best = -1;
  private least = 0;

  constructor(positions: Float64Array, { first, count }: Range) {
    this.positions = positions;
    this.order = Int32Array.from({ length: count }, (_, index) => first + index);
    this.build(0, count - 1, 0);
  }

  /** With equal distances the satellite of the lower number. */
  nearest(seeker: number, reach_m: number): number {
    this.best = -1;
    this.least = reach_m * reach_m;
    this.seek(seeker * 3, 0, this.order.length - 1, 0);
    return this.best;
  }

  private build(from: number, to: number, axis: number): void {
    if (to <= from) return;
    const middle = (from + to) >> 1;
    this.part(from, to, middle, axis);
    this.build(from, middle - 1, (axis + 1) % 3);
    this.build(middle + 1, to, (axis + 1) % 3);
  }

  /** Hoare's selection: puts the satellite in its place at `middle`, smaller ones before it and larger ones behind. */
  private part(from: number, to: number, middle: number, axis: number): void {
    let [low, high] = [from, to];
    while (low < high) {
      const pivot = this.at(middle, axis);
      let [left, right] = [low, high];
      while (left <= right) {
        while (this.at(left, axis) < pivot) left++;
        while (this.at(right, axis) > pivot) right--;
        if (left > right) break;
        const kept = this.order[left] as number;
        this.order[left++] = this.order[right] as number;
        this.order[right--] = kept;
      }
      if (right < middle) low = left;
      if (middle < left) high = right;
    }
  }

  private at(index: number, axis: number): number {
    return this.positions[(this.order[index] as number) * 3 + axis] as number;
  }

  private seek(place: number, from: number, to: number, axis: number): void {
    if (to < from) return;
    const middle = (from + to) >> 1;
    this.look(place, this.order[middle] as number);
    const off = (this.positions[place + axis] as number) - this.at(middle, axis);
    const next = (axis + 1) % 3;
    if (off <= 0) this.seek(place, from, middle - 1, next);
    else this.seek(place, middle + 1, to, next);
    // Across the cut only where something nearer can be.
    if (off * off > this.least) return;
    if (off <= 0) this.seek(place, middle + 1, to, next);
    else this.seek(place, from, middle - 1, next);
  }

  private look(place: number, other: number): void {
    const p = this.positions;
    const dx = (p[place] as number) - (p[other * 3] as number);
    const dy = (p[place + 1] as number) - (p[other * 3 + 1] as number);
    const dz = (p[place + 2] as number) - (p[other * 3 + 2] as number);
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared > this.least || (squared === this.least && this.best >= 0 && this.best < other)) return;
    this.least = squared;
    this.best = other;
  }
}
