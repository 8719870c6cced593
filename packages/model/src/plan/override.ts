import type { Catalogue } from '../evidence/catalogue.ts';
import { type PlacedMap, readDocument } from '../evidence/document.ts';
import { type Fault, failure, type Outcome, success } from '../outcome/outcome.ts';
import type { Override } from './load.ts';
import { checkReferences } from './read.ts';
import { Resolver } from './resolve.ts';
import type { ResolvedPlan, ResolvedValue } from './resolved.ts';
import { attributeAt, type PlanSchema } from './schema.ts';

const noCatalogue: Catalogue = new Map();
const noFile: PlacedMap = { kind: 'map', place: {}, entries: [] };

/**
 * A plan that was read before, with some of its values replaced: the same as reading its file again with these
 * overrides, where neither the file nor the catalogue is at hand. A map takes the place of a map; it is not merged into
 * it. Faults: those of values, `plan/override`, `plan/unknown-key`, `plan/unknown-reference`; each names the path.
 */
export function overridden(
  plan: ResolvedPlan,
  schema: PlanSchema,
  overrides: readonly Override[],
): Outcome<ResolvedPlan> {
  const faults: Fault[] = [];
  const values: { [path: string]: ResolvedValue } = { ...plan.values };
  for (const override of overrides) {
    const replaced = replacement(plan, schema, override);
    if (replaced.ok) values[override.path] = replaced.value;
    else faults.push(...replaced.faults.map((fault) => ({ ...fault, at: { path: override.path } })));
  }
  const changed = new Set(overrides.map(({ path }) => path));
  const references: Fault[] = [];
  checkReferences(schema, plan.entries, values, noFile, references);
  faults.push(...references.filter(({ at }) => at.path !== undefined && changed.has(at.path)));
  return faults.length > 0 ? failure(...faults) : success({ ...plan, values });
}

function replacement(
  plan: ResolvedPlan,
  schema: PlanSchema,
  { path, text }: Override,
): Outcome<ResolvedValue> {
  const before = plan.values[path];
  const attribute = attributeAt(schema, path);
  if (!before || !attribute) return failure(unknown(path));
  const node = readDocument(`--set ${path}`, text);
  if (!node.ok) return node;
  if (node.value.kind === 'scalar' && node.value.source === '') return failure(empty(path));
  const faults: Fault[] = [];
  const resolver = new Resolver(noCatalogue, plan.from, plan.to, faults);
  const value = resolver.resolve(path, attribute, node.value, { path }, []);
  return value ? success({ ...value, ...conflictsWith(before) }) : failure(...faults);
}

/** What the catalogue says stays beside the value that took its place. */
function conflictsWith({
  origin,
  text,
  evidence,
  conflicts = [],
}: ResolvedValue): Pick<ResolvedValue, 'conflicts'> {
  const own = origin === 'catalogue' && evidence ? [{ text, evidence }] : [];
  const all = [...own, ...conflicts];
  return all.length > 0 ? { conflicts: all } : {};
}

function unknown(path: string): Fault {
  return {
    code: 'plan/unknown-key',
    message: `"${path}" is not part of this plan.`,
    at: { path },
    cause: 'The plan has no such value.',
    fix: 'Take the change back, or make it in the plan that has this value.',
  };
}

function empty(path: string): Fault {
  return {
    code: 'plan/override',
    message: `${path} cannot be left empty.`,
    at: { path },
    cause: 'A value with its unit is wanted.',
    fix: 'Write a value, or take the change back.',
  };
}
