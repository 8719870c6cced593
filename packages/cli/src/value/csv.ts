import type { ValueDocument } from '@kardashev/model/study/value/document.ts';
import { csv } from '../layout.ts';

/** Stability month by month. */
export function stabilityCsv({ stability }: ValueDocument): string {
  return csv([['month', 'S', 'regime'], ...stability.map(({ month, S, regime }) => [month, S, regime])]);
}
