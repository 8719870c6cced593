import { assumptionsOf } from '@kardashev/model/data/assumptions.ts';
import type { RoomSchema, ValuesOf } from '@kardashev/model/plan/attribute.ts';
import type { Texts } from '../files.ts';
import type { Setting } from '../options.ts';
import { loadCatalogue } from '../plan-input.ts';
import { need } from '../stop.ts';

/** Assumptions of one part of data, as the catalogue has them and `--set` changes them. Faults are those of plans. */
export function assumedOf<S extends RoomSchema>(
  name: string,
  schema: S,
  set: readonly Setting[],
  texts: Texts,
): ValuesOf<S['section']> {
  for (const { path, text } of set) texts.set(`--set ${path}`, text);
  const catalogue = need(loadCatalogue(texts), texts);
  return need(assumptionsOf(name, schema, catalogue, set), texts);
}
