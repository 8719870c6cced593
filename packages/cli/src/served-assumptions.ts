import type { Assumption } from '@kardashev/contracts/lineage.ts';
import { planSchema } from '@kardashev/model/engine/schema.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { attributeAt } from '@kardashev/model/plan/schema.ts';
import { rangeOf } from '@kardashev/model/study/origin.ts';

/** By path of the assumption: by headline, how it moves it. */
export type Known = ReadonlyMap<string, { readonly [headline: string]: number }>;

/** An assumption of a plan as the page tells it; nothing where the plan has no such path. */
export function assumptionAt(plan: ResolvedPlan, path: string, elasticity: number | null): Assumption[] {
  const found = plan.values[path];
  if (found === undefined) return [];
  const { value, text, unit, origin, evidence, distribution, conflicts = [] } = found;
  const doc = attributeAt(planSchema, path)?.row.doc;
  return [
    {
      path,
      text,
      value: typeof value === 'number' && Number.isFinite(value) ? value : null,
      unit,
      source: evidence?.source ?? (origin === 'override' ? 'set on the command line' : 'the plan itself'),
      asOf: evidence?.asOf ?? '',
      kind: evidence?.kind ?? 'assumed',
      elasticity,
      conflicts: conflicts.map((other) => ({ text: other.text, ...other.evidence })),
      ...(doc ? { doc } : {}),
      ...(distribution ? { range: [...rangeOf(distribution)] as [number, number] } : {}),
      ...(evidence?.note ? { note: evidence.note } : {}),
    },
  ];
}

/** Assumptions under a column or a claim, those first that are known to move a headline most. */
export function rankedAssumptions(
  plan: ResolvedPlan,
  paths: readonly string[],
  known: Known | undefined,
): Assumption[] {
  const all = paths.flatMap((path) =>
    assumptionAt(plan, path, null).map((assumption) => {
      const moves = strongest(known?.get(path));
      return moves ? { ...assumption, moves } : assumption;
    }),
  );
  const strength = ({ moves }: Assumption) => Math.abs(moves?.elasticity ?? 0);
  return all.sort((a, b) => strength(b) - strength(a));
}

function strongest(elasticities: { readonly [headline: string]: number } | undefined): Assumption['moves'] {
  const [first] = Object.entries(elasticities ?? {}).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return first && { headline: first[0], elasticity: first[1] };
}
