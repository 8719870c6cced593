import { type Outcome, success } from '../../outcome/outcome.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { assumptionsOf } from './assumption.ts';
import { blocksOf, type Correlation } from './correlation.ts';
import { leadingOf } from './design.ts';
import { followingOf } from './follow.ts';
import { ownPass } from './sampler.ts';
import type { Study } from './study.ts';

export type StudyOptions = Pick<Study, 'seed' | 'samples' | 'sampling' | 'correlations' | 'passes'>;

/**
 * A study of a plan. Plans that are to be compared take the leading assumptions of the first, so that they share their
 * draws. Faults: those of `assumptionsOf` and `blocksOf`, `plan/only-projects`.
 */
export function studyOf(
  plan: ResolvedPlan,
  options: StudyOptions,
  leading?: readonly string[],
): Outcome<Study> {
  const assumptions = assumptionsOf(plan);
  if (!assumptions.ok) return assumptions;
  const blocks = blocksOf(assumptions.value, options.correlations);
  if (!blocks.ok) return blocks;
  const correlations: readonly Correlation[] = options.correlations;
  return success({
    plan,
    seed: options.seed,
    samples: options.samples,
    sampling: options.sampling,
    passes: options.passes,
    correlations,
    leading: leading ?? leadingOf(assumptions.value),
    ...followingOf(options.passes === 'own' ? ownPass(plan) : plan, assumptions.value),
  });
}
