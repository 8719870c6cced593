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

/** A plan after `extends`, overrides and the catalogue: everything a run depends on but seed and version. */
export interface ResolvedPlan {
  readonly name: string;
  readonly title: string;
  readonly funding: 'as-needed' | 'books';
  /** Report a second pass in which only own cash, debt and listing pay. */
  readonly reportBooks: boolean;
  /** Months since 2026-01, both included. */
  readonly from: number;
  readonly to: number;
  /** Names of entries in the plan's order. */
  readonly entries: { readonly [C in CollectionName]?: readonly string[] };
  /** By path: `energy.busPower`, `satellites.ai1.arrayArea`. */
  readonly values: { readonly [path: string]: ResolvedValue };
}
