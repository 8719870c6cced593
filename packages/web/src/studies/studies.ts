import type { Study, StudySummary } from '@kardashev/contracts/study.ts';
import { effect, signal } from '@preact/signals';
import { fetchStudies, fetchStudy, type Load, loading } from '../api/api.ts';
import { ready } from '../state/mission.ts';

/** The study of the plan on show, and in how many assumptions its plan differs from the run's. */
export interface Shown {
  readonly study: Study;
  readonly differences: number;
}

/** Futures of the plan on show: the newest study of it; null where there is none. */
export const futures = signal<Load<Shown | null>>(loading);

const storage = 'kardashev.fans';

/** Whether charts show where the futures lie. */
export const fansShown = signal(kept());

export function showFans(shown: boolean): void {
  fansShown.value = shown;
  try {
    localStorage.setItem(storage, shown ? 'shown' : 'hidden');
  } catch {
    // A browser that keeps nothing shows them next time.
  }
}

function kept(): boolean {
  try {
    return globalThis.localStorage?.getItem(storage) !== 'hidden';
  } catch {
    return true;
  }
}

/** Keeps the study in step with the run on show. */
export function followStudies(): () => void {
  let run = '';
  return effect(() => {
    const shown = ready.value?.verdict.run ?? '';
    if (shown === '' || shown === run) return;
    run = shown;
    futures.value = loading;
    find(shown).then((found) => {
      if (run === shown) futures.value = found;
    });
  });
}

async function find(run: string): Promise<Load<Shown | null>> {
  const list = await fetchStudies(run);
  if (list.state !== 'ready') return list;
  const best = nearest(list.value.studies);
  if (!best) return { state: 'ready', value: null };
  const study = await fetchStudy(best.study);
  if (study.state !== 'ready') return study;
  return { state: 'ready', value: { study: study.value, differences: best.differences ?? 0 } };
}

/** The newest of the very plan, or else of those nearest to it. */
export function nearest(studies: readonly StudySummary[]): StudySummary | undefined {
  const distance = ({ differences }: StudySummary) => differences ?? Number.POSITIVE_INFINITY;
  return [...studies].sort(
    (left, right) => distance(left) - distance(right) || right.written.localeCompare(left.written),
  )[0];
}
