import type { Series } from '../months/table.ts';

export interface Line {
  readonly label: string;
  readonly values: Series;
  /** The first line is what the chart is about; a second one, dashed, is what it is held against. */
  readonly role: 'main' | 'other';
}

/** Lines over the months, in one unit. */
export interface Chart {
  readonly unit: string;
  readonly title: string;
  readonly lines: readonly Line[];
  /** For what spans factors of ten: decades, or units of time where the unit is `s`. */
  readonly logarithmic?: boolean;
}
