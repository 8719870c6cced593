import type { baseCollections } from './base.ts';

/**
 * Attribute rows: the one truth for what a plan may say. A room's `schema.ts` is a table of these rows.
 *
 * The key of a row is the name that code uses, with its SI unit as suffix (`arrayArea_m2`); the plan and the
 * catalogue use the part before the suffix (`arrayArea`). A row without suffix is dimensionless.
 *
 * A number that the plan leaves out comes from the catalogue, never from code: at `<room>.<attribute>` for a
 * room's own section, at `<collection>.<like>.<attribute>` and then `<collection>.default.<attribute>` for
 * an entry of a collection.
 */

interface Described {
  /** One or two sentences: meaning, basis (per face, per planform, dense …), sign. */
  readonly doc: string;
  /** The plan must give it: there is no default. */
  readonly required?: boolean;
}

/** A number, with the unit that its key's suffix names. May be a distribution in plan and catalogue. */
export interface NumberRow extends Described {
  readonly kind: 'number';
  /** Smallest and largest physical value, SI, inclusive. */
  readonly min?: number;
  /** Zero is no value either: it divides, or the thing would not exist. */
  readonly positive?: boolean;
  readonly max?: number;
  readonly integer?: boolean;
}

/** A number that changes over the months: `{2026-01: 25 /year, 2030-01: 100 /year}`, or one value for all. */
export interface SeriesRow extends Described {
  readonly kind: 'series';
  readonly min?: number;
  readonly max?: number;
  /** Between given months: keep the last value, or go straight (linear), or by constant factors (geometric). */
  readonly between: 'hold' | 'linear' | 'geometric';
}

/** A calendar month, `2028-01`; read as months since 2026-01. */
export interface MonthRow extends Described {
  readonly kind: 'month';
}

/** A word. With `options` only those; with `refersTo` the name of an entry of that collection. */
export interface WordRow<W extends string = string> extends Described {
  readonly kind: 'word';
  readonly options?: readonly W[];
  readonly refersTo?: CollectionName;
  /** Structural choices may have a default here; numbers may not. */
  readonly otherwise?: W;
}

export interface FlagRow extends Described {
  readonly kind: 'flag';
  readonly otherwise: boolean;
}

export type Row = NumberRow | SeriesRow | MonthRow | WordRow | FlagRow;
export type Rows = { readonly [key: string]: Row };

/** Named things that several rooms describe together, each its own attributes. */
export const collections = [
  'shells',
  'satellites',
  'sites',
  'vehicles',
  'pads',
  'accelerators',
  'systems',
  'models',
  'workloads',
  'stations',
  'regions',
  'sensors',
  'projects',
  'holders',
] as const;
export type CollectionName = (typeof collections)[number];

/** A room's part of the plan: its own section, and what it adds to the entries of collections. */
export interface RoomSchema {
  readonly section: Rows;
  readonly collections: { readonly [C in CollectionName]?: Rows };
}

/** SI value of a row as code sees it. A series is one value a month of the plan's period. */
export type ValueOf<R extends Row> = R extends { kind: 'series' }
  ? Float64Array
  : R extends { kind: 'word' }
    ? R extends WordRow<infer W>
      ? W
      : string
    : R extends { kind: 'flag' }
      ? boolean
      : number;

export type ValuesOf<T extends Rows> = { readonly [K in keyof T]: ValueOf<T[K]> };

type BaseRows<C> = C extends keyof typeof baseCollections ? (typeof baseCollections)[C] : unknown;

/** One entry of a collection: its name in the plan and the attributes that a room gave it. */
export type EntryOf<T extends Rows> = { readonly name: string } & ValuesOf<T>;

/** The resolved plan as one room sees it. Entries keep the order of the plan. */
export type PlanOf<S extends RoomSchema> = {
  readonly section: ValuesOf<S['section']>;
} & {
  readonly [C in keyof S['collections'] & CollectionName]: S['collections'][C] extends Rows
    ? readonly EntryOf<S['collections'][C] & BaseRows<C>>[]
    : never;
};

type Bounds = Pick<NumberRow, 'min' | 'max' | 'positive' | 'required'>;

export const number = (doc: string, bounds: Bounds = {}): NumberRow => ({ kind: 'number', doc, ...bounds });
export const count = (doc: string, bounds: Bounds = {}): NumberRow => ({
  kind: 'number',
  integer: true,
  min: 0,
  doc,
  ...bounds,
});
/** A share between 0 and 1; the plan may write `95 %`. */
export const share = (doc: string, bounds: Bounds = {}): NumberRow => ({
  kind: 'number',
  min: 0,
  max: 1,
  doc,
  ...bounds,
});
export const series = (doc: string, between: SeriesRow['between'], bounds: Bounds = {}): SeriesRow => ({
  kind: 'series',
  between,
  doc,
  ...bounds,
});
export const month = (doc: string, required = false): MonthRow => ({ kind: 'month', doc, required });
export const word = <const W extends string>(
  doc: string,
  options: readonly W[],
  otherwise?: W,
): WordRow<W> => ({ kind: 'word', doc, options, otherwise, required: otherwise === undefined });
export const text = (doc: string, otherwise?: string): WordRow => ({
  kind: 'word',
  doc,
  otherwise,
  required: otherwise === undefined,
});
export const reference = (doc: string, refersTo: CollectionName, otherwise?: string): WordRow => ({
  kind: 'word',
  doc,
  refersTo,
  otherwise,
  required: otherwise === undefined,
});
export const flag = (doc: string, otherwise: boolean): FlagRow => ({ kind: 'flag', doc, otherwise });
