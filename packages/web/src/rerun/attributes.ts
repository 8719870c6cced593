import { planSchema } from '@kardashev/model/engine/schema.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { attributeAt } from '@kardashev/model/plan/schema.ts';
import type { AttributeFacts } from './messages.ts';

/** What the schema says of every value of a plan. */
export function attributeFacts(plan: ResolvedPlan): { [path: string]: AttributeFacts } {
  const facts: { [path: string]: AttributeFacts } = {};
  for (const path of Object.keys(plan.values)) {
    const attribute = attributeAt(planSchema, path);
    if (!attribute) continue;
    const { row, rooms } = attribute;
    const room = rooms[0] ?? 'plan';
    facts[path] = { doc: row.doc, kind: row.kind, room, ...bounds(row), ...choices(row, plan) };
  }
  return facts;
}

type Row = NonNullable<ReturnType<typeof attributeAt>>['row'];

function bounds(row: Row): Pick<AttributeFacts, 'min' | 'max' | 'integer'> {
  if (row.kind !== 'number' && row.kind !== 'series') return {};
  const integer = row.kind === 'number' && row.integer === true;
  return { min: row.min, max: row.max, ...(integer ? { integer } : {}) };
}

function choices(row: Row, { entries }: ResolvedPlan): Pick<AttributeFacts, 'options'> {
  if (row.kind === 'flag') return { options: ['true', 'false'] };
  if (row.kind !== 'word') return {};
  if (row.options) return { options: row.options };
  return row.refersTo ? { options: entries[row.refersTo] ?? [] } : {};
}
