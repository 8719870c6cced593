import { type Burst, BurstDetector, type BurstSettings, burstSettings } from './bursts.ts';

/** A burst of one topic in one cell of the globe. */
export interface TopicBurst extends Burst {
  readonly topic: string;
  readonly cell: string;
}

/**
 * Bursts by topic and cell: each has a background of its own, so that ten posts where two are usual are told, and ten
 * where hundreds are usual are not. Cells are those of the caller, H3 for one; a post without a place is of the cell ''.
 */
export class TopicBursts {
  readonly #settings: BurstSettings;
  readonly #streams = new Map<string, BurstDetector>();

  constructor(settings: BurstSettings = burstSettings) {
    this.#settings = settings;
  }

  /** Takes a post that speaks of a topic in a cell, and tells the burst that it begins. */
  take(topic: string, cell: string, posted_s: number): TopicBurst | undefined {
    const key = `${topic}\n${cell}`;
    const stream = this.#streams.get(key) ?? new BurstDetector(this.#settings);
    // Put last, so that the stream that was silent longest stands first.
    this.#streams.delete(key);
    this.#streams.set(key, stream);
    if (this.#streams.size > mostStreams) this.#streams.delete(this.#streams.keys().next().value!);
    const { burst } = stream.push(posted_s);
    return burst === undefined ? undefined : { ...burst, topic, cell };
  }
}

/** A hundred megabytes of backgrounds. */
const mostStreams = 20_000;
