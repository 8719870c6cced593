import type { JobFault, JobProgress, StateHeader } from '@kardashev/contracts/job.ts';
import type { Task } from '@kardashev/server/jobs/carrier.ts';

/** What the server says to the process that carries out a run. */
export type Order =
  | { readonly say: 'start'; readonly task: Task; readonly runs: string; readonly workers: number }
  | { readonly say: 'stop' };

/** What that process tells; the last word says how it ended. */
export type Word =
  | { readonly say: 'plan'; readonly name: string; readonly title: string }
  | { readonly say: 'run'; readonly run: string }
  | { readonly say: 'progress'; readonly progress: JobProgress }
  | { readonly say: 'header'; readonly header: StateHeader }
  | { readonly say: 'month'; readonly values: Float64Array }
  | { readonly say: 'done' }
  | { readonly say: 'cancelled' }
  | { readonly say: 'failed'; readonly faults: readonly JobFault[] };
