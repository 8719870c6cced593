import type { Ask, Tell } from './messages.ts';

type Answer = Extract<Tell, { kind: 'answer' }>['value'];
type Question = Extract<Ask, { kind: 'months' }>;

/** The thread in which the model runs, as the page speaks with it. */
export class RerunThread {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, (value: Answer) => void>();
  #questions = 0;

  constructor(hear: (told: Exclude<Tell, { kind: 'answer' }>) => void, fail: (cause: string) => void) {
    this.#worker.onmessage = ({ data }: MessageEvent<Tell>) => {
      if (data.kind !== 'answer') return hear(data);
      this.#waiting.get(data.id)?.(data.value);
      this.#waiting.delete(data.id);
    };
    this.#worker.onerror = (event) => fail(event.message || 'worker');
  }

  say(ask: Exclude<Ask, Question>): void {
    this.#worker.postMessage(ask);
  }

  ask(question: Omit<Question, 'id'>): Promise<Answer> {
    const id = ++this.#questions;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ ...question, id } satisfies Question);
    });
  }

  end(): void {
    this.#worker.terminate();
    for (const resolve of this.#waiting.values()) resolve(undefined);
  }
}
