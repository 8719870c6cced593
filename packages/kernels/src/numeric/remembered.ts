/**
 * Answers that cost something and are asked for again and again, by key. All are forgotten once there are more than
 * `most`, so that what is remembered stays small; an answer must depend on its key alone.
 */
export class Remembered<K, T> {
  readonly #answers = new Map<K, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  of(key: K, answer: () => T): T {
    const known = this.#answers.get(key);
    if (known !== undefined || this.#answers.has(key)) return known as T;
    const found = answer();
    if (this.#answers.size >= this.#most) this.#answers.clear();
    this.#answers.set(key, found);
    return found;
  }
}
