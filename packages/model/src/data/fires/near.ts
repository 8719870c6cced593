import type { Middle } from './plane.ts';

/** Finds what lies near a place, by boxes of a given size in which things are kept. */
export class Nearby<T extends Middle> {
  readonly #box_deg: number;
  readonly #boxes = new Map<number, Map<number, T[]>>();

  /** `reach_m` is the largest distance that will be asked for. */
  constructor(reach_m: number) {
    this.#box_deg = (reach_m * 90) / 1e7;
  }

  add(thing: T): void {
    const row = Math.floor(thing.latitude_deg / this.#box_deg);
    const columns = this.#boxes.get(row) ?? new Map<number, T[]>();
    this.#boxes.set(row, columns);
    const column = this.#column(thing.longitude_deg, row);
    const things = columns.get(column);
    if (things === undefined) columns.set(column, [thing]);
    else things.push(thing);
  }

  /** All things that may lie within the reach of a place, and some that do not. */
  *around({ latitude_deg, longitude_deg }: Middle): Generator<T> {
    const middle = Math.floor(latitude_deg / this.#box_deg);
    for (let row = middle - 1; row <= middle + 1; row++) {
      const columns = this.#boxes.get(row);
      if (columns === undefined) continue;
      const column = this.#column(longitude_deg, row);
      const all = this.#columnsOf(row);
      for (const other of new Set([column - 1, column, column + 1].map((one) => (one + all) % all))) {
        yield* columns.get(other) ?? [];
      }
    }
  }

  /** Boxes in a row: so many that none is narrower than it is high. */
  #columnsOf(row: number): number {
    const edge_deg = Math.min(90, Math.max(Math.abs(row), Math.abs(row + 1)) * this.#box_deg);
    return Math.max(1, Math.floor((360 * Math.cos((edge_deg * Math.PI) / 180)) / this.#box_deg));
  }

  #column(longitude_deg: number, row: number): number {
    const all = this.#columnsOf(row);
    const share = (longitude_deg + 540) / 360 - Math.floor((longitude_deg + 540) / 360);
    return Math.min(all - 1, Math.floor(share * all));
  }
}
