import type { Series } from '../months/table.ts';

export interface Line {
  readonly label: string;
  readonly values: Series;
  /** The first line is what the chart is about; a second one, dashed, is what it is held against. */
  readonly role: 'main' | 'other';
  /** Colour and dashes of its own, where a chart has more than two lines. */
  readonly ink?: `--${string}`;
  readonly dash?: readonly number[];
}

/** Where a number of a plan lies in many futures: bounds of 90 % and of half of them, month by month. */
export interface Fan {
  readonly p5: Series;
  readonly p25: Series;
  readonly p75: Series;
  readonly p95: Series;
}

/** Lines over the months, in one unit. */
export interface Chart {
  readonly unit: string;
  readonly title: string;
  readonly lines: readonly Line[];
  /** Drawn behind the lines. */
  readonly fan?: Fan;
  /** The axis need not begin at nothing: for temperatures, and for shares of nearly all. */
  readonly floating?: boolean;
  /** Its months are not those of the run on show: no line at the month, and pressing goes nowhere. */
  readonly still?: boolean;
  /** Its key stands elsewhere. */
  readonly keyless?: boolean;
  /** For what spans factors of ten: decades, or units of time where the unit is `s`. */
  readonly logarithmic?: boolean;
}
