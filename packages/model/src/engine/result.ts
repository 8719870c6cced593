import type { Funding } from '../plan/resolved.ts';

/** One result column: a port's row over the months. */
export interface Column {
  /** Port name with its row: `inService/low-30` or `cash_USD`. */
  readonly name: string;
  readonly port: string;
  readonly room: string;
  /** Label of the row (host, vehicle, segment …); empty for ports of dimension `one`. */
  readonly row: string;
  readonly unit: string;
  readonly doc: string;
  /** One value a month. */
  readonly values: Float64Array;
}

/** The months of one pass of a plan (one way of funding it). */
export interface PassResult {
  readonly funding: Funding;
  /** In schema order, the same for every run of a plan. */
  readonly columns: readonly Column[];
  /** Name of the binding constraint, one a month. */
  readonly binding: readonly string[];
}

export interface RunResult {
  /** `YYYY-MM`, one a month. */
  readonly months: readonly string[];
  /** The plan's own funding first. */
  readonly passes: readonly PassResult[];
  /** SHA-256 over all columns in order (name, type, little-endian values), hex. */
  readonly hash: string;
}
