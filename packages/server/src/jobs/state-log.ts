import type { StateHeader } from '@kardashev/contracts/job.ts';

/**
 * All months of a run so far, as the frames in which they are sent. Each reader has a place of its own in it, so that
 * who comes late, or reads slowly, misses nothing and holds up nobody.
 */
export class StateLog {
  header: string | undefined;
  readonly frames: Uint8Array[] = [];
  /** No month will follow. */
  complete = false;
  readonly #readers = new Set<() => void>();

  begin(header: StateHeader): void {
    this.header = JSON.stringify(header);
    this.#wake();
  }

  add(values: Float64Array): void {
    this.frames.push(littleEndian(values));
    this.#wake();
  }

  end(): void {
    this.complete = true;
    this.#wake();
  }

  /** Wakes a reader whenever there is something new, until the returned function is called. */
  follow(wake: () => void): () => void {
    this.#readers.add(wake);
    return () => this.#readers.delete(wake);
  }

  #wake(): void {
    for (const wake of this.#readers) wake();
  }
}

function littleEndian(values: Float64Array): Uint8Array {
  const frame = new DataView(new ArrayBuffer(8 * values.length));
  for (const [index, value] of values.entries()) frame.setFloat64(8 * index, value, true);
  return new Uint8Array(frame.buffer);
}
