import type { ResolvedPlan, ResolvedValue } from '../../plan/resolved.ts';
import type { Assumption } from './assumption.ts';

/** A plan with some assumptions at other values, SI. */
export function withValues(
  plan: ResolvedPlan,
  assumptions: readonly Assumption[],
  values: ArrayLike<number>,
): ResolvedPlan {
  const changed: { [path: string]: ResolvedValue } = { ...plan.values };
  for (const [index, { paths }] of assumptions.entries()) {
    const value = values[index] as number;
    for (const path of paths) changed[path] = { ...(changed[path] as ResolvedValue), value };
  }
  return { ...plan, values: changed };
}
