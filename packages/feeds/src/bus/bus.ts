import type { Observation } from '@kardashev/model/data/wire/observation.ts';

/** Observations that travel together. The same batch sent again has the same id. */
export interface Batch {
  readonly id: string;
  readonly observations: readonly Observation[];
}

/** Somebody who takes batches. A batch counts as taken when the promise is kept; else it comes again. */
export type Taker = (batch: Batch) => Promise<void>;

/** What ends the taking of batches. */
export interface Subscription {
  /** Stops after the batch at hand. */
  stop(): Promise<void>;
}

/**
 * Carries batches from those that sense to those that understand: in memory within one process, over NATS between
 * machines. Each batch reaches every taker by name at least once and, while nothing breaks, once, in the order in
 * which one sender sent; a taker that comes back under its name goes on where it stopped.
 */
export interface Bus {
  /** Sends a batch; it is safe with the bus when the promise is kept. An id that was sent lately is not sent again. */
  publish(topic: string, batch: Batch): Promise<void>;
  /** Takes batches of a topic under a name, from the first that this name has not taken. */
  take(topic: string, name: string, taker: Taker): Promise<Subscription>;
  close(): Promise<void>;
}

/** Topics and names are words of these letters, so that any bus can carry them. */
export const topicPattern = /^[A-Za-z0-9_-]+$/;
