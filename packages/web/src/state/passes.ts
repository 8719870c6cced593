import type { Funding } from '@kardashev/contracts/run.ts';
import type { FurtherPass, Verdict } from '@kardashev/contracts/verdict.ts';

/** The ways of paying that a run went through, the plan's own first. */
export function passesOf(verdict: Verdict): readonly Funding[] {
  const further = (['books', 'apart'] as const).filter((funding) => verdict[funding] !== undefined);
  return [...new Set<Funding>([verdict.funding, ...further])];
}

/** The headline numbers of one of them; undefined where the run did not go through it. */
export function passOf(verdict: Verdict, funding: Funding): FurtherPass | undefined {
  if (funding === verdict.funding) return verdict;
  return funding === 'as-needed' ? undefined : verdict[funding];
}
