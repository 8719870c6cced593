import type { Months } from '@kardashev/contracts/months.ts';
import type { PlanDocument, PlanValue } from '@kardashev/contracts/plan.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';

/** What the page asks of the worker in which the model runs, and what comes back. */

/** Texts as a plan would have them, by path: `satellites.ai1.arrayArea` → `700 m2`. */
export type Changes = readonly (readonly [path: string, text: string])[];

export type Ask =
  /** Before anything else: the plan, and the verdict of the run that is kept. */
  | { readonly kind: 'open'; readonly document: PlanDocument; readonly verdict: Verdict }
  | {
      readonly kind: 'run';
      readonly turn: number;
      readonly changes: Changes;
      /** The pass on show, which is run and told first. */
      readonly funding: Funding;
      readonly columns: readonly string[];
    }
  /** Months of the last run that was told in full; all columns where none are named. */
  | {
      readonly kind: 'months';
      readonly id: number;
      readonly funding: Funding;
      readonly columns?: readonly string[];
    };

export type Tell =
  | { readonly kind: 'opened'; readonly attributes: { readonly [path: string]: AttributeFacts } }
  /** Changes that cannot be, each fault at its path; or a plan that cannot be run. */
  | { readonly kind: 'refused'; readonly turn: number; readonly faults: readonly FaultAt[] }
  /** Points of response tables that are answered, of all that the changes ask for. */
  | { readonly kind: 'filling'; readonly turn: number; readonly done: number; readonly total: number }
  | ({ readonly kind: 'ran'; readonly turn: number } & Rerun)
  | { readonly kind: 'answer'; readonly id: number; readonly value: Months | undefined }
  | { readonly kind: 'broke'; readonly turn: number; readonly cause: string };

/** What the page shows of a plan that was changed and run here. */
export interface Rerun {
  /** False while passes other than the one on show are still to come: claims and their figures are then the old ones. */
  readonly complete: boolean;
  readonly verdict: Verdict;
  readonly shells: readonly ShellRow[];
  readonly funding: Funding;
  readonly months: Months;
  /** The changed values as they were read. */
  readonly values: { readonly [path: string]: PlanValue };
  /** Tables that had to be filled here. */
  readonly filled: number;
  readonly wall_ms: number;
}

export interface FaultAt {
  /** Path of the value at fault; empty where it is the plan as a whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly cause: string;
  readonly fix: string;
}

/** What the schema says of an attribute. */
export interface AttributeFacts {
  readonly doc: string;
  readonly kind: 'number' | 'series' | 'month' | 'word' | 'flag';
  /** Subsystem that reads it first; `plan` where several do. */
  readonly room: string;
  /** Bounds of what can be, SI. */
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** What a word may be. */
  readonly options?: readonly string[];
}
