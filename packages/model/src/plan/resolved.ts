import type { Distribution, Evidence } from '../evidence/assumption.ts';
import type { CollectionName } from './attribute.ts';

/** One value of a resolved plan with where it is from. Plain data: it survives JSON unchanged. */
export interface ResolvedValue {
  /** SI number, one number a month for a series, or a word or flag. */
  readonly value: number | readonly number[] | string | boolean;
  /** As written in the plan, the override or the catalogue. */
  readonly text: string;
  /** Unit of `value`, as in the attribute's name; empty when it has none. */
  readonly unit: string;
  readonly origin: 'plan' | 'override' | 'catalogue' | 'schema';
  /** Missing where a plan or override gives none: then the plan itself is the source. */
  readonly evidence?: Evidence;
  readonly distribution?: Distribution;
  /** What other sources say. */
  readonly conflicts?: readonly { readonly text: string; readonly evidence: Evidence }[];
}

/**
 * Who pays: whoever it takes (`as-needed`), the company's own cash, debt and listing (`books`), or each of the
 * companies for itself, with contracts at arm's length between them (`apart`).
 */
export const fundings = ['as-needed', 'books', 'apart'] as const;
export type Funding = (typeof fundings)[number];

/** A plan after `extends`, overrides and the catalogue: everything a run depends on but seed and version. */
export interface ResolvedPlan {
  readonly name: string;
  readonly title: string;
  readonly funding: Funding;
  /** Report a second pass in which only own cash, debt and listing pay. */
  readonly reportBooks: boolean;
  /** Report a further pass in which the companies are not joined. */
  readonly reportApart: boolean;
  /** Months since 2026-01, both included. */
  readonly from: number;
  readonly to: number;
  /** Names of entries in the plan's order. */
  readonly entries: { readonly [C in CollectionName]?: readonly string[] };
  /** By path: `energy.busPower`, `satellites.ai1.arrayArea`. */
  readonly values: { readonly [path: string]: ResolvedValue };
}

/** The ways of funding that a run of a plan goes through, the plan's own first. */
export function passesOf(plan: Pick<ResolvedPlan, 'funding' | 'reportBooks' | 'reportApart'>): Funding[] {
  const asked: Funding[] = [plan.funding];
  if (plan.reportBooks) asked.push('books');
  if (plan.reportApart) asked.push('apart');
  return [...new Set(asked)];
}
