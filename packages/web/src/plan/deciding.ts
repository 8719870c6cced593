import type { HeadlineName, Lineage } from '@kardashev/contracts/lineage.ts';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fetchLineage, type Load, loading } from '../api/api.ts';

/** Elasticities take the server minutes to work out: as long as some are missing it is asked again. */
const askAgain_ms = 5000;

/** An assumption and how it moves a headline: per cent for per cent; null where that is not known yet. */
export interface Decides {
  readonly path: string;
  readonly elasticity: number | null;
}

/** What decides a headline of a run, the strongest first. */
export function useDeciding(run: string, headline: HeadlineName): Signal<Load<readonly Decides[]>> {
  const found = useSignal<Load<readonly Decides[]>>(loading);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    found.value = loading;
    const ask = async () => {
      const answer = await fetchLineage(run, headline);
      if (ended) return;
      found.value = answer.state === 'ready' ? { state: 'ready', value: ranked(answer.value) } : answer;
      const open =
        answer.state === 'ready' && answer.value.assumptions.some(({ elasticity }) => elasticity === null);
      if (open) timer = setTimeout(ask, askAgain_ms);
    };
    ask();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [run, headline]);
  return found;
}

export function ranked({ assumptions }: Pick<Lineage, 'assumptions'>): Decides[] {
  return assumptions
    .map(({ path, elasticity }) => ({ path, elasticity }))
    .sort((left, right) => Math.abs(right.elasticity ?? 0) - Math.abs(left.elasticity ?? 0));
}
