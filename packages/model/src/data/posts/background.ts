/** What a stream was like just before a moment. */
export interface Calm {
  /** Posts that each memory goes by, and the seconds in which they came: the rate, and how well it is known. */
  readonly posts: readonly number[];
  readonly span_s: readonly number[];
  /** How many posts one independent cause brings within each of `reaches_s`: 1 where nobody repeats anybody. */
  readonly clusters: readonly number[];
}

/** Posts within these of each other may have one cause: an echo, a conversation, an hour of the day. */
export const reaches_s: readonly number[] = [120, 1200, 7200];
/** The memories, shortest first: an hour, a quarter of a day, a day. */
const memories_s: readonly number[] = [3600, 21_600, 86_400];
/** The memory whose rate says how many neighbours chance alone would give, for each reach. */
const memoryOfReach: readonly number[] = [0, 0, 1];

/*
 * Assumed, by us, 2026-11, before any stream was seen; they only matter while a stream is young.
 */
/** Jeffreys' prior of a Poisson rate, Gamma(1/2, 0): the one that has no scale of its own. */
const jeffreys = 0.5;
/** A memory leans on the next longer one as far as so many posts go. */
const lentPosts = 4;
/** Until so many posts say otherwise, a cause brings half as much again within each longer reach. */
const clusterPrior = { posts: [8, 24, 24], growth: [1.5, 2.5, 1.5] } as const;
const clusterMemory_posts = 200;
const wellHeard = 4;
/** Posts that should have come and did not: e⁻²⁰ is never. */
const impossibleSilence = 20;

/**
 * What a stream is like while nothing happens, learned from the stream alone: its rate over several memories, and how
 * far its posts come in clusters. Memories forget exponentially: short ones follow days, nights and growth, the
 * longest still knows what an hour without the feed makes the short ones forget.
 */
export class Background {
  readonly #posts = memories_s.map(() => 0);
  readonly #span_s = memories_s.map(() => 0);
  /** Neighbours more than chance would give, and over how many posts they were counted, for each reach. */
  readonly #excess = reaches_s.map(() => 0);
  readonly #judged = reaches_s.map(() => 0);
  #until_s = Number.NaN;

  /** The stream as it is known so far. */
  calm(): Calm {
    const posts = this.#posts.map((count) => count + jeffreys);
    const span_s = [...this.#span_s];
    for (let memory = memories_s.length - 2; memory >= 0; memory--) {
      const longer_s = span_s[memory + 1]! / posts[memory + 1]!;
      posts[memory]! += lentPosts;
      span_s[memory]! += lentPosts * longer_s;
    }
    return { posts, span_s, clusters: this.#clusters() };
  }

  /** Variance over mean of the counts: one, and twice the neighbours that chance does not explain. */
  #clusters(): number[] {
    const clusters: number[] = [];
    for (const [reach, sum] of this.#excess.entries()) {
      const weight = clusterPrior.posts[reach]!;
      const expected = ((clusters[reach - 1] ?? 1) * clusterPrior.growth[reach]! - 1) / 2;
      const excess = (sum + weight * expected) / (this.#judged[reach]! + weight);
      clusters.push(1 + 2 * Math.max(0, excess));
    }
    return clusters;
  }

  /** Lets time pass without a post. */
  pass(to_s: number): void {
    const gap_s = Number.isNaN(this.#until_s) ? 0 : Math.max(0, to_s - this.#until_s);
    const heard_s = Math.min(gap_s, this.#longestSilence_s());
    for (const [memory, memory_s] of memories_s.entries()) {
      const kept = Math.exp(-heard_s / memory_s);
      this.#posts[memory]! *= kept;
      this.#span_s[memory] = this.#span_s[memory]! * kept + memory_s * (1 - kept);
    }
    this.#until_s = Math.max(to_s, Number.isNaN(this.#until_s) ? to_s : this.#until_s);
  }

  /** A silence that the stream's own rate makes impossible is the feed's and not the world's: the rest teaches nothing. */
  #longestSilence_s(): number {
    const known_s = this.#span_s.at(-1)!;
    if (known_s <= 0) return Number.POSITIVE_INFINITY;
    return known_s * Math.expm1(impossibleSilence / (this.#posts.at(-1)! + jeffreys));
  }

  /**
   * Takes in a post at the time that was passed to; `neighbours[reach]` posts came before it within each reach. The
   * first only starts the clock: when the next comes says something, that there was one says nothing.
   */
  take(neighbours: readonly number[], { posts, span_s }: Calm): void {
    if (this.#span_s.at(-1) === 0) return;
    const forget = Math.exp(-1 / clusterMemory_posts);
    for (const [reach, reach_s] of reaches_s.entries()) {
      const memory = memoryOfReach[reach]!;
      // A rate that was heard for less than a few reaches cannot say what chance would give.
      if (span_s[memory]! < wellHeard * reach_s) continue;
      const excess = neighbours[reach]! - (reach_s * posts[memory]!) / span_s[memory]!;
      this.#excess[reach] = this.#excess[reach]! * forget + excess;
      this.#judged[reach] = this.#judged[reach]! * forget + 1;
    }
    for (let memory = 0; memory < memories_s.length; memory++) this.#posts[memory]! += 1;
  }
}
