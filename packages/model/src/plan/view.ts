import { present } from '../outcome/invariant.ts';
import { unitOfName } from '../units/suffix.ts';
import type { CollectionName, PlanOf, RoomSchema, Rows } from './attribute.ts';
import { baseCollections } from './base.ts';
import type { ResolvedPlan } from './resolved.ts';

type Value = number | string | boolean | Float64Array;

/** The resolved plan as one room sees it: its section, and the entries of the collections it describes. */
export function viewOf<S extends RoomSchema>(plan: ResolvedPlan, room: string, schema: S): PlanOf<S> {
  const view: { [key: string]: unknown } = { section: valuesOf(plan, room, schema.section) };
  for (const [collection, rows] of Object.entries(schema.collections) as [CollectionName, Rows][]) {
    view[collection] = entriesOf(plan, collection, withBase(collection, rows));
  }
  return view as PlanOf<S>;
}

/** A room's rows of a collection after those that every room may know. */
function withBase(collection: CollectionName, rows: Rows): Rows {
  let all = merged.get(rows);
  if (all === undefined) {
    all = { ...((baseCollections as { readonly [name: string]: Rows })[collection] ?? {}), ...rows };
    merged.set(rows, all);
  }
  return all;
}

const merged = new WeakMap<Rows, Rows>();

/** Entries of one collection with the attributes of the given rows, in the plan's order. */
export function entriesOf(
  plan: ResolvedPlan,
  collection: CollectionName,
  rows: Rows,
): ({ readonly name: string } & { readonly [key: string]: Value })[] {
  return (plan.entries[collection] ?? []).map((name) => ({
    name,
    ...valuesOf(plan, `${collection}.${name}`, rows),
  }));
}

/** A series as an array of numbers; plans of a study share most of them. Nobody writes into one. */
function seriesOf(values: readonly number[]): Float64Array {
  let known = series.get(values);
  if (known === undefined) {
    known = Float64Array.from(values);
    series.set(values, known);
  }
  return known;
}

const series = new WeakMap<readonly number[], Float64Array>();

function valuesOf(plan: ResolvedPlan, prefix: string, rows: Rows): { readonly [key: string]: Value } {
  const values: { [key: string]: Value } = {};
  for (const [key, path] of pathsOf(prefix, rows)) {
    const { value } = present(plan.values[path], `the resolved plan has ${path}`);
    values[key] = typeof value === 'object' ? seriesOf(value) : value;
  }
  return values;
}

type Paths = readonly (readonly [key: string, path: string])[];

/** Keys of rows with their paths below a prefix: few, and asked for with every plan that is compiled. */
function pathsOf(prefix: string, rows: Rows): Paths {
  const known = paths.get(rows) ?? new Map<string, Paths>();
  paths.set(rows, known);
  let own = known.get(prefix);
  if (own === undefined) {
    own = Object.keys(rows).map((key) => [key, `${prefix}.${unitOfName(key).bare}`] as const);
    known.set(prefix, own);
  }
  return own;
}

const paths = new WeakMap<Rows, Map<string, Paths>>();
