import type { Study } from '@kardashev/contracts/study.ts';
import type { Band } from './scale.ts';

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
