import type { Keyed } from '../../../random/keyed.ts';
import { Logistic } from './logistic.ts';
import { fewest, NaiveBayes } from './naive-bayes.ts';
import { tokensOf } from './tokens.ts';
import type { WordVectors } from './word-vectors.ts';

/** A post as the experts see it. */
export interface Reading {
  readonly tokens: readonly string[];
  /** Its meaning: word vectors, pooled. */
  readonly meaning: Float64Array;
}

/** A post that somebody labelled: 1 on topic, 0 off. */
export interface Labelled {
  readonly reading: Reading;
  readonly label: 0 | 1;
}

export function readingOf(text: string, vectors: WordVectors): Reading {
  const tokens = tokensOf(text, vectors.segment);
  const meaning = new Float64Array(3 * vectors.dimensions);
  vectors.pool(tokens, meaning);
  return { tokens, meaning };
}

/** Opinions of a post, in log-odds: by its words as crises agree on them, by its words together, by its meaning. */
export type Opinions = readonly [bayes: number, words: number, meaning: number];

/*
 * Assumed, by us, 2026-11. Steps and pulls are the usual ones of AdaGrad and ridge; they were set once, on the crises
 * at hand, and no crisis has its own.
 */
const rounds = 4;
const words = { rate: 0.1, pull: 3e-4 };
const meaning = { rate: 0.02, pull: 1e-3 };

/** Three ways to tell whether a post is about a crisis, learned on several crises. */
export class Experts {
  readonly #bayes = new NaiveBayes();
  readonly #places: Map<string, number>;
  readonly #evidence: Float64Array;
  /** Words that came up after the training, until they are met often enough. */
  readonly #news = new Map<string, number>();
  readonly #words: Logistic;
  readonly #meaning: Logistic;
  readonly #centre: Float64Array;
  readonly #scale: Float64Array;
  /** One row for all: millions of posts should not each leave one behind. */
  readonly #row: Float64Array;

  constructor(crises: readonly (readonly Labelled[])[], random: Keyed) {
    for (const [crisis, posts] of crises.entries()) {
      for (const { reading, label } of posts) this.#bayes.learn(crisis, new Set(reading.tokens), label);
    }
    // A word that only one crisis knows is likely one of its names.
    const known = this.#bayes.known(Math.min(2, crises.length));
    this.#places = new Map(known.map((word, place) => [word, place]));
    this.#evidence = Float64Array.from(known, (word) => this.#bayes.evidence(word));
    this.#words = new Logistic(known.length, words.rate, words.pull);
    const all = crises.flat();
    [this.#centre, this.#scale] = spreadOf(all);
    this.#row = new Float64Array(this.#centre.length);
    this.#meaning = new Logistic(this.#centre.length, meaning.rate, meaning.pull);
    const there = all.map(({ reading }) => this.#there(reading));
    for (let round = 0; round < rounds; round++) {
      for (const index of shuffled(all.length, random, round)) {
        const { reading, label } = all[index]!;
        this.#words.learnSparse(there[index]!, label);
        this.#meaning.learnDense(this.#scaled(reading.meaning), label);
      }
    }
  }

  opinions(reading: Reading): Opinions {
    const there = this.#there(reading);
    let bayes = 0;
    for (const place of there) bayes += this.#evidence[place] ?? 0;
    return [bayes, this.#words.sparse(there), this.#meaning.dense(this.#scaled(reading.meaning))];
  }

  /** Learns from one more post; words of a new crisis become known as they come up. */
  learn(reading: Reading, label: 0 | 1): void {
    for (const token of new Set(reading.tokens)) this.#meet(token);
    this.#words.learnSparse(this.#there(reading), label);
    this.#meaning.learnDense(this.#scaled(reading.meaning), label);
  }

  #meet(token: string): void {
    if (this.#places.has(token)) return;
    const met = (this.#news.get(token) ?? 0) + 1;
    this.#news.set(token, met);
    if (met < fewest) return;
    this.#news.delete(token);
    this.#places.set(token, this.#places.size);
    this.#words.grow(this.#places.size);
  }

  #there({ tokens }: Reading): number[] {
    const places = new Set<number>();
    for (const token of tokens) {
      const place = this.#places.get(token);
      if (place !== undefined) places.add(place);
    }
    return [...places];
  }

  #scaled(meaning: Float64Array): Float64Array {
    const row = this.#row;
    for (let axis = 0; axis < row.length; axis++)
      row[axis] = (meaning[axis]! - this.#centre[axis]!) * this.#scale[axis]!;
    return row;
  }
}

/** Mean of each axis, and one over its spread. */
function spreadOf(posts: readonly Labelled[]): [centre: Float64Array, scale: Float64Array] {
  const size = posts[0]?.reading.meaning.length ?? 0;
  const centre = new Float64Array(size);
  const squares = new Float64Array(size);
  for (const { reading } of posts) {
    for (let axis = 0; axis < size; axis++) {
      centre[axis]! += reading.meaning[axis]! / posts.length;
      squares[axis]! += reading.meaning[axis]! ** 2 / posts.length;
    }
  }
  const scale = squares.map((square, axis) => 1 / Math.sqrt(Math.max(1e-9, square - centre[axis]! ** 2)));
  return [centre, scale];
}

/** Fisher and Yates' shuffle, keyed: the same for everybody. */
export function shuffled(size: number, random: Keyed, round: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, index) => index);
  for (let index = size - 1; index > 0; index--) {
    const other = Math.floor(random.uniform(index, round) * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}
