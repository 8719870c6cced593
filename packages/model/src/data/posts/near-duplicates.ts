import { wordOf } from '../../random/philox.ts';

/**
 * Finds posts that say what another said before: reposts, copies with another link, with a word more or less. MinHash
 * (Broder 1997) over runs of three words: bands of two of sixteen least hashes find candidates, and the runs themselves
 * decide. What was said longer ago than `memory_s` is forgotten.
 */
export class NearDuplicates {
  readonly #memory_s: number;
  readonly #bands: Map<number, Told>[] = Array.from({ length: bands }, () => new Map());
  #count = 0;
  #swept_s = Number.NEGATIVE_INFINITY;

  constructor(memory_s: number) {
    this.#memory_s = memory_s;
  }

  /** Takes a post; the number of the one that said it first, or its own. Numbers count from 0 in order of arrival. */
  take(text: string, at_s: number): number {
    const told = { number: this.#count++, at_s, runs: runsOf(text) };
    if (told.runs.size === 0) return told.number;
    this.#sweep(at_s);
    const keys = bandKeys(told.runs);
    const same = keys
      .map((key, band) => this.#bands[band]!.get(key))
      .find(
        (other) => other !== undefined && at_s - other.at_s <= this.#memory_s && alike(told.runs, other.runs),
      );
    const first = same === undefined ? told : { ...same, at_s: Math.max(at_s, same.at_s) };
    for (const [band, key] of keys.entries()) this.#bands[band]!.set(key, first);
    return first.number;
  }

  /** Forgets what is old, once a memory's length. */
  #sweep(at_s: number): void {
    if (at_s - this.#swept_s < this.#memory_s) return;
    this.#swept_s = at_s;
    for (const band of this.#bands) {
      for (const [key, told] of band) if (at_s - told.at_s > this.#memory_s) band.delete(key);
    }
  }
}

interface Told {
  readonly number: number;
  readonly at_s: number;
  readonly runs: ReadonlySet<number>;
}

const bands = 8;
const rows = 2;
const run = 3;
/** Runs in common over all runs, from which on two posts say the same. Assumed, by us, 2026-11. */
const leastAlike = 0.6;

/** Hashes of all runs of three words; a post of fewer words is one run. Who reposts, and links, do not count. */
function runsOf(text: string): Set<number> {
  const words =
    text
      .toLowerCase()
      .replaceAll(/^\s*rt\s+@\w+:?|\bvia\s+@\w+|https?:\S*|…/g, ' ')
      .match(/[\p{L}\p{M}\p{N}#@_]+|\p{Extended_Pictographic}/gu) ?? [];
  const runs = new Set<number>();
  for (let from = 0; from === 0 || from + run <= words.length; from++) {
    const piece = words.slice(from, from + run);
    if (piece.length > 0) runs.add(wordOf(piece.join(' ')));
  }
  return runs;
}

/** Keys of the bands: each of two least hashes under functions of its own. */
function bandKeys(runs: ReadonlySet<number>): number[] {
  return Array.from({ length: bands }, (_, band) => {
    let key = 0;
    for (let row = 0; row < rows; row++) {
      const salt = Math.imul(band * rows + row + 1, 0x9e3779b9);
      let least = 0xffffffff;
      for (const hash of runs) least = Math.min(least, mixed(hash ^ salt));
      key = (Math.imul(key, 0x01000193) ^ least) >>> 0;
    }
    return key;
  });
}

/** The last step of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Jaccard's measure. */
function alike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  let common = 0;
  for (const hash of a) if (b.has(hash)) common++;
  return common >= leastAlike * (a.size + b.size - common);
}
