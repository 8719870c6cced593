import type { StateHeader } from '@kardashev/contracts/job.ts';
import type { Funding } from '@kardashev/contracts/run.ts';

/** One pass of a run as far as it is computed. */
export interface PassSoFar {
  readonly funding: Funding;
  /** Months known. */
  readonly known: number;
  /** One array a column of the header, one number a month; only the first `known` mean anything. */
  readonly columns: readonly Float64Array[];
}

/** Puts the frames of `/api/jobs/:job/state` together: months of each pass, by column. */
export class StateReader {
  readonly header: StateHeader;
  readonly #passes: { funding: Funding; known: number; columns: Float64Array[] }[];

  constructor(header: StateHeader) {
    this.header = header;
    this.#passes = header.passes.map((funding) => ({
      funding,
      known: 0,
      columns: header.columns.map(() => new Float64Array(header.labels.length)),
    }));
  }

  /** A month: its number through all passes, then its values, float64 little-endian. */
  take(frame: ArrayBuffer): void {
    const view = new DataView(frame);
    const { labels } = this.header;
    const index = view.getFloat64(0, true);
    const pass = this.#passes[Math.floor(index / labels.length)];
    if (!pass) return;
    const month = index % labels.length;
    for (const [place, values] of pass.columns.entries())
      values[month] = view.getFloat64(8 * (place + 1), true);
    pass.known = month + 1;
  }

  get passes(): readonly PassSoFar[] {
    return this.#passes.filter(({ known }) => known > 0);
  }
}
