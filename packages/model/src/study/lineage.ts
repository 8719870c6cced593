import { planSchema } from '../engine/schema.ts';
import type { ResolvedPlan, ResolvedValue } from '../plan/resolved.ts';
import { attributeAt } from '../plan/schema.ts';
import { headlineTable } from './headline.ts';
import type { Headlines } from './verdict.ts';

/** Relative step by which an assumption is moved to see what it moves. */
const step = 0.01;
/** Elasticities below this are rounding, or reach the headline only through noise. */
const least = 1e-4;

/** Paths of all assumptions that can be moved a little: numbers and series that are not zero, no counts or months. */
export function numericPaths(plan: ResolvedPlan): string[] {
  return Object.keys(plan.values).filter((path) => {
    const row = attributeAt(planSchema, path)?.row;
    const value = plan.values[path]?.value;
    if (row?.kind === 'number') return !row.integer && value !== 0;
    return row?.kind === 'series' && Array.isArray(value) && value.some((month) => month !== 0);
  });
}

/** A plan with one assumption moved. */
export interface Nudge {
  readonly plan: ResolvedPlan;
  /** Relative change of the assumption: a step up, or down where up would pass its bounds. */
  readonly by: number;
}

/** The plan with one assumption a step larger, or smaller where larger cannot be. */
export function nudged(plan: ResolvedPlan, path: string): Nudge {
  const value = plan.values[path] as ResolvedValue;
  const row = attributeAt(planSchema, path)?.row;
  const numbers = typeof value.value === 'number' ? [value.value] : (value.value as readonly number[]);
  const { min = -Infinity, max = Infinity } = row?.kind === 'number' || row?.kind === 'series' ? row : {};
  const inside = (by: number): boolean =>
    numbers.every((one) => one * (1 + by) >= min && one * (1 + by) <= max);
  const by = inside(step) ? step : -step;
  const moved = numbers.map((one) => one * (1 + by));
  const changed = { ...value, value: typeof value.value === 'number' ? (moved[0] as number) : moved };
  return { plan: { ...plan, values: { ...plan.values, [path]: changed } }, by };
}

/**
 * d ln(headline) / d ln(assumption) by headline, from the headlines of a plan and of the same plan nudged by `by`: exact
 * for this plan, whatever the models are. Headlines that do not move are left out.
 */
export function elasticities(
  before: Headlines,
  after: Headlines,
  by: number,
): { readonly [headline: string]: number } {
  const found: { [headline: string]: number } = {};
  for (const { key, of } of headlineTable) {
    const from = of(before);
    const to = of(after);
    if (from === null || to === null || from === 0) continue;
    const elasticity = (to - from) / Math.abs(from) / by;
    if (Math.abs(elasticity) >= least) found[key] = elasticity;
  }
  return found;
}
