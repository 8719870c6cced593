/** Why a row is not among the launches. */
export type SetAside =
  | 'wrong-cells'
  | 'bad-date'
  | 'unknown-outcome'
  | 'duplicate'
  | 'conflicting-duplicate'
  | 'lost-before-launch'
  | 'after-until'
  | 'other-vehicle';

/** Rows of a log: all of them are either used or set aside for a reason. */
export interface LogRows {
  readonly used: number;
  readonly setAside: number;
  readonly reasons: Readonly<Partial<Record<SetAside, number>>>;
  /** First lines of the file that each reason holds for. */
  readonly lines: Readonly<Partial<Record<SetAside | 'out-of-order', readonly number[]>>>;
  /** Rows that were used, though earlier than one before them. */
  readonly outOfOrder: number;
}

/** Lines that are shown of each reason. */
const linesShown = 8;

/** Counts what becomes of each row. */
export class RowCount {
  #used = 0;
  readonly #lines = new Map<SetAside | 'out-of-order', number[]>();

  use(): void {
    this.#used++;
  }

  setAside(reason: SetAside, line: number): void {
    this.note(reason, line);
  }

  note(reason: SetAside | 'out-of-order', line: number): void {
    const lines = this.#lines.get(reason) ?? [];
    lines.push(line);
    this.#lines.set(reason, lines);
  }

  rows(): LogRows {
    const aside = [...this.#lines].filter(
      (entry): entry is [SetAside, number[]] => entry[0] !== 'out-of-order',
    );
    return {
      used: this.#used,
      setAside: aside.reduce((sum, [, lines]) => sum + lines.length, 0),
      reasons: Object.fromEntries(aside.map(([reason, lines]) => [reason, lines.length])),
      lines: Object.fromEntries(
        [...this.#lines].map(([reason, lines]) => [reason, lines.slice(0, linesShown)]),
      ),
      outOfOrder: this.#lines.get('out-of-order')?.length ?? 0,
    };
  }
}

/** The same rows, with some used ones set aside as well. */
export function alsoAside(rows: LogRows, reason: SetAside, count: number): LogRows {
  if (count === 0) return rows;
  return {
    ...rows,
    used: rows.used - count,
    setAside: rows.setAside + count,
    reasons: { ...rows.reasons, [reason]: (rows.reasons[reason] ?? 0) + count },
  };
}
