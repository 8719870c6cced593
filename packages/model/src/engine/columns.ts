import type { Dimension } from '../flows/port.ts';
import { ports } from '../flows/ports.ts';
import { unitOfName } from '../units/suffix.ts';
import type { Bus } from './bus.ts';
import type { Column } from './result.ts';

/** Months that are turned into columns together. */
const together = 16;

/** Rows of the bus that lie side by side and are recorded. */
interface Stretch {
  readonly values: Float64Array;
  /** Where they go in a month's record. */
  readonly at: number;
}

/**
 * Keeps every recorded port's rows month by month. While months run they are copied as they lie in the bus, a month a
 * row; columns are made of them when somebody asks.
 */
export class Recorder {
  readonly #heads: readonly Omit<Column, 'values'>[];
  readonly #months: number;
  readonly #stretches: readonly Stretch[];
  /** Row-major: month · columns + column. */
  readonly #record: Float64Array;

  constructor(
    bus: Bus,
    months: number,
    rowLabels: Readonly<Record<Dimension, readonly string[]>>,
    roomOf: (port: string) => string,
  ) {
    const heads: Omit<Column, 'values'>[] = [];
    const stretches: { from: number; length: number; at: number }[] = [];
    for (const { port, offset, length } of bus.places) {
      const entry = ports[port];
      if ('record' in entry && entry.record === false) continue;
      const last = stretches.at(-1);
      if (last && last.from + last.length === offset) last.length += length;
      else stretches.push({ from: offset, length, at: heads.length });
      for (let row = 0; row < length; row++) {
        const label = entry.of === 'one' ? '' : (rowLabels[entry.of][row] ?? String(row));
        heads.push({
          name: label === '' ? port : `${port}/${label}`,
          port,
          room: roomOf(port),
          row: label,
          unit: unitOfName(port).unitText,
          doc: entry.doc,
        });
      }
    }
    this.#heads = heads;
    this.#months = months;
    this.#stretches = stretches.map(({ from, length, at }) => ({
      values: bus.now.subarray(from, from + length),
      at,
    }));
    this.#record = new Float64Array(months * heads.length);
  }

  record(month: number): void {
    const start = month * this.#heads.length;
    for (const { values, at } of this.#stretches) this.#record.set(values, start + at);
  }

  /** All columns, zero for months that have not been recorded. */
  get columns(): Column[] {
    const width = this.#heads.length;
    const months = this.#months;
    const all = new Float64Array(width * months);
    // Some months at a time, so that what is written stays near.
    for (let first = 0; first < months; first += together) {
      const last = Math.min(months, first + together);
      for (let index = 0; index < width; index++) {
        for (let month = first; month < last; month++) {
          all[index * months + month] = this.#record[month * width + index] as number;
        }
      }
    }
    return this.#heads.map((head, index) => ({
      ...head,
      values: all.subarray(index * months, (index + 1) * months),
    }));
  }

  /** Takes back the months of columns that `columns` gave, each from the first month on. */
  restore(valuesOf: (name: string) => Float64Array): void {
    const width = this.#heads.length;
    for (const [index, { name }] of this.#heads.entries()) {
      for (const [month, value] of valuesOf(name).entries()) this.#record[month * width + index] = value;
    }
  }
}
