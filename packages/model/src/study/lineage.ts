import type { ResolvedPlan, ResolvedValue } from '../plan/resolved.ts';
import { headlineTable } from './headline.ts';
import type { Headlines } from './verdict.ts';

/** One assumption under a headline number, with how strongly it moves it. */
export interface AssumptionUnder {
  readonly path: string;
  readonly value: ResolvedValue;
  /** d ln(headline) / d ln(assumption) at the plan's own values. */
  readonly elasticity: number;
}

export interface Lineage {
  readonly headline: string;
  readonly value: number | null;
  readonly unit: string;
  readonly formula: string;
  /** Strongest first; those that do not move it are left out. */
  readonly assumptions: readonly AssumptionUnder[];
}

/** Step of an assumption when it is asked what it moves. */
const step = 0.01;
/** Elasticities below this are rounding or reach the headline only through noise. */
const least = 1e-4;

/** Runs a changed plan with everything else kept, and gives its headlines; undefined where it cannot be run. */
export type Rerun = (plan: ResolvedPlan) => Promise<Headlines | undefined>;

/** Paths of all assumptions that are numbers or series. */
export function numericPaths(plan: ResolvedPlan): string[] {
  return Object.keys(plan.values).filter((path) => {
    const value = plan.values[path]?.value;
    return typeof value === 'number'
      ? value !== 0
      : Array.isArray(value) && value.some((month) => month !== 0);
  });
}

/** The plan with one assumption scaled by `1 + step` (counts and months move by at least one). */
export function nudged(plan: ResolvedPlan, path: string, by = step): ResolvedPlan {
  const value = plan.values[path] as ResolvedValue;
  const scaled =
    typeof value.value === 'number'
      ? value.value * (1 + by)
      : (value.value as readonly number[]).map((month) => month * (1 + by));
  return { ...plan, values: { ...plan.values, [path]: { ...value, value: scaled } } };
}

/**
 * What every headline number rests on, found by moving each assumption by one per cent and running the plan
 * again: exact for this plan, whatever the models are. `progress` is called after each assumption.
 */
export async function lineages(
  plan: ResolvedPlan,
  base: Headlines,
  rerun: Rerun,
  progress: (done: number, of: number) => void = () => {},
): Promise<Lineage[]> {
  const paths = numericPaths(plan);
  const moved = new Map<string, AssumptionUnder[]>(headlineTable.map(({ key }) => [key, []]));
  for (const [done, path] of paths.entries()) {
    const changed = await rerun(nudged(plan, path));
    if (changed) note(path, plan, base, changed, moved);
    progress(done + 1, paths.length);
  }
  return headlineTable.map(({ key, unit, formula, of }) => ({
    headline: key,
    value: of(base),
    unit,
    formula,
    assumptions: (moved.get(key) ?? []).sort((a, b) => Math.abs(b.elasticity) - Math.abs(a.elasticity)),
  }));
}

function note(
  path: string,
  plan: ResolvedPlan,
  base: Headlines,
  changed: Headlines,
  moved: ReadonlyMap<string, AssumptionUnder[]>,
): void {
  for (const { key, of } of headlineTable) {
    const before = of(base);
    const after = of(changed);
    if (before === null || after === null || before === 0) continue;
    const elasticity = (after - before) / Math.abs(before) / step;
    if (Math.abs(elasticity) < least) continue;
    moved.get(key)?.push({ path, value: plan.values[path] as ResolvedValue, elasticity });
  }
}
