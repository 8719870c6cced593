import type { Keyed } from '../../../random/keyed.ts';
import { Experts, type Labelled, type Opinions, type Reading, readingOf } from './experts.ts';
import { chance, Logistic } from './logistic.ts';
import type { WordVectors } from './word-vectors.ts';

/** A post and whether it is on topic. */
export interface LabelledText {
  readonly text: string;
  readonly label: 0 | 1;
}

/*
 * Assumed, by us, 2026-11: the usual ones of AdaGrad and ridge.
 */
const rounds = 4;
const council = { rate: 0.05, pull: 1e-4 };
/** A single crisis is cut into so many parts, in its order. */
const parts = 4;

/**
 * Tells posts about a crisis from others, on crises it has never seen. Three experts are heard; how far to trust each,
 * and what their word means as a probability, is learned on crises that they were not taught: each crisis of the
 * training is left out once (Wolpert's stacking, 1992, over crises instead of posts). It decides post by post.
 */
export class Relevance {
  readonly #vectors: WordVectors;
  readonly #experts: Experts;
  readonly #council = new Logistic(experts, council.rate, council.pull);
  readonly #scale: Float64Array;
  /** Share of posts on topic that it has learned from. */
  readonly learnedShare: number;

  constructor(crises: readonly (readonly LabelledText[])[], vectors: WordVectors, random: Keyed) {
    this.#vectors = vectors;
    const read = crises.map((posts) =>
      posts.map(({ text, label }) => ({ reading: readingOf(text, vectors), label })),
    );
    const groups = read.length > 1 ? read : cut(read[0] ?? []);
    const foreign = groups.flatMap((posts, left) => {
      const taught = new Experts(
        groups.filter((_, index) => index !== left),
        random,
      );
      return posts.map(({ reading, label }) => ({ opinions: taught.opinions(reading), label }));
    });
    this.#experts = new Experts(read, random);
    this.#scale = scaleOf(foreign.map(({ opinions }) => opinions));
    for (let round = 0; round < rounds; round++) {
      for (const { opinions, label } of foreign) this.#council.learnDense(this.#weighed(opinions), label);
    }
    const posts = read.flat();
    this.learnedShare = posts.filter(({ label }) => label === 1).length / posts.length;
  }

  read(text: string): Reading {
    return readingOf(text, this.#vectors);
  }

  /**
   * Probability that a post is on topic. `share`: how much of the stream is, where that is known to differ from what
   * was learned from; Bayes' rule moves the odds.
   */
  judge(reading: Reading, share = this.learnedShare): number {
    const odds = Math.log(share / (1 - share)) - Math.log(this.learnedShare / (1 - this.learnedShare));
    return chance(this.#council.dense(this.#weighed(this.#experts.opinions(reading))) + odds);
  }

  /** Learns from a post that somebody has labelled since. */
  learn(reading: Reading, label: 0 | 1): void {
    this.#council.learnDense(this.#weighed(this.#experts.opinions(reading)), label);
    this.#experts.learn(reading, label);
  }

  #weighed(opinions: Opinions): Float64Array {
    return this.#scale.map((scale, expert) => opinions[expert]! * scale);
  }
}

const experts = 3;

function cut(posts: readonly Labelled[]): Labelled[][] {
  const size = Math.ceil(posts.length / parts);
  return Array.from({ length: parts }, (_, part) => posts.slice(part * size, (part + 1) * size));
}

/** One over the spread of each expert's opinions. */
function scaleOf(all: readonly Opinions[]): Float64Array {
  return Float64Array.from({ length: experts }, (_, expert) => {
    const squares = all.reduce((sum, opinions) => sum + opinions[expert]! ** 2, 0);
    return 1 / Math.sqrt(squares / Math.max(1, all.length) + 1e-9);
  });
}
