import type { Town } from '../fuse/towns.ts';

const hour_s = 3600;
/** Rows of cells of equal area from pole to pole, and cells around each: about 3° of latitude at the equator. */
const rows = 36;
const columns = 72;
export const cellCount = rows * columns;

/** Cell of a place: rows of equal height in the sine of latitude, so that all have one area. */
export function cellOf(latitude_deg: number, longitude_deg: number): number {
  const height = (Math.sin((latitude_deg * Math.PI) / 180) + 1) / 2;
  const row = Math.min(rows - 1, Math.floor(height * rows));
  const turned = (((longitude_deg + 180) % 360) + 360) % 360;
  return row * columns + Math.min(columns - 1, Math.floor((turned / 360) * columns));
}

/** Middle of a cell. */
export function middleOf(cell: number): { latitude_deg: number; longitude_deg: number } {
  const [row, column] = [Math.floor(cell / columns), cell % columns];
  return {
    latitude_deg: (Math.asin(((row + 0.5) / rows) * 2 - 1) * 180) / Math.PI,
    longitude_deg: ((column + 0.5) / columns) * 360 - 180,
  };
}

/** How much of the Earth, hour by hour, a sense or all of them reached. */
export interface Reach {
  /** Share of cells and hours, all cells of one area. */
  readonly area: number;
  /** The same, weighed by the people who live there. */
  readonly people: number;
}

/** "Omniscient" as a measured quantity: of all cells and hours, how many had at least one observation, by sense. */
export class Coverage {
  readonly #from_s: number;
  readonly #hours: number;
  readonly #people = new Float64Array(cellCount);
  readonly #senses = new Map<string, Uint8Array>();

  constructor(from_s: number, to_s: number, towns: Iterable<Town>) {
    this.#from_s = Math.floor(from_s / hour_s) * hour_s;
    this.#hours = Math.max(1, Math.ceil((to_s - this.#from_s) / hour_s));
    for (const { latitude_deg, longitude_deg, people } of towns) {
      const cell = cellOf(latitude_deg, longitude_deg);
      this.#people[cell] = (this.#people[cell] as number) + people;
    }
  }

  get hours(): number {
    return this.#hours;
  }

  /** Something was sensed at a place; outside the time that is looked at it counts for nothing. */
  add(sense: string, latitude_deg: number, longitude_deg: number, observed_s: number): void {
    const hour = Math.floor((observed_s - this.#from_s) / hour_s);
    if (hour < 0 || hour >= this.#hours) return;
    let reached = this.#senses.get(sense);
    if (!reached) {
      reached = new Uint8Array(cellCount * this.#hours);
      this.#senses.set(sense, reached);
    }
    reached[hour * cellCount + cellOf(latitude_deg, longitude_deg)] = 1;
  }

  /** Reach of each sense, and of all together under `all`. */
  reach(): Record<string, Reach> {
    const reach: Record<string, Reach> = {};
    for (const sense of [...this.#senses.keys()].sort()) reach[sense] = this.#reachOf([sense]);
    return { ...reach, all: this.#reachOf([...this.#senses.keys()]) };
  }

  /** Share of hours in which no sense reached each cell: the map of where it is blind. */
  blind(): Float64Array {
    const blind = new Float64Array(cellCount).fill(1);
    for (let at = 0; at < cellCount * this.#hours; at++) {
      if (this.#isReached([...this.#senses.values()], at)) blind[at % cellCount]! -= 1 / this.#hours;
    }
    return blind;
  }

  #reachOf(senses: readonly string[]): Reach {
    const reached = senses.map((sense) => this.#senses.get(sense) as Uint8Array);
    let cells = 0;
    let people = 0;
    for (let at = 0; at < cellCount * this.#hours; at++) {
      if (!this.#isReached(reached, at)) continue;
      cells++;
      people += this.#people[at % cellCount] as number;
    }
    const all = this.#people.reduce((sum, living) => sum + living, 0) * this.#hours;
    return { area: cells / (cellCount * this.#hours), people: all > 0 ? people / all : 0 };
  }

  #isReached(senses: readonly Uint8Array[], at: number): boolean {
    return senses.some((reached) => reached[at] === 1);
  }
}
