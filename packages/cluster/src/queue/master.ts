import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { hasShard, shardsIn } from '@kardashev/store/study/shard-file.ts';
import { FlowProducer, Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { StudyTask, StudyWatch } from '../study/engine.ts';
import { Bell } from './bell.ts';
import type { BullmqOptions } from './engine.ts';
import { notShared, taskFailed } from './fault.ts';
import { flowOf, mostInFlow } from './flow.ts';
import { editionOf, prefix, queueName, type StudyData, studyJob } from './names.ts';
import { Overseer } from './overseer.ts';
import type { RedisLink } from './redis-link.ts';
import { callRoll, keepCalling } from './roll.ts';

/** Events come at once; this often we look ourselves, for those that a lost server swallowed. */
const look_ms = 2000;
/** Longer than network file systems keep what a folder held. */
const usuallyShows_s = 90;

/**
 * Has a study's shards done by workers. What counts is what lies in the folder: the queue only spreads the work, and may
 * lose or repeat any of it.
 */
export class Master {
  readonly #link: RedisLink;
  readonly #watch: StudyWatch;
  readonly #options: BullmqOptions;
  readonly #study: StudyTask;
  readonly #queueName: string;
  readonly #queue: Queue;
  readonly #flows: FlowProducer;
  readonly #listener: Redis;
  readonly #events: QueueEvents;
  readonly #roll: ReturnType<typeof keepCalling>;
  readonly #overseer: Overseer;
  /** The study, and this attempt at it. */
  readonly #name: string;
  #rounds = 0;
  #ended = false;
  readonly #bell = new Bell();

  constructor(link: RedisLink, study: StudyTask, watch: StudyWatch, options: BullmqOptions) {
    this.#link = link;
    this.#watch = watch;
    this.#options = options;
    this.#study = study;
    this.#name = `${study.id.slice(0, 16)}-${randomUUID().slice(0, 8)}`;
    const edition = editionOf(study.code);
    this.#queueName = queueName(edition);
    this.#queue = new Queue(this.#queueName, { connection: link.client, prefix });
    this.#flows = new FlowProducer({ connection: link.client, prefix });
    // Waiting for events blocks a connection, so it has one of its own.
    this.#listener = link.client.duplicate();
    this.#listener.on('error', () => {});
    this.#events = new QueueEvents(this.#queueName, { connection: this.#listener, prefix });
    // The link says when the server is away; all else shows when we look.
    const deaf = () => {};
    this.#queue.on('error', deaf);
    this.#flows.on('error', deaf);
    this.#events.on('error', deaf);
    const entry = () => ({ kind: 'study', name: this.#name, edition, version: options.version }) as const;
    this.#roll = keepCalling(link.client, entry);
    this.#overseer = new Overseer(link.client, edition, watch.say ?? (() => {}));
  }

  async run(tasks: readonly StudyTask[]): Promise<void> {
    const byStart = new Map(tasks.map((task) => [task.shard.from, task]));
    this.#listen(byStart);
    await this.#outlast(() => this.#tidy());
    for (;;) {
      const missing = tasks.filter(({ folder, shard }) => !hasShard(folder, shard));
      const [first, ...others] = missing.slice(0, mostInFlow);
      if (!first) return this.#tell(tasks);
      await this.#outlast(() => this.#round([first, ...others]));
      if (this.#ended) return;
    }
  }

  /** Takes back what nobody has begun; shards that are being computed will lie in the folder. */
  async end(): Promise<void> {
    this.#ended = true;
    const leave = async () => {
      await this.#roll.end();
      if (this.#link.client.status === 'ready') await this.#take(this.#flow);
    };
    await within(3000, leave());
    const parts = [this.#events, this.#queue, this.#flows];
    await within(1000, Promise.allSettled(parts.map((part) => part.close())));
    this.#listener.disconnect();
  }

  /** Name of the flow at work. */
  get #flow(): string {
    return `${this.#name}-${this.#rounds}`;
  }

  /** Hears of shards that are done. */
  #listen(tasks: ReadonlyMap<number, StudyTask>): void {
    this.#events.on('completed', ({ jobId }) => {
      if (jobId === this.#flow) this.#bell.ring();
      const task =
        jobId.startsWith(`${this.#flow}-`) && tasks.get(Number(jobId.slice(this.#flow.length + 1)));
      if (task) this.#watch.onShard(task.shard);
    });
    this.#events.on('failed', ({ jobId }) => {
      if (jobId.startsWith(this.#flow)) this.#bell.ring();
    });
  }

  #tell(tasks: readonly StudyTask[]): void {
    const done = new Set(shardsIn(this.#study.folder).map(({ from, to }) => `${from}-${to}`));
    for (const { shard } of tasks) if (done.has(`${shard.from}-${shard.to}`)) this.#watch.onShard(shard);
  }

  /** Takes back what masters of this study have left who were killed. */
  async #tidy(): Promise<void> {
    await this.#roll.now();
    const alive = new Set((await callRoll(this.#link.client, 'study')).map(({ name }) => name));
    for (const job of await this.#queue.getWaitingChildren()) {
      const left = job.name === studyJob && (job.data as StudyData).id === this.#study.id;
      if (left && !alive.has(masterOf(job.id as string))) await this.#take(job.id as string);
    }
  }

  /** Goes on after errors of a server that was lost; others are thrown. */
  async #outlast(work: () => Promise<void>): Promise<void> {
    const before = this.#link.losses;
    try {
      await work();
    } catch (error) {
      if (this.#ended || this.#link.losses === before) throw error;
    }
  }

  /** Hands out tasks and waits until they are done, or until the server has forgotten them. */
  async #round(tasks: readonly [StudyTask, ...StudyTask[]]): Promise<void> {
    this.#rounds++;
    await this.#roll.now();
    await this.#flows.add(flowOf(this.#queueName, this.#flow, tasks, this.#options.shared));
    while (!this.#ended) {
      const state = await this.#queue.getJobState(this.#flow);
      if (state === 'failed') throw taskFailed(await this.#reason());
      if (state === 'unknown')
        return this.#watch.say?.('Redis has forgotten the tasks. Handing them out again.');
      if (state === 'completed') return this.#appear(tasks);
      await this.#overseer.look();
      this.#tell(tasks);
      await this.#bell.rung(look_ms);
    }
  }

  /** Waits until what workers have written can be seen here. */
  async #appear(tasks: readonly StudyTask[]): Promise<void> {
    const { shows_s = usuallyShows_s } = this.#options;
    for (let waited_s = 0; ; waited_s++) {
      const missing = tasks.filter(({ folder, shard }) => !hasShard(folder, shard)).length;
      if (missing === 0 || this.#ended) return;
      if (waited_s >= shows_s) throw notShared(this.#study.folder, missing, shows_s);
      // A listing makes a network file system look again.
      this.#tell(tasks);
      await pause(1000);
    }
  }

  /** What the shard said for which the study failed. */
  async #reason(): Promise<string> {
    const study = await this.#queue.getJob(this.#flow);
    const said = study?.failedReason ?? 'unknown';
    const [, failed] = /([^:]+) failed$/.exec(said) ?? [];
    const shard = failed === undefined ? undefined : await this.#queue.getJob(failed);
    return shard?.failedReason ?? said;
  }

  async #take(flow: string): Promise<void> {
    const study = await this.#queue.getJob(flow);
    await study?.removeUnprocessedChildren();
    // Workers may hold some of its shards; it then goes with the last of them, or after a day.
    await study?.remove().catch(() => {});
  }
}

/** Waits for what may never come when the server is away. */
const within = (most_ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work.catch(() => {}), pause(most_ms, undefined, { ref: false })]);

/** A flow's name is its master's with a number. */
const masterOf = (flow: string): string => flow.slice(0, flow.lastIndexOf('-'));
