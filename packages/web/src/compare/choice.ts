import type { RunSummary } from '@kardashev/contracts/run.ts';

export interface Choice {
  readonly a: string;
  readonly b: string;
}

/**
 * Which two runs are compared: those asked for where they are finished, else the run on show and the newest other one.
 * Undefined with fewer than two finished runs.
 */
export function chosen(
  list: readonly RunSummary[],
  asked: Partial<Choice>,
  shown: string,
): Choice | undefined {
  const finished = list.filter(({ state }) => state === 'finished').map(({ run }) => run);
  if (finished.length < 2) return undefined;
  const known = (run: string | undefined) => (run !== undefined && finished.includes(run) ? run : undefined);
  const b = known(asked.b);
  const a = known(asked.a) ?? (b === shown ? undefined : known(shown)) ?? finished.find((run) => run !== b);
  if (a === undefined) return undefined;
  const other = b ?? finished.find((run) => run !== a);
  return other === undefined ? undefined : { a, b: other };
}
