import type { Dimension } from '../flows/port.ts';
import { ports } from '../flows/ports.ts';
import { unitOfName } from '../units/suffix.ts';
import type { Bus } from './bus.ts';
import type { Column } from './result.ts';

/** Keeps every recorded port's rows month by month. */
export class Recorder {
  readonly columns: readonly Column[];
  readonly #bus: Bus;
  readonly #offsets: readonly number[];

  constructor(
    bus: Bus,
    months: number,
    rowLabels: Readonly<Record<Dimension, readonly string[]>>,
    roomOf: (port: string) => string,
  ) {
    const columns: Column[] = [];
    const offsets: number[] = [];
    for (const { port, offset, length } of bus.places) {
      const entry = ports[port];
      if ('record' in entry && entry.record === false) continue;
      for (let row = 0; row < length; row++) {
        const label = entry.of === 'one' ? '' : (rowLabels[entry.of][row] ?? String(row));
        columns.push({
          name: label === '' ? port : `${port}/${label}`,
          port,
          room: roomOf(port),
          row: label,
          unit: unitOfName(port).unitText,
          doc: entry.doc,
          values: new Float64Array(months),
        });
        offsets.push(offset + row);
      }
    }
    this.#bus = bus;
    this.columns = columns;
    this.#offsets = offsets;
  }

  record(month: number): void {
    const { now } = this.#bus;
    for (let index = 0; index < this.columns.length; index++) {
      (this.columns[index] as Column).values[month] = now[this.#offsets[index] as number] as number;
    }
  }
}
