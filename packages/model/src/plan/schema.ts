import { must } from '../outcome/invariant.ts';
import { type UnitName, unitOfName } from '../units/suffix.ts';
import { type CollectionName, collections, type RoomSchema, type Row, type Rows } from './attribute.ts';
import { baseCollections } from './base.ts';

/** A row with what its key says. */
export interface Attribute {
  readonly key: string;
  readonly row: Row;
  readonly name: UnitName;
  /** Rooms that read it; `plan` for base rows. */
  readonly rooms: readonly string[];
}

/** All that a plan may say: every room's rows in one schema. Keys of the maps are the bare names. */
export interface PlanSchema {
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, Attribute>>;
  readonly collections: ReadonlyMap<CollectionName, ReadonlyMap<string, Attribute>>;
}

export interface NamedSchema {
  readonly name: string;
  readonly schema: RoomSchema;
}

/** Composes the rooms' parts. Throws when two rooms describe one attribute in different ways. */
export function composeSchema(rooms: readonly NamedSchema[]): PlanSchema {
  const sections = new Map<string, ReadonlyMap<string, Attribute>>();
  for (const room of rooms) {
    const section = new Map<string, Attribute>();
    addRows(section, room.schema.section, room.name);
    sections.set(room.name, section);
  }
  const all = new Map<CollectionName, Map<string, Attribute>>();
  for (const collection of collections) {
    const attributes = new Map<string, Attribute>();
    addRows(attributes, (baseCollections as { readonly [name: string]: Rows })[collection] ?? {}, 'plan');
    for (const room of rooms) addRows(attributes, room.schema.collections[collection] ?? {}, room.name);
    if (attributes.size > 0) all.set(collection, attributes);
  }
  return { sections, collections: all };
}

function addRows(into: Map<string, Attribute>, rows: Rows, room: string): void {
  for (const [key, row] of Object.entries(rows)) {
    const name = unitOfName(key);
    const known = into.get(name.bare);
    must(
      !known || (known.key === key && known.row === row),
      `${key} of ${room} is described once (share the row to read it in two rooms)`,
    );
    into.set(name.bare, { key, row, name, rooms: [...(known?.rooms ?? []), room] });
  }
}

/** The attribute behind a path of a resolved plan: `energy.albedo` or `satellites.ai1.mass`. */
export function attributeAt(schema: PlanSchema, path: string): Attribute | undefined {
  const keys = path.split('.');
  const key = keys[keys.length - 1] ?? '';
  if (keys.length === 2) return schema.sections.get(keys[0] ?? '')?.get(key);
  return schema.collections.get(keys[0] as CollectionName)?.get(key);
}
