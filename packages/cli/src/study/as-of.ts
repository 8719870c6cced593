import type { Catalogue, CatalogueAssumption } from '@kardashev/model/evidence/catalogue.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { shareBelow } from '@kardashev/model/study/monte-carlo/assumption.ts';

/** What freezing the catalogue at a month changed in a plan, and how what came later compares. */
export interface AsOf {
  readonly month: string;
  /** Statements of the catalogue that are of a later date. */
  readonly leftOut: number;
  /** Values of the plan that fell back to an earlier statement. */
  readonly fellBack: readonly { readonly path: string; readonly now: string; readonly was: string }[];
  /** Values for which nothing earlier is known: the later statement stands in, so that the plan is no pure forecast. */
  readonly missing: readonly string[];
  /** Later values that were measured or filed, held against what was assumed before. */
  readonly score: {
    readonly compared: number;
    /** Share of them between the earlier 5th and 95th percentiles: 0.9 where these were honest. */
    readonly within: number | null;
    readonly values: readonly {
      readonly path: string;
      readonly was: number;
      readonly came: number;
      readonly share: number | null;
    }[];
  };
}

const later = ({ evidence }: CatalogueAssumption, month: string): boolean =>
  evidence.asOf.slice(0, month.length) > month;

/** Statements known at the end of a month; where none is, the latter ones stay, so that the plan can be read at all. */
export function frozen(catalogue: Catalogue, month: string): Catalogue {
  return new Map(
    [...catalogue].map(([id, assumptions]) => {
      const known = assumptions.filter((assumption) => !later(assumption, month));
      return [id, known.length > 0 ? known : assumptions];
    }),
  );
}

const cameTrue = ['measured', 'filed'];

/** Compares a plan of today with the same of a frozen catalogue. */
export function asOf(catalogue: Catalogue, now: ResolvedPlan, then: ResolvedPlan, month: string): AsOf {
  const paths = Object.keys(then.values).filter((path) => then.values[path]?.origin === 'catalogue');
  const fellBack = paths.filter((path) => now.values[path]?.text !== then.values[path]?.text);
  const missing = paths.filter(
    (path) => (then.values[path]?.evidence?.asOf ?? '').slice(0, month.length) > month,
  );
  return {
    month,
    leftOut: [...catalogue.values()].flat().filter((assumption) => later(assumption, month)).length,
    fellBack: fellBack.map((path) => ({
      path,
      now: now.values[path]?.text ?? '',
      was: then.values[path]?.text ?? '',
    })),
    missing,
    score: scoreOf(now, then, fellBack),
  };
}

function scoreOf(now: ResolvedPlan, then: ResolvedPlan, paths: readonly string[]): AsOf['score'] {
  const values = paths.flatMap((path) => {
    const came = now.values[path];
    const was = then.values[path];
    if (typeof came?.value !== 'number' || typeof was?.value !== 'number') return [];
    if (!cameTrue.includes(came.evidence?.kind ?? '')) return [];
    const share = was.distribution ? shareBelow(was.distribution, came.value) : null;
    return [{ path, was: was.value, came: came.value, share }];
  });
  const judged = values.filter(({ share }) => share !== null);
  const within = judged.filter(({ share }) => (share ?? 0) >= 0.05 && (share ?? 0) <= 0.95);
  return {
    compared: values.length,
    within: judged.length > 0 ? within.length / judged.length : null,
    values,
  };
}
