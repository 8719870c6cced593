import { createHash } from 'node:crypto';
import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import type { Batch } from './bus/bus.ts';

/** Gathers observations into batches of a size, each with an id that the same observations give again. */
export class Batches {
  readonly #size: number;
  #waiting: Observation[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Adds observations; gives the batches that are full now. */
  add(observations: readonly Observation[]): Batch[] {
    this.#waiting.push(...observations);
    const full: Batch[] = [];
    while (this.#waiting.length >= this.#size) full.push(batchOf(this.#waiting.splice(0, this.#size)));
    return full;
  }

  /** What waits, however little it is; nothing where nothing waits. */
  rest(): Batch[] {
    const rest = this.#waiting;
    this.#waiting = [];
    return rest.length === 0 ? [] : [batchOf(rest)];
  }
}

function batchOf(observations: readonly Observation[]): Batch {
  const names = observations.map(({ source, id, revision }) => `${source}\n${id}\n${revision}\n`);
  return { id: createHash('sha256').update(names.join('')).digest('hex').slice(0, 32), observations };
}
