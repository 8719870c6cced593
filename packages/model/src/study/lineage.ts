import type { ResolvedPlan, ResolvedValue } from '../plan/resolved.ts';
import { headlineTable } from './headline.ts';
import type { Headlines } from './verdict.ts';

/** Relative step by which an assumption is moved to see what it moves. */
const step = 0.01;
/** Elasticities below this are rounding, or reach the headline only through noise. */
const least = 1e-4;

/** Paths of all assumptions that are numbers or series and not zero. */
export function numericPaths(plan: ResolvedPlan): string[] {
  return Object.keys(plan.values).filter((path) => {
    const value = plan.values[path]?.value;
    if (typeof value === 'number') return value !== 0;
    return Array.isArray(value) && value.some((month) => month !== 0);
  });
}

/** The plan with one assumption a step larger. */
export function nudged(plan: ResolvedPlan, path: string): ResolvedPlan {
  const value = plan.values[path] as ResolvedValue;
  const scaled =
    typeof value.value === 'number'
      ? value.value * (1 + step)
      : (value.value as readonly number[]).map((month) => month * (1 + step));
  return { ...plan, values: { ...plan.values, [path]: { ...value, value: scaled } } };
}

/**
 * d ln(headline) / d ln(assumption) by headline, from the headlines of a plan and of the same plan nudged: exact
 * for this plan, whatever the models are. Headlines that do not move are left out.
 */
export function elasticities(before: Headlines, after: Headlines): { readonly [headline: string]: number } {
  const found: { [headline: string]: number } = {};
  for (const { key, of } of headlineTable) {
    const from = of(before);
    const to = of(after);
    if (from === null || to === null || from === 0) continue;
    const elasticity = (to - from) / Math.abs(from) / step;
    if (Math.abs(elasticity) >= least) found[key] = elasticity;
  }
  return found;
}
