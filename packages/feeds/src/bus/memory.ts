import { setTimeout } from 'node:timers/promises';
import { type Batch, type Bus, type Subscription, type Taker, topicPattern } from './bus.ts';

/** After a taker fails, it gets the batch again so much later. */
const again_ms = 50;

interface Topic {
  readonly batches: Batch[];
  readonly ids: Set<string>;
  /** How many batches each name has taken. */
  readonly taken: Map<string, number>;
  readonly waiting: Set<() => void>;
}

/** A bus within this process. Forgets everything with it. */
export class MemoryBus implements Bus {
  readonly #topics = new Map<string, Topic>();
  readonly #subscriptions = new Set<Subscription>();

  async publish(topic: string, batch: Batch): Promise<void> {
    const { batches, ids, waiting } = this.#topic(topic);
    if (ids.has(batch.id)) return;
    ids.add(batch.id);
    batches.push(batch);
    for (const wake of waiting) wake();
  }

  async take(topic: string, name: string, taker: Taker): Promise<Subscription> {
    const stopping = new AbortController();
    const done = serve(this.#topic(topic), name, taker, stopping.signal);
    const subscription: Subscription = {
      stop: async () => {
        stopping.abort();
        await done;
        this.#subscriptions.delete(subscription);
      },
    };
    this.#subscriptions.add(subscription);
    return subscription;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
  }

  #topic(name: string): Topic {
    if (!topicPattern.test(name)) throw new Error(`${name} is no name of a topic.`);
    const topic = this.#topics.get(name) ?? {
      batches: [],
      ids: new Set(),
      taken: new Map(),
      waiting: new Set(),
    };
    this.#topics.set(name, topic);
    return topic;
  }
}

async function serve(topic: Topic, name: string, taker: Taker, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const taken = topic.taken.get(name) ?? 0;
    const batch = topic.batches[taken];
    if (batch === undefined) {
      await nextOf(topic, stopped);
      continue;
    }
    try {
      await taker(batch);
      topic.taken.set(name, taken + 1);
    } catch {
      // The taker says itself what went wrong; the bus only brings the batch again.
      await setTimeout(again_ms);
    }
  }
}

function nextOf({ waiting }: Topic, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      waiting.delete(wake);
      stopped.removeEventListener('abort', wake);
      resolve();
    };
    waiting.add(wake);
    stopped.addEventListener('abort', wake);
    if (stopped.aborted) wake();
  });
}
