import type { Lineage } from '@kardashev/contracts/lineage.ts';
import type { Months } from '@kardashev/contracts/months.ts';
import type { Funding, RunSummary } from '@kardashev/contracts/run.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';

/**
 * The runs a server can show, wherever they are kept. `undefined` says that there is no such run, or that it
 * has no such document yet (an unfinished run has months and no verdict); what is damaged throws.
 */
export interface RunCatalogue {
  /** Newest first: the page opens the first one. */
  list(): Promise<RunSummary[]>;
  /**
   * Something that is another whenever a finished run's documents could be others; undefined for a run that is not
   * finished or not there. With it, documents are made once and kept as bytes.
   */
  stamp?(run: string): string | undefined;
  verdict(run: string): Promise<Verdict | undefined>;
  months(run: string, wish?: MonthsWish): Promise<Months | undefined>;
  shells(run: string): Promise<ShellRow[] | undefined>;
}

/** Which of a run's months are wanted. */
export interface MonthsWish {
  /** Only the columns of these names; names that do not exist are left out. All columns by default. */
  readonly columns?: readonly string[];
  /** Which pass of a plan that reports both; the plan's own funding by default. */
  readonly funding?: Funding;
}

/** Where a number of a run's verdict comes from, by its key in the verdict: `fleet.powerToCompute_W`. */
export type LineageOf = (run: string, headline: string) => Promise<Lineage | undefined>;
