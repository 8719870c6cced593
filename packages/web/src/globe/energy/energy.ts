import type { Answers, Question } from './messages.ts';

type Waiting = (answer: never) => void;

/** The energy model in a worker of its own, which is loaded with the first question. */
export class Energy {
  #worker: Worker | undefined;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();

  ask<K extends Question['kind']>(question: Extract<Question, { kind: K }>): Promise<Answers[K]> {
    this.#worker ??= this.#begin();
    const id = this.#next++;
    const answer = new Promise<Answers[K]>((resolve) => this.#waiting.set(id, resolve as Waiting));
    this.#worker.postMessage({ id, question });
    return answer;
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting.clear();
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./energy.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data: { id, answer } }: MessageEvent<{ id: number; answer: never }>) => {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    };
    return worker;
  }
}
