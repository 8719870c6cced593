import type { Catalogue } from '../evidence/catalogue.ts';
import { type Outcome, success } from '../outcome/outcome.ts';
import type { RoomSchema, ValuesOf } from '../plan/attribute.ts';
import type { Override } from '../plan/load.ts';
import { readPlan } from '../plan/read.ts';
import { composeSchema } from '../plan/schema.ts';
import { viewOf } from '../plan/view.ts';

/**
 * A section of assumptions of its own, as the catalogue has it, in SI; `overrides` as of a plan. Faults: those of
 * plans, with `name` for the plan's file.
 */
export function assumptionsOf<S extends RoomSchema>(
  name: string,
  schema: S,
  catalogue: Catalogue,
  overrides: readonly Override[] = [],
): Outcome<ValuesOf<S['section']>> {
  const plan = readPlan({
    file: name,
    readText: () => success({ file: name, text: '{}' }),
    catalogue,
    schema: composeSchema([{ name, schema }]),
    overrides,
  });
  if (!plan.ok) return plan;
  return success(viewOf(plan.value, name, schema).section as ValuesOf<S['section']>);
}
