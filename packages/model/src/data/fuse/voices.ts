import { wordOf } from '../../random/philox.ts';
import type { Fusion } from './schema.ts';

/** A post as it is told apart from what says nothing new. Author and text are used while it passes, never kept. */
export interface Voice {
  readonly at_s: number;
  readonly author?: string | undefined;
  readonly text?: string | undefined;
}

export type Heard = 'new' | 'same-author' | 'copy';

/**
 * Lets each voice count once: of one author, and of copies of one text, the first within some time. What is short
 * many people write alike when the ground shakes, so that it is no copy. Where posts have neither author nor text,
 * all count. Kept are 32-bit hashes of those heard lately.
 */
export class Voices {
  readonly #rules: Pick<Fusion, 'voiceTime_s' | 'copyWords'>;
  readonly #heard = new Map<string, number>();
  #swept_s = Number.NEGATIVE_INFINITY;

  constructor(rules: Pick<Fusion, 'voiceTime_s' | 'copyWords'>) {
    this.#rules = rules;
  }

  take({ at_s, author, text }: Voice): Heard {
    this.#sweep(at_s);
    const said = text === undefined ? undefined : wordsOf(text);
    const sameAuthor = author ? this.#again(`a${wordOf(author)}`, at_s) : false;
    const copy =
      said !== undefined && said.length >= this.#rules.copyWords
        ? this.#again(`t${wordOf(said.join(' '))}`, at_s)
        : false;
    return sameAuthor ? 'same-author' : copy ? 'copy' : 'new';
  }

  /** Whether it was heard lately. One that goes on and on is not heard anew for it. */
  #again(key: string, at_s: number): boolean {
    const before_s = this.#heard.get(key);
    this.#heard.set(key, Math.max(at_s, before_s ?? at_s));
    return before_s !== undefined && Math.abs(at_s - before_s) <= this.#rules.voiceTime_s;
  }

  #sweep(at_s: number): void {
    if (at_s - this.#swept_s < this.#rules.voiceTime_s) return;
    this.#swept_s = at_s;
    for (const [key, heard_s] of this.#heard) {
      if (at_s - heard_s > this.#rules.voiceTime_s) this.#heard.delete(key);
    }
  }
}

/** Words of a post, without what programs change from copy to copy: links, names of others, numbers. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/https?:\S*|@\w+|\p{N}+/gu, ' ')
    .match(/[\p{L}\p{M}]+/gu) ?? [];
