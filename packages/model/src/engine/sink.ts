import type { Funding } from '../plan/resolved.ts';
import type { Column, RunResult } from './result.ts';

/** How far a run is, for people. */
export interface Progress {
  readonly pass: number;
  readonly passes: number;
  /** Months done in this pass, of `months`. */
  readonly done: number;
  readonly months: number;
  readonly label: string;
  /** What is happening, one line. */
  readonly note: string;
}

/** A pass as far as it has come. The columns are the engine's own: read them before it goes on. */
export interface MonthsSoFar {
  readonly pass: number;
  readonly funding: Funding;
  /** Months done, of `months`. */
  readonly done: number;
  /** `YYYY-MM`, all of the pass. */
  readonly months: readonly string[];
  readonly columns: readonly Column[];
}

/** What the engine needs of the outside while it runs. `store` implements it on disk. */
export interface RunSink {
  progress(progress: Progress): void;
  /** Called after each month, for those who watch. */
  month?(soFar: MonthsSoFar): void;
  /** Called at each year's end with all that is needed to go on from there. Must be atomic and durable. */
  checkpoint(snapshot: Uint8Array): Promise<void>;
  /** Called once, at the end. Must be atomic: either the whole result is there afterwards, or none of it. */
  finish(result: RunResult): Promise<void>;
}
