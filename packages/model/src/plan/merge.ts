import { type Placed, type PlacedEntry, type PlacedMap, textOf } from '../evidence/document.ts';

/** The child over the parent: maps merge key by key, everything else is replaced; `null` takes an entry away. */
export function merge(parent: Placed, child: Placed): Placed {
  const below = namedEntries(parent);
  if (!below || child.kind !== 'map') return child;
  const entries = new Map<string, PlacedEntry>(below.map((entry) => [entry.key, entry]));
  for (const entry of child.entries) {
    const under = entries.get(entry.key);
    if (entry.value.kind === 'scalar' && entry.value.value === null) entries.delete(entry.key);
    else entries.set(entry.key, under ? { ...entry, value: merge(under.value, entry.value) } : entry);
  }
  return { kind: 'map', place: child.place, entries: [...entries.values()] };
}

/** Entries of a map; a list of names counts as a map of entries that say nothing of their own. */
function namedEntries(node: Placed): readonly PlacedEntry[] | undefined {
  if (node.kind === 'map') return node.entries;
  if (node.kind !== 'list' || node.items.some((item) => textOf(item) === undefined)) return undefined;
  return node.items.map((item) => ({
    key: textOf(item) ?? '',
    keyPlace: item.place,
    value: { kind: 'map', place: item.place, entries: [] },
  }));
}

/** A map that holds `value` under a dotted path, ready to be merged over a plan. */
export function nested(path: string, value: Placed): PlacedMap {
  const keys = path.split('.');
  let node = value;
  for (const key of keys.reverse()) {
    node = { kind: 'map', place: value.place, entries: [{ key, keyPlace: value.place, value: node }] };
  }
  return node as PlacedMap;
}
