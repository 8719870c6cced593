import { normalShare } from '@kardashev/kernels/numeric/normal.ts';
import { planSchema } from '../../engine/schema.ts';
import type { Distribution } from '../../evidence/assumption.ts';
import { quantile } from '../../evidence/quantile.ts';
import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import type { NumberRow } from '../../plan/attribute.ts';
import type { ResolvedPlan, ResolvedValue } from '../../plan/resolved.ts';
import { attributeAt } from '../../plan/schema.ts';

/**
 * One thing that is not known for certain. Entries of a collection that take the same statement of the catalogue (all
 * sites the same wait, from the same source) share one assumption: `sites.*.gridWait`.
 */
export interface Assumption {
  readonly id: string;
  /** Paths of the plan that it sets. */
  readonly paths: readonly string[];
  readonly distribution: Distribution;
  /** The plan's own value, SI. */
  readonly centre: number;
  readonly unit: string;
  readonly integer: boolean;
  /** Shares of the distribution between which values can be at all; 0 and 1 where all can. */
  readonly from: number;
  readonly to: number;
}

/** Part of a distribution that may lie where nothing can be; what lies there is left out, and more is refused. */
const outsideAtMost = 0.05;

/** All uncertain assumptions of a plan, in its order. Faults: `study/no-spread`, `study/outside-physics`, `study/certain`. */
export function assumptionsOf(plan: ResolvedPlan): Outcome<Assumption[]> {
  const groups = new Map<string, { readonly id: string; readonly paths: string[] }>();
  for (const [path, value] of Object.entries(plan.values)) {
    if (!value.distribution) continue;
    const { key, id } = statementOf(path, value);
    const group = groups.get(key);
    if (group) group.paths.push(path);
    else groups.set(key, { id, paths: [path] });
  }
  const faults: Fault[] = [];
  const taken = new Set<string>();
  const found = [...groups.values()].map(({ id, paths }): Assumption => {
    const first = paths[0] as string;
    // Two statements about one attribute of several entries each: the later is named by its first entry.
    const name = paths.length === 1 || taken.has(id) ? first : id;
    taken.add(name);
    return assumption(name, paths, plan.values[first] as ResolvedValue, faults);
  });
  if (found.length === 0) faults.push(certainFault(plan));
  return faults.length > 0 ? failure(...faults) : success(found);
}

function statementOf(path: string, { origin, text, evidence, distribution }: ResolvedValue) {
  const [collection, entry, attribute] = path.split('.');
  if (origin !== 'catalogue' || attribute === undefined || entry === undefined)
    return { key: path, id: path };
  const id = `${collection}.*.${attribute}`;
  return { key: JSON.stringify([id, text, distribution, evidence?.source]), id };
}

function assumption(id: string, paths: readonly string[], value: ResolvedValue, faults: Fault[]): Assumption {
  const row = attributeAt(planSchema, paths[0] as string)?.row as NumberRow;
  const distribution = value.distribution as Distribution;
  const least = row.positive ? Math.max(row.min ?? 0, 0) : (row.min ?? -Infinity);
  const from = shareBelow(distribution, least);
  const to = shareBelow(distribution, row.max ?? Infinity);
  const outside = from + 1 - to;
  if (!(quantile(distribution, 0.95) > quantile(distribution, 0.05))) faults.push(noSpread(id));
  else if (outside > outsideAtMost) faults.push(outsidePhysics(id, outside));
  return {
    id,
    paths,
    distribution,
    centre: value.value as number,
    unit: value.unit,
    integer: row.integer === true,
    from,
    to,
  };
}

/** Value of an assumption at a share `u` of what is possible, 0 < u < 1. */
export function valueAt({ distribution, from, to, integer }: Assumption, u: number): number {
  const value = quantile(distribution, from + u * (to - from));
  return integer ? Math.round(value) : value;
}

/** Share of a distribution below `x`. */
export function shareBelow(distribution: Distribution, x: number): number {
  if (x === Infinity) return 1;
  if (x === -Infinity) return 0;
  switch (distribution.kind) {
    case 'uniform':
      return clamped((x - distribution.low) / (distribution.high - distribution.low));
    case 'triangular':
      return triangularShare(distribution, x);
    case 'logtriangular':
      return x <= 0 ? 0 : triangularShare(logarithmic(distribution), Math.log(x));
    case 'normal':
      return normalShare((x - distribution.mean) / distribution.sd);
    case 'lognormal':
      return x <= 0 ? 0 : normalShare(Math.log(x / distribution.median) / distribution.sigma);
  }
}

type Triangle = { readonly low: number; readonly mode: number; readonly high: number };

const logarithmic = ({ low, mode, high }: Triangle): Triangle => ({
  low: Math.log(low),
  mode: Math.log(mode),
  high: Math.log(high),
});

function triangularShare({ low, mode, high }: Triangle, x: number): number {
  if (x <= low) return 0;
  if (x >= high) return 1;
  const width = high - low;
  return x <= mode ? (x - low) ** 2 / (width * (mode - low)) : 1 - (high - x) ** 2 / (width * (high - mode));
}

const clamped = (share: number): number => Math.min(1, Math.max(0, share));

const noSpread = (id: string): Fault => ({
  code: 'study/no-spread',
  message: `The distribution of ${id} does not scatter.`,
  at: { path: id },
  cause: 'Its 5th and its 95th percentile are the same number.',
  fix: 'Give it a spread, or a plain value.',
});

const outsidePhysics = (id: string, share: number): Fault => ({
  code: 'study/outside-physics',
  message: `The distribution of ${id} lies outside what can be.`,
  at: { path: id },
  cause: `${(100 * share).toFixed(0)} % of it is beyond the bounds of the attribute.`,
  fix: 'Choose a narrower distribution, or one with ends: triangular, uniform.',
});

const certainFault = (plan: ResolvedPlan): Fault => ({
  code: 'study/certain',
  message: `${plan.name} has nothing uncertain.`,
  at: {},
  cause: 'No value of it, and none that it takes from the catalogue, has a range or a distribution.',
  fix: 'Give at least one: {triangular: [low, mode, high]}.',
});
