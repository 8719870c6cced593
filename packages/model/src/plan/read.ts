import type { Catalogue } from '../evidence/catalogue.ts';
import { entryOf, type Placed, type PlacedMap, textOf } from '../evidence/document.ts';
import { type Fault, failure, type Outcome, type Place, success } from '../outcome/outcome.ts';
import { monthOf } from '../time/calendar.ts';
import type { CollectionName } from './attribute.ts';
import { loadPlan, type Override, type ReadText } from './load.ts';
import { nearest } from './nearest.ts';
import { Resolver } from './resolve.ts';
import { fundings, type ResolvedPlan, type ResolvedValue } from './resolved.ts';
import type { Attribute, PlanSchema } from './schema.ts';

export interface PlanSource {
  readonly file: string;
  readonly readText: ReadText;
  readonly catalogue: Catalogue;
  readonly schema: PlanSchema;
  readonly overrides: readonly Override[];
  /** Months to read the series for, instead of the plan's own; they may lie before the first that can be run. */
  readonly period?: { readonly from: number; readonly to: number };
}

const head = ['name', 'title', 'description', 'extends', 'funding', 'reportBooks', 'reportApart', 'period'];

/**
 * Reads a plan: `extends`, overrides, units, bounds, references, defaults from the catalogue. All faults are
 * reported at once, each with its place.
 */
export function readPlan(source: PlanSource): Outcome<ResolvedPlan> {
  const loaded = loadPlan(source.file, source.readText, source.overrides);
  if (!loaded.ok) return loaded;
  const { root, file } = loaded.value;
  const faults: Fault[] = [];
  checkKeys(
    root,
    [...head, ...source.schema.sections.keys(), ...source.schema.collections.keys()],
    '',
    faults,
  );
  const period = source.period ?? readPeriod(entryOf(root, 'period'), faults);
  const funding = oneOf(entryOf(root, 'funding'), 'funding', fundings, faults);
  const resolver = new Resolver(source.catalogue, period.from, period.to, faults);
  const values: { [path: string]: ResolvedValue } = {};
  for (const [room, attributes] of source.schema.sections) {
    const node = entryOf(root, room);
    const at = node?.place ?? root.place;
    if (node) checkKeys(node, [...attributes.keys()], room, faults);
    for (const [key, attribute] of attributes) {
      const value = resolver.resolve(`${room}.${key}`, attribute, entryOf(node, key), at, [`${room}.${key}`]);
      if (value) values[`${room}.${key}`] = value;
    }
  }
  const entries: { [C in CollectionName]?: readonly string[] } = {};
  for (const [collection, attributes] of source.schema.collections) {
    const found = entriesOf(entryOf(root, collection), collection, faults);
    entries[collection] = found.map((entry) => entry.name);
    for (const entry of found) readEntry(entry, collection, attributes, resolver, values, faults);
  }
  checkReferences(source.schema, entries, values, root, faults);
  if (faults.length > 0) return failure(...faults);
  const name = textOf(entryOf(root, 'name')) ?? file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  return success({
    name,
    title: textOf(entryOf(root, 'title')) ?? name,
    funding,
    reportBooks: textOf(entryOf(root, 'reportBooks')) === 'true',
    reportApart: textOf(entryOf(root, 'reportApart')) === 'true',
    ...period,
    entries,
    values,
  });
}

interface Entry {
  readonly name: string;
  readonly node: Placed;
  readonly place: Place;
}

/** Entries as a map of names, or as a list of names that all take the catalogue's values. */
function entriesOf(node: Placed | undefined, collection: string, faults: Fault[]): Entry[] {
  if (!node) return [];
  if (node.kind === 'map') {
    return node.entries.map((entry) => ({ name: entry.key, node: entry.value, place: entry.keyPlace }));
  }
  if (node.kind === 'list' && node.items.every((item) => textOf(item) !== undefined)) {
    return node.items.map((item) => ({ name: textOf(item) as string, node: item, place: item.place }));
  }
  faults.push({
    code: 'plan/shape',
    message: `${collection} cannot be read.`,
    at: node.place,
    cause: 'It is neither a map of names nor a list of names from the catalogue.',
    fix: `Write ${collection}: {name: {…}} or ${collection}: [name, name].`,
  });
  return [];
}

