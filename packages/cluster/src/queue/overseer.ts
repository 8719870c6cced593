import type { Redis } from 'ioredis';
import { callRoll, type Entry } from './roll.ts';

/** A study says after this time that nobody works for it. */
const patience_ms = 10_000;

/** Looks who works, and tells people, each thing once: nobody, a worker of another version, one with trouble. */
export class Overseer {
  readonly #client: Redis;
  readonly #edition: string;
  readonly #say: (line: string) => void;
  readonly #said = new Set<string>();
  #seen_ms = performance.now();

  constructor(client: Redis, edition: string, say: (line: string) => void) {
    this.#client = client;
    this.#edition = edition;
    this.#say = say;
  }

  async look(): Promise<void> {
    const workers = await callRoll(this.#client, 'worker');
    for (const worker of workers) this.#judge(worker);
    const now_ms = performance.now();
    if (workers.some(({ edition }) => edition === this.#edition)) {
      this.#seen_ms = now_ms;
      this.#said.delete(nobody);
    } else if (now_ms - this.#seen_ms > patience_ms) this.#once(nobody, nobody);
  }

  #judge({ name, edition, version, trouble }: Entry): void {
    if (edition !== this.#edition) {
      this.#once(
        `${name} ${edition}`,
        `Worker ${name} is refused [cluster/other-code]: it has version ${version} (${edition}), this study ${this.#edition}.`,
      );
    } else if (trouble !== undefined) this.#once(`${name} ${trouble}`, `Worker ${name} waits: ${trouble}`);
  }

  #once(key: string, line: string): void {
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#say(line);
  }
}

const nobody =
  'No worker of this version answers. Start one, here or elsewhere: kardashev worker --redis URL';
