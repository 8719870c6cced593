import type uPlot from 'uplot';
import type { Series } from '../months/table.ts';
import { colour } from '../style/theme.ts';
import type { Chart } from './model.ts';

/** The edges of a fan as lines without ink, before all others: what uPlot fills bands between. */
export function bandsOf({ fan }: Chart): readonly { readonly label: string; readonly values: Series }[] {
  if (!fan) return [];
  return (['p95', 'p5', 'p75', 'p25'] as const).map((label) => ({ label, values: fan[label] }));
}

/** Nine tenths of the futures, and half of them over that. */
export function bandFills({ fan }: Chart): uPlot.Band[] {
  if (!fan) return [];
  const fill = colour('--fan');
  return [
    { series: [1, 2], fill },
    { series: [3, 4], fill },
  ];
}
