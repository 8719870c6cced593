/** Words of posts by crisis and label: how much each word speaks for the topic, and how much crises agree on that. */
export class NaiveBayes {
  readonly #crises: { readonly posts: [number, number]; readonly words: Map<string, [number, number]> }[] =
    [];

  learn(crisis: number, words: Iterable<string>, label: 0 | 1): void {
    while (this.#crises.length <= crisis) this.#crises.push({ posts: [0, 0], words: new Map() });
    const { posts, words: counts } = this.#crises[crisis]!;
    posts[label]++;
    for (const word of words) {
      const count = counts.get(word) ?? [0, 0];
      count[label]++;
      counts.set(word, count);
    }
  }

  /** Words that at least so many crises know, from three posts each. */
  known(atLeast: number): string[] {
    const crises = new Map<string, number>();
    for (const { words } of this.#crises) {
      for (const [word, [off, on]] of words)
        if (off + on >= fewest) crises.set(word, (crises.get(word) ?? 0) + 1);
    }
    return [...crises].filter(([, count]) => count >= atLeast).map(([word]) => word);
  }

  /** Log-odds that a word brings: the mean over crises, less half their spread. A word they quarrel about says little. */
  evidence(word: string): number {
    const odds = this.#crises.map(({ posts, words }) => {
      const [off, on] = words.get(word) ?? [0, 0];
      return Math.log((on + 1) / (posts[1] + 2)) - Math.log((off + 1) / (posts[0] + 2));
    });
    const mean = odds.reduce((sum, value) => sum + value, 0) / odds.length;
    const spread = Math.sqrt(odds.reduce((sum, value) => sum + (value - mean) ** 2, 0) / odds.length);
    return Math.sign(mean) * Math.max(0, Math.abs(mean) - spread / 2);
  }
}

/** Fewer posts than this say nothing of a word. */
export const fewest = 3;

/** What everybody's first model is, to compare with: all words of all crises together, each post's words once. */
export class PlainBayes {
  readonly #posts: [number, number] = [0, 0];
  readonly #sums: [number, number] = [0, 0];
  readonly #words = new Map<string, [number, number]>();

  learn(text: string, label: 0 | 1): void {
    this.#posts[label]++;
    for (const word of plainWords(text)) {
      const count = this.#words.get(word) ?? [0, 0];
      count[label]++;
      this.#sums[label]++;
      this.#words.set(word, count);
    }
  }

  /** Log-odds that a post is on topic. */
  score(text: string): number {
    const size = this.#words.size;
    let sum = Math.log(this.#posts[1] + 1) - Math.log(this.#posts[0] + 1);
    for (const word of plainWords(text)) {
      const [off, on] = this.#words.get(word) ?? [];
      if (off === undefined || on === undefined) continue;
      sum += Math.log((on + 1) / (this.#sums[1] + size)) - Math.log((off + 1) / (this.#sums[0] + size));
    }
    return sum;
  }
}

const plainWords = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
