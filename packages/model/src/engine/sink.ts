import type { RunResult } from './result.ts';

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

/** What the engine needs of the outside while it runs. `store` implements it on disk. */
export interface RunSink {
  progress(progress: Progress): void;
  /** Called at each year's end with all that is needed to go on from there. Must be atomic and durable. */
  checkpoint(snapshot: Uint8Array): Promise<void>;
  /** Called once, at the end. Must be atomic: either the whole result is there afterwards, or none of it. */
  finish(result: RunResult): Promise<void>;
}
