/** Answers of a function of a text that costs something, the latest of them. */
export class Remembered<T> {
  readonly #answers = new Map<string, T>();
  readonly #answer: (text: string) => T;

  constructor(answer: (text: string) => T) {
    this.#answer = answer;
  }

  of(text: string): T {
    if (this.#answers.has(text)) return this.#answers.get(text) as T;
    const answer = this.#answer(text);
    if (this.#answers.size >= most) this.#answers.clear();
    this.#answers.set(text, answer);
    return answer;
  }
}

/** So many are a few megabytes. */
const most = 20_000;
