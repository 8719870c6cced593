import type { Placed, PlacedEntry, PlacedMap } from '../evidence/document.ts';

/** The child over the parent: maps merge key by key, everything else is replaced; `null` takes an entry away. */
export function merge(parent: Placed, child: Placed): Placed {
  if (parent.kind !== 'map' || child.kind !== 'map') return child;
  const entries = new Map<string, PlacedEntry>(parent.entries.map((entry) => [entry.key, entry]));
  for (const entry of child.entries) {
    const below = entries.get(entry.key);
    if (entry.value.kind === 'scalar' && entry.value.value === null) entries.delete(entry.key);
    else entries.set(entry.key, below ? { ...entry, value: merge(below.value, entry.value) } : entry);
  }
  return { kind: 'map', place: child.place, entries: [...entries.values()] };
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
