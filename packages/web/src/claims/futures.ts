import type { Study } from '@kardashev/contracts/study.ts';
import { signal } from '@preact/signals';
import { fetchStudies, fetchStudy } from '../api/api.ts';
import type { Band } from './scale.ts';

/** The futures that claims of the run on show are held against; undefined where there is no study of its plan. */
export const futures = signal<Study | undefined>(undefined);

let latest = '';

/** Looks for the study of a run's plan whose assumptions differ least from the run's, the newest of those. */
export async function findFutures(run: string): Promise<void> {
  if (latest === run) return;
  latest = run;
  futures.value = undefined;
  const list = await fetchStudies(run);
  if (list.state !== 'ready') return;
  const near = [...list.value.studies]
    .filter(({ samples }) => samples > 0)
    .sort((a, b) => (a.differences ?? 0) - (b.differences ?? 0))[0];
  const study = near && (await fetchStudy(near.study));
  if (latest === run && study?.state === 'ready') futures.value = study.value;
}

/** Headlines that are the very quantity of a claim. */
const headlineOf: Readonly<Record<string, string>> = {
  'million-satellites': 'fleet.satellites_peak',
};

/** The middle 90 % of a claim's quantity over the futures, where a study keeps that quantity. */
export function bandOf(claim: string, study: Study | undefined): Band | undefined {
  const spread = study?.outputs[headlineOf[claim] ?? ''];
  if (!spread || spread.p5 === null || spread.p95 === null) return undefined;
  return [spread.p5, spread.p95];
}
