import { randomUUID } from 'node:crypto';
import type { Job, JobState, NewRun } from '@kardashev/contracts/job.ts';
import type { Carrier, Carrying, Ending, Task, Watcher } from './carrier.ts';
import { alreadyAsked, queueFull } from './problems.ts';
import { StateLog } from './state-log.ts';

/** Jobs that wait at most; who asks for more is told to come back. */
const mostWaiting = 20;
/** Jobs kept in memory after they have ended. */
const mostEnded = 100;

interface Entry {
  job: Job;
  readonly task: Task;
  readonly log: StateLog;
  readonly followers: Set<(job: Job) => void>;
}

/** Runs asked for, one carried out at a time in the order of asking. */
export class JobBoard {
  readonly #carrier: Carrier;
  readonly #entries = new Map<string, Entry>();
  #current: { readonly entry: Entry; readonly carrying: Carrying } | undefined;
  #closed = false;

  constructor(carrier: Carrier) {
    this.#carrier = carrier;
  }

  /** Newest first. */
  list(): Job[] {
    return [...this.#entries.values()].map(({ job }) => job).reverse();
  }

  get(id: string): Job | undefined {
    return this.#entries.get(id)?.job;
  }

  log(id: string): StateLog | undefined {
    return this.#entries.get(id)?.log;
  }

  count(state: JobState): number {
    return this.list().filter((job) => job.state === state).length;
  }

  /** Asks for a run. Throws `job/queue-full`. */
  ask(wish: NewRun): Job {
    // The text of a plan says its name once it is read.
    const plan = /^[\w./-]+$/.test(wish.plan) ? wish.plan : 'plan';
    return this.#put(
      { kind: 'new', ...wish },
      { plan, title: '', seed: wish.seed, set: wish.set, run: null },
    );
  }

  /** Asks for the rest of a run. Throws `job/already-asked` and `job/queue-full`. */
  resume(run: string, { plan, title, seed }: { plan: string; title: string; seed: number }): Job {
    const busy = this.list().find((job) => job.run === run && isOpen(job.state));
    if (busy) throw alreadyAsked(run, busy.job);
    return this.#put({ kind: 'resume', run }, { plan, title, seed, set: {}, run });
  }

  /** Cancels a job: at once where it waits, after its next checkpoint where it runs. */
  cancel(id: string): Job | undefined {
    const entry = this.#entries.get(id);
    if (entry?.job.state === 'queued') this.#end(entry, { state: 'cancelled' });
    else if (entry === this.#current?.entry) this.#current?.carrying.stop();
    return entry?.job;
  }

  /** Tells each change of a job, until the returned function is called. */
  follow(id: string, tell: (job: Job) => void): () => void {
    const followers = this.#entries.get(id)?.followers;
    followers?.add(tell);
    return () => followers?.delete(tell);
  }

  /** Cancels everything, and waits until it has ended. What was begun can be resumed. */
  async close(): Promise<void> {
    this.#closed = true;
    const running = this.#current?.carrying;
    for (const { job } of this.#entries.values()) this.cancel(job.job);
    await running?.ended;
  }

  #put(task: Task, known: Pick<Job, 'plan' | 'title' | 'seed' | 'set' | 'run'>): Job {
    if (this.count('queued') >= mostWaiting) throw queueFull(mostWaiting);
    const id = randomUUID().slice(0, 8);
    const job: Job = {
      job: id,
      state: 'queued',
      ...known,
      asked: now(),
      begun: null,
      ended: null,
      progress: null,
      faults: [],
    };
    this.#entries.set(id, { job, task, log: new StateLog(), followers: new Set() });
    this.#next();
    this.#forget();
    return this.get(id) as Job;
  }

  #next(): void {
    if (this.#current || this.#closed) return;
    const entry = [...this.#entries.values()].find(({ job }) => job.state === 'queued');
    if (!entry) return;
    this.#change(entry, { state: 'running', begun: now() });
    const carrying = this.#carrier.start(entry.task, this.#watch(entry));
    this.#current = { entry, carrying };
    void carrying.ended.then((ending) => {
      this.#current = undefined;
      this.#end(entry, ending);
      this.#next();
    });
  }

  #watch(entry: Entry): Watcher {
    return {
      plan: (plan, title) => this.#change(entry, { plan, title }),
      run: (run) => this.#change(entry, { run }),
      progress: (progress) => this.#change(entry, { progress }),
      header: (header) => entry.log.begin(header),
      month: (values) => entry.log.add(values),
    };
  }

  #end(entry: Entry, ending: Ending): void {
    const faults = ending.state === 'failed' ? [...ending.faults] : [];
    this.#change(entry, { state: ending.state, ended: now(), faults });
    entry.log.end();
  }

  #change(entry: Entry, change: Partial<Job>): void {
    entry.job = { ...entry.job, ...change };
    for (const tell of entry.followers) tell(entry.job);
  }

  #forget(): void {
    const ended = [...this.#entries.values()].filter(({ job }) => !isOpen(job.state));
    for (const { job } of ended.slice(0, Math.max(0, ended.length - mostEnded))) {
      this.#entries.delete(job.job);
    }
  }
}

export const isOpen = (state: JobState) => state === 'queued' || state === 'running';

const now = () => new Date().toISOString();
