/** Meanings of words as directions: words that stand in the same company point the same way. */
export class WordVectors {
  readonly dimensions: number;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #bytes: Int8Array;
  readonly #step: number;

  /** `words`: commonest first; `bytes`: a row of `dimensions` each, in steps of `step`. */
  constructor(words: readonly string[], bytes: Int8Array, dimensions: number, step: number) {
    this.dimensions = dimensions;
    this.#rows = new Map(words.map((word, row) => [word, row]));
    this.#bytes = bytes;
    this.#step = step;
  }

  /** How common a word is, 0 the commonest; undefined where it is unknown. */
  rank(word: string): number | undefined {
    const row = this.#rows.get(word);
    if (row !== undefined) return row;
    const tail = word.search(/['’]/);
    return tail > 0 ? this.#rows.get(word.slice(0, tail)) : undefined;
  }

  /** Mean, largest and least of each dimension over the words, one after another; zero where none is known. */
  pool(words: readonly string[], into: Float64Array): void {
    const { dimensions } = this;
    into.fill(0);
    let known = 0;
    for (const word of words) {
      const row = this.rank(word);
      if (row !== undefined) this.#add(row * dimensions, into, known++ === 0);
    }
    if (known === 0) return;
    for (let axis = 0; axis < dimensions; axis++) into[axis]! /= known;
  }

  #add(start: number, into: Float64Array, first: boolean): void {
    const { dimensions } = this;
    for (let axis = 0; axis < dimensions; axis++) {
      const value = this.#bytes[start + axis]! * this.#step;
      const most = dimensions + axis;
      const least = most + dimensions;
      into[axis]! += value;
      if (first || value > into[most]!) into[most] = value;
      if (first || value < into[least]!) into[least] = value;
    }
  }

  /**
   * A word that is written together, such as a hashtag, as the words it is made of: the likeliest, if a word of rank r
   * is met once in about r·ln N words (Zipf). What cannot be taken apart stays whole.
   */
  readonly segment = (text: string): readonly string[] => {
    if (text.length < shortestSegmented || text.length > longestSegmented || this.#rows.has(text))
      return [text];
    const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
    const common = Math.log(Math.log(this.#rows.size));
    for (let end = 1; end <= text.length; end++) {
      let chosen = { cost: Number.POSITIVE_INFINITY, from: 0 };
      for (let from = Math.max(0, end - longestWord); from < end; from++) {
        const row = end - from === 1 ? undefined : this.#rows.get(text.slice(from, end));
        if (row === undefined) continue;
        const cost = best[from]!.cost + Math.log(row + 1) + common;
        if (cost < chosen.cost) chosen = { cost, from };
      }
      best.push(chosen);
    }
    return best.at(-1)!.cost < Number.POSITIVE_INFINITY ? partsOf(text, best) : [text];
  };
}

function partsOf(text: string, best: readonly { readonly from: number }[]): string[] {
  const parts: string[] = [];
  for (let end = text.length; end > 0; end = best[end]!.from) parts.unshift(text.slice(best[end]!.from, end));
  return parts;
}

const shortestSegmented = 6;
const longestSegmented = 40;
const longestWord = 18;
