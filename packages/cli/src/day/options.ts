import type { Setting } from '../options.ts';

/** The options of `kardashev day`. */
export interface DayOptions {
  readonly set: readonly Setting[];
  readonly seed: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly fleet?: string;
  readonly full?: boolean;
  readonly jobs?: string;
  readonly policy?: string;
  readonly keepGoing?: boolean;
  /** Power and heat only, shell by shell. */
  readonly power?: boolean;
  readonly on: 'local' | 'bullmq';
  readonly redis?: string;
  readonly workers: number;
  readonly out?: string;
  readonly json?: boolean;
}
