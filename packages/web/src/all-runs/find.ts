import type { RunSummary } from '@kardashev/contracts/run.ts';

export type StateWish = 'all' | RunSummary['state'];

/** Runs that have every word somewhere: in name, plan, title, seed or hash. */
export function found(all: readonly RunSummary[], text: string, wish: StateWish): readonly RunSummary[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((run) => {
    if (wish !== 'all' && run.state !== wish) return false;
    if (words.length === 0) return true;
    const said = `${run.run} ${run.plan} ${run.title} ${run.seed} ${run.hash ?? ''}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
