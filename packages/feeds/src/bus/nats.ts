import {
  AckPolicy,
  type ConsumerMessages,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type Batch, type Bus, type Subscription, type Taker, topicPattern } from './bus.ts';

/** Ids are remembered by the server for so long. */
const remembered_s = 600;
/** A batch that is not acknowledged comes again after so long, and at once where its taker fails. */
const acknowledge_s = 30;
const again_ms = 50;
/** What waits for a taker that is away; beyond it the oldest is dropped. */
const most_bytes = 8 * 2 ** 30;
const nano = 1e9;

/** A bus over NATS JetStream: batches are on the server's disk when `publish` comes back. */
export class NatsBus implements Bus {
  readonly #connection: NatsConnection;
  readonly #stream: JetStreamClient;
  readonly #manager: JetStreamManager;
  readonly #topics = new Map<string, Promise<unknown>>();
  readonly #subscriptions = new Set<Subscription>();

  private constructor(connection: NatsConnection, stream: JetStreamClient, manager: JetStreamManager) {
    this.#connection = connection;
    this.#stream = stream;
    this.#manager = manager;
  }

  /** Connects to a server, `nats://host:port`; comes back to it as often as it is lost. */
  static async connect(server: string): Promise<NatsBus> {
    const connection = await connect({ servers: server, maxReconnectAttempts: -1, reconnectTimeWait: 500 });
    return new NatsBus(connection, jetstream(connection), await jetstreamManager(connection));
  }

  async publish(topic: string, batch: Batch): Promise<void> {
    await this.#topic(topic);
    await this.#stream.publish(subject(topic), JSON.stringify(batch), { msgID: batch.id });
  }

  async take(topic: string, name: string, taker: Taker): Promise<Subscription> {
    await this.#topic(topic);
    if (!topicPattern.test(name)) throw new Error(`${name} is no name of a taker.`);
    await this.#manager.consumers.add(streamOf(topic), {
      durable_name: name,
      ack_policy: AckPolicy.Explicit,
      ack_wait: acknowledge_s * nano,
      // One at a time keeps the order when a batch has to come again.
      max_ack_pending: 1,
    });
    const consumer = await this.#stream.consumers.get(streamOf(topic), name);
    const messages = await consumer.consume({ max_messages: 16 });
    const done = serve(messages, taker);
    const subscription: Subscription = {
      stop: async () => {
        await messages.close();
        await done;
        this.#subscriptions.delete(subscription);
      },
    };
    this.#subscriptions.add(subscription);
    return subscription;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await this.#connection.close();
  }

  /** Makes the stream of a topic where there is none. */
  #topic(topic: string): Promise<unknown> {
    if (!topicPattern.test(topic)) throw new Error(`${topic} is no name of a topic.`);
    const known = this.#topics.get(topic);
    if (known !== undefined) return known;
    const made = this.#manager.streams.add({
      name: streamOf(topic),
      subjects: [subject(topic)],
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      max_bytes: most_bytes,
      duplicate_window: remembered_s * nano,
    });
    this.#topics.set(topic, made);
    return made;
  }
}

const streamOf = (topic: string): string => `kardashev-${topic}`;
const subject = (topic: string): string => `kardashev.${topic}`;

async function serve(messages: ConsumerMessages, taker: Taker): Promise<void> {
  for await (const message of messages) await give(message, taker);
}

async function give(message: JsMsg, taker: Taker): Promise<void> {
  try {
    await taker(message.json<Batch>());
    message.ack();
  } catch {
    // The taker says itself what went wrong; the bus only brings the batch again.
    message.nak(again_ms);
  }
}