function readEntry(
  { name, node, place }: Entry,
  collection: CollectionName,
  attributes: ReadonlyMap<string, Attribute>,
  resolver: Resolver,
  values: { [path: string]: ResolvedValue },
  faults: Fault[],
): void {
  if (node.kind === 'map') checkKeys(node, ['like', ...attributes.keys()], `${collection}.${name}`, faults);
  const likeNode = entryOf(node, 'like');
  const like = textOf(likeNode) ?? name;
  if (likeNode && !resolver.knows(`${collection}.${like}.`)) {
    const guess = nearest(like, resolver.names(collection));
    faults.push({
      code: 'plan/unknown-like',
      message: `The catalogue has no ${collection} entry "${like}".`,
      at: likeNode.place,
      cause: guess ? `Did you mean "${guess}"?` : `It has ${[...resolver.names(collection)].join(', ')}.`,
      fix: 'Name an entry of the catalogue, or leave like out and give all attributes.',
    });
    return;
  }
  for (const [key, attribute] of attributes) {
    const path = `${collection}.${name}.${key}`;
    const ids = [`${collection}.${like}.${key}`, `${collection}.default.${key}`];
    const value = resolver.resolve(path, attribute, entryOf(node, key), place, ids);
    if (value) values[path] = value;
  }
}

function checkKeys(node: Placed, known: readonly string[], under: string, faults: Fault[]): void {
  if (node.kind !== 'map') return;
  for (const { key, keyPlace } of (node as PlacedMap).entries) {
    if (known.includes(key)) continue;
    const guess = nearest(key, known);
    faults.push({
      code: 'plan/unknown-key',
      message: `"${under ? `${under}.` : ''}${key}" is not part of a plan.`,
      at: keyPlace,
      cause: `${under || 'A plan'} has no key "${key}".`,
      fix: guess ? `Did you mean "${guess}"?` : `Known here: ${known.join(', ')}.`,
    });
  }
}

function readPeriod(node: Placed | undefined, faults: Fault[]): { from: number; to: number } {
  const read = (key: string, otherwise: string): number => {
    const at = entryOf(node, key);
    const month = monthOf(textOf(at) ?? otherwise);
    if (month !== undefined) return month;
    faults.push({
      code: 'plan/not-a-month',
      message: `period.${key} is not a month.`,
      at: at?.place ?? {},
      cause: `"${textOf(at)}" does not read as YYYY-MM.`,
      fix: 'Write a month such as 2045-12.',
    });
    return 0;
  };
  const period = { from: read('from', '2026-01'), to: read('to', '2045-12') };
  if (period.to < period.from || period.from < 0 || period.to - period.from >= 1200) {
    faults.push({
      code: 'plan/period',
      message: 'The period of the plan cannot be run.',
      at: node?.place ?? {},
      cause: 'It must start in 2026-01 or later, end after it starts, and last at most a hundred years.',
      fix: 'Write period: {from: 2026-01, to: 2045-12}.',
    });
    return { from: 0, to: 239 };
  }
  return period;
}

function oneOf<const T extends string>(
  node: Placed | undefined,
  key: string,
  options: readonly [T, ...T[]],
  faults: Fault[],
): T {
  if (!node) return options[0];
  const found = options.find((option) => option === textOf(node));
  if (!found) {
    faults.push({
      code: 'plan/unknown-word',
      message: `${key} cannot be "${textOf(node)}".`,
      at: node.place,
      cause: `It is one of ${options.join(', ')}.`,
      fix: 'Choose one of them.',
    });
  }
  return found ?? options[0];
}

/** Every reference to an entry must name one that the plan has. */
export function checkReferences(
  schema: PlanSchema,
  entries: { readonly [C in CollectionName]?: readonly string[] },
  values: { readonly [path: string]: ResolvedValue },
  root: PlacedMap,
  faults: Fault[],
): void {
  const check = (path: string, attribute: Attribute): void => {
    const refersTo = attribute.row.kind === 'word' ? attribute.row.refersTo : undefined;
    const { value, origin } = values[path] ?? {};
    if (!refersTo || value === undefined || value === '' || entries[refersTo]?.includes(String(value)))
      return;
    if ((origin === 'catalogue' || origin === 'schema') && isCalculator(entries)) return;
    faults.push({
      code: 'plan/unknown-reference',
      message: `${path} names "${value}", which the plan's ${refersTo} do not have.`,
      at: { ...placeOf(root, path), path },
      cause: `${refersTo} has ${entries[refersTo]?.join(', ') || 'no entries'}.`,
      fix: `Add ${refersTo}.${value}, or name another.`,
    });
  };
  for (const [room, attributes] of schema.sections) {
    for (const [key, attribute] of attributes) check(`${room}.${key}`, attribute);
  }
  for (const [collection, attributes] of schema.collections) {
    for (const name of entries[collection] ?? []) {
      for (const [key, attribute] of attributes) check(`${collection}.${name}.${key}`, attribute);
    }
  }
}

/** Whether a plan is projects alone, with nothing to simulate: what the catalogue names by default need not exist. */
export function isCalculator(entries: ResolvedPlan['entries']): boolean {
  return (entries.projects ?? []).length > 0 && !entries.shells?.length && !entries.sites?.length;
}

/** Place of the value at a path, or of what is nearest above it. */
function placeOf(root: PlacedMap, path: string): Place {
  let node: Placed = root;
  for (const key of path.split('.')) node = entryOf(node, key) ?? node;
  return node.place;
}
