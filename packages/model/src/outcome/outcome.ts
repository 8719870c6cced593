/** Where a fault sits: a place in a user's file, or a path in a plan when no file is involved (`--set`). */
export interface Place {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Dotted path in the plan, e.g. `satellites.ai1.arrayArea`. */
  readonly path?: string;
}

/** An expected failure: what went wrong, where, why, and what the user can do about it. */
export interface Fault {
  /** One of the codes of docs/reference/errors.md, e.g. `plan/unknown-key`. */
  readonly code: string;
  readonly message: string;
  readonly at: Place;
  readonly cause: string;
  readonly fix: string;
}

/** A value, or the faults that prevented it. Broken invariants throw instead. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function success<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failure(...faults: readonly Fault[]): Outcome<never> {
  return { ok: false, faults };
}

/** All values, or all faults of all that failed: a user wants to see every mistake at once. */
export function gather<T>(outcomes: readonly Outcome<T>[]): Outcome<T[]> {
  const values: T[] = [];
  const faults: Fault[] = [];
  for (const outcome of outcomes) {
    if (outcome.ok) values.push(outcome.value);
    else faults.push(...outcome.faults);
  }
  return faults.length > 0 ? failure(...faults) : success(values);
}
