import { print } from '../output.ts';

/** Lines are handed on in pieces of this size: a write for each of a million items would be most of the work. */
const piece_chars = 1 << 16;

/** A stream on standard output: one JSON line an item, and at the end `{"summary": …}`. */
export class Lines {
  #waiting: string[] = [];
  #length = 0;

  add(item: unknown): void {
    const line = `${JSON.stringify(item)}\n`;
    this.#waiting.push(line);
    this.#length += line.length;
    if (this.#length >= piece_chars) this.#flush();
  }

  end(summary: unknown): void {
    this.add({ summary });
    this.#flush();
  }

  #flush(): void {
    if (this.#length > 0) print(this.#waiting.join(''));
    this.#waiting = [];
    this.#length = 0;
  }
}
