import { canonical } from '../../engine/hash.ts';
import { planSchema } from '../../engine/schema.ts';
import type { CollectionName } from '../../plan/attribute.ts';
import type { ResolvedPlan, ResolvedValue } from '../../plan/resolved.ts';
import { attributeAt } from '../../plan/schema.ts';

/** One thing in which two plans differ: an assumption, or their structure as a whole. */
export interface Factor {
  readonly name: string;
  /** Paths that change with it; empty for the structure, which takes all that the others leave. */
  readonly paths: readonly string[];
  /** What it is in either plan, as written. */
  readonly a: string;
  readonly b: string;
}

/**
 * Entries, period, funding and references from one entry to another cannot change one by one: half of them would name what
 * is not there. They are one factor.
 */
export const structure = 'structure';

/** What two plans differ in. One attribute of several entries is one factor where it differs in all in the same way. */
export function factorsOf(a: ResolvedPlan, b: ResolvedPlan): Factor[] {
  const own: [string, string, string][] = [];
  for (const [path, value] of Object.entries(a.values)) {
    const other = b.values[path];
    if (!other || canonical(value.value) === canonical(other.value) || isStructural(path, value, other))
      continue;
    own.push([path, value.text, other.text]);
  }
  const groups = new Map<string, { name: string; paths: string[]; a: string; b: string }>();
  for (const [path, left, right] of own) {
    const [collection, , attribute] = path.split('.');
    const shared = attribute === undefined ? path : `${collection}.*.${attribute}`;
    const key = `${shared} ${left} ${right}`;
    const group = groups.get(key);
    if (group) {
      group.paths.push(path);
      group.name = shared;
    } else groups.set(key, { name: path, paths: [path], a: left, b: right });
  }
  const factors: Factor[] = [...groups.values()];
  return differsInStructure(a, b) ? [structureFactor(a, b), ...factors] : factors;
}

function isStructural(path: string, value: ResolvedValue, other: ResolvedValue): boolean {
  const row = attributeAt(planSchema, path)?.row;
  if (row?.kind === 'word' && row.refersTo) return true;
  return Array.isArray(value.value) && value.value.length !== (other.value as readonly number[]).length;
}

function differsInStructure(a: ResolvedPlan, b: ResolvedPlan): boolean {
  const shape = ({ entries, from, to, funding }: ResolvedPlan): string =>
    canonical({ entries, from, to, funding });
  if (shape(a) !== shape(b)) return true;
  return Object.entries(a.values).some(([path, value]) => {
    const other = b.values[path];
    return other && canonical(value.value) !== canonical(other.value) && isStructural(path, value, other);
  });
}

function structureFactor(a: ResolvedPlan, b: ResolvedPlan): Factor {
  return { name: structure, paths: [], a: shapeText(a, b), b: shapeText(b, a) };
}

/** What one plan has and the other lacks. */
function shapeText(own: ResolvedPlan, other: ResolvedPlan): string {
  const parts: string[] = [];
  if (own.funding !== other.funding) parts.push(`funding ${own.funding}`);
  if (own.from !== other.from || own.to !== other.to) parts.push(`${own.to - own.from + 1} months`);
  for (const [collection, names] of Object.entries(own.entries) as [CollectionName, readonly string[]][]) {
    const lacking = names.filter((name) => !(other.entries[collection] ?? []).includes(name));
    if (lacking.length > 0) parts.push(`${collection} ${lacking.join(', ')}`);
  }
  return parts.join('; ') || 'as the other';
}

/** The first plan with some factors as in the second. */
export function mixed(
  a: ResolvedPlan,
  b: ResolvedPlan,
  factors: readonly Factor[],
  taken: ReadonlySet<number>,
): ResolvedPlan {
  const fromB = factors.some(({ name }, index) => name === structure && taken.has(index));
  const base = fromB ? b : a;
  // What only one plan has stays there to be had; entries decide what is used.
  const values: { [path: string]: ResolvedValue } = { ...(fromB ? a : b).values, ...base.values };
  for (const [index, { paths }] of factors.entries()) {
    const source = taken.has(index) ? b : a;
    for (const path of paths) values[path] = source.values[path] as ResolvedValue;
  }
  return { ...base, values };
}
