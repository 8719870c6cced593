import type { JobFault, JobProgress, NewRun, StateHeader } from '@kardashev/contracts/job.ts';

/** What is to be carried out: a run from its start, or the rest of one that was interrupted. */
export type Task = ({ readonly kind: 'new' } & NewRun) | { readonly kind: 'resume'; readonly run: string };

/** What is told while a run is carried out. */
export interface Watcher {
  /** The plan is read. */
  plan(name: string, title: string): void;
  /** The run has a folder of this name. */
  run(run: string): void;
  progress(progress: JobProgress): void;
  /** What the numbers of the months will be; before the first of them. */
  header(header: StateHeader): void;
  /** A month: its number through all passes, then one number a column of the header. */
  month(values: Float64Array): void;
}

/** How it ended. A cancelled run can be resumed where it has a name. */
export type Ending =
  | { readonly state: 'done' | 'cancelled' }
  | { readonly state: 'failed'; readonly faults: readonly JobFault[] };

/** A run that is being carried out. */
export interface Carrying {
  /** Never fails: what goes wrong is an ending too. */
  readonly ended: Promise<Ending>;
  /** Asks it to stop; it ends as cancelled, unless it was done by then. */
  stop(): void;
}

/** Carries out runs outside the thread that answers requests. */
export interface Carrier {
  start(task: Task, watcher: Watcher): Carrying;
  /** What is known of a run that could be resumed; undefined where there is none of that name. */
  stored(run: string): StoredTask | undefined;
}

export interface StoredTask {
  readonly plan: string;
  readonly title: string;
  readonly seed: number;
  readonly finished: boolean;
}
