import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Shard } from '@kardashev/model/study/monte-carlo/study.ts';
import { holdsDay } from '@kardashev/store/day/day-folder.ts';
import { hasShard } from '@kardashev/store/study/shard-file.ts';
import { holdsStudy } from '@kardashev/store/study/study-folder.ts';
import { type Job, WaitingError, Worker } from 'bullmq';
import { Piscina } from 'piscina';
import type { StudyTask } from '../study/engine.ts';
import { doTask, type Made } from '../study/work.ts';
import { otherCode } from './fault.ts';
import {
  editionOf,
  type Place,
  prefix,
  queueName,
  type ShardData,
  type StudyData,
  shardJob,
} from './names.ts';
import { linkRedis, type RedisLink } from './redis-link.ts';
import { callRoll, type Entry, keepCalling } from './roll.ts';

export interface WorkerSettings {
  readonly redis: URL;
  /** Hash of this program's models. */
  readonly code: string;
  /** Version of the program, for people. */
  readonly version: string;
  readonly threads: number;
  /** The shared folder as this machine sees it; without one, studies' folders are where their masters see them. */
  readonly shared?: string | undefined;
  readonly signal: AbortSignal;
  say(line: string): void;
  onShard(done: { readonly study: string; readonly shard: Shard; readonly wall_s: number }): void;
}

/** A task is given to others when its worker was silent so long; so often, before it is taken for deadly. */
const silence = { lockDuration: 10_000, stalledInterval: 3000, maxStalledCount: 10 };
/** A worker that cannot see a study's folder looks again after this time. */
const blind_ms = 5000;
const leave_ms = 10_000;

/** Does tasks until it is told to stop; it then ends what it has begun. Throws `ClusterFault` where it is refused. */
export async function serveTasks(settings: WorkerSettings): Promise<void> {
  const link = linkRedis(settings.redis, settings.say);
  const server = new TaskServer(link, settings);
  const stopped = new Promise<void>((resolve) => {
    settings.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    const admitted = await Promise.race([server.admit().then(() => true), stopped.then(() => false)]);
    if (!admitted) return;
    server.begin();
    await stopped;
  } finally {
    await Promise.race([server.end(), pause(leave_ms, undefined, { ref: false })]);
    link.close();
  }
}

class TaskServer {
  readonly #link: RedisLink;
  readonly #settings: WorkerSettings;
  readonly #name = `${hostname()}-${process.pid}`;
  readonly #edition: string;
  readonly #roll: ReturnType<typeof keepCalling>;
  #pool: Piscina<StudyTask, Made> | undefined;
  #worker: Worker | undefined;
  #strangers: NodeJS.Timeout | undefined;
  #trouble: string | undefined;

  constructor(link: RedisLink, settings: WorkerSettings) {
    this.#link = link;
    this.#settings = settings;
    this.#edition = editionOf(settings.code);
    this.#roll = keepCalling(link.client, () => this.#entry());
  }

  #entry(): Entry {
    const { version } = this.#settings;
    const trouble = this.#trouble === undefined ? {} : { trouble: this.#trouble };
    return { kind: 'worker', name: this.#name, edition: this.#edition, version, ...trouble };
  }

  /** Refuses to begin where all studies at work are of other versions. */
  async admit(): Promise<void> {
    await this.#roll.now();
    const studies = await callRoll(this.#link.client, 'study');
    if (studies.length === 0 || studies.some(({ edition }) => edition === this.#edition)) return;
    throw otherCode(`${this.#settings.version} (${this.#edition})`, studies);
  }

  begin(): void {
    const { threads, say } = this.#settings;
    const filename = new URL('../study/study-worker.ts', import.meta.url).href;
    this.#pool = new Piscina({ filename, minThreads: threads, maxThreads: threads });
    this.#worker = new Worker(queueName(this.#edition), (job, token) => this.#do(job, token), {
      connection: this.#link.client,
      prefix,
      name: this.#name,
      concurrency: threads,
      ...silence,
    });
    // The link tells of a lost server; a task that was given to others meanwhile is no trouble, since it is done once more.
    this.#worker.on('error', () => {});
    this.#worker.on('failed', (job, error) => say(`${job?.name} ${job?.id} failed: ${error.message}`));
    this.#strangers = setInterval(() => this.#lookForStrangers().catch(() => {}), blind_ms);
    say(
      `Worker ${this.#name} (${this.#edition}) takes tasks from ${this.#link.address}, ${threads} at a time.`,
    );
  }

  async end(): Promise<void> {
    clearInterval(this.#strangers);
    await this.#worker?.close();
    await this.#pool?.destroy();
    await this.#roll.end();
  }

  async #do(job: Job, token: string | undefined): Promise<unknown> {
    const folder = this.#folderOf(job.data as Place);
    if (!holdsStudy(folder) && !holdsDay(folder)) return this.#giveBack(job, token, folder);
    this.#trouble = undefined;
    return job.name === shardJob
      ? this.#compute(job.data as ShardData, folder)
      : count(job.data as StudyData, folder);
  }

  async #compute({ id, shard }: ShardData, folder: string): Promise<{ wall_s: number }> {
    const begin = performance.now();
    await doTask({ folder, id, code: this.#settings.code, shard }, (task) => this.#pool!.run(task));
    const wall_s = (performance.now() - begin) / 1000;
    this.#settings.onShard({ study: folder, shard, wall_s });
    return { wall_s };
  }

  #folderOf({ folder, below }: Place): string {
    const { shared } = this.#settings;
    return shared === undefined || below.startsWith('..') ? folder : join(shared, below);
  }

  /** Leaves a task to workers that see the study's folder. */
  async #giveBack(job: Job, token: string | undefined, folder: string): Promise<never> {
    const trouble = `it sees no study in ${folder}. Mount the shared folder there, or name it with --out.`;
    if (this.#trouble !== trouble) this.#settings.say(`Waiting: ${trouble}`);
    this.#trouble = trouble;
    await this.#roll.now();
    await job.moveToWait(token);
    void this.#worker?.pause(true);
    setTimeout(() => this.#worker?.resume(), blind_ms).unref();
    throw new WaitingError();
  }

  readonly #strange = new Set<string>();

  /** Says which studies it cannot work for. */
  async #lookForStrangers(): Promise<void> {
    if (this.#link.client.status !== 'ready') return;
    for (const { name, edition, version } of await callRoll(this.#link.client, 'study')) {
      if (edition === this.#edition || this.#strange.has(name)) continue;
      this.#strange.add(name);
      this.#settings.say(
        `Study ${name} is of version ${version} (${edition}): not for this worker [cluster/other-code].`,
      );
    }
  }
}

/** The fan-in: whether this machine, too, sees all shards that others have written. */
function count({ shards }: StudyData, folder: string): { seen: number } {
  return { seen: shards.filter((shard) => hasShard(folder, shard)).length };
}
