import { present } from '../outcome/invariant.ts';
import type { Bus, Place } from './bus.ts';

/** A circle of subsystems that are solved together each interval. */
export interface Loop {
  readonly name: string;
  readonly rooms: readonly string[];
  /** Largest relative change of any port between two rounds at which the loop is settled. */
  readonly tolerance: number;
  readonly rounds: number;
}

/**
 * The loops of the twin, by repeated substitution in the rooms' order. Declared here and found by the engine
 * from what rooms read: a circle that nobody declared stops compilation.
 */
export const loops: readonly Loop[] = [
  {
    name: 'power, heat, links and work',
    rooms: ['energy', 'network', 'compute', 'data'],
    tolerance: 1e-10,
    rounds: 60,
  },
];

export function loopOf(rooms: readonly string[]): Loop {
  const found = loops.find(
    (loop) => loop.rooms.length === rooms.length && rooms.every((room) => loop.rooms.includes(room)),
  );
  return present(found, `the circle of ${rooms.join(', ')} is declared as a loop`);
}

/** Thrown when a loop does not settle within its rounds. */
export class LoopUnsettled extends Error {
  override readonly name = 'LoopUnsettled';
  readonly code = 'engine/loop-unsettled';
}

/** Remembers a group's ports from one round to the next and says how far they moved. */
export class Movement {
  readonly #bus: Bus;
  readonly #places: readonly Place[];
  readonly #last: Float64Array;

  constructor(bus: Bus, places: readonly Place[]) {
    this.#bus = bus;
    this.#places = places;
    this.#last = new Float64Array(places.reduce((total, place) => total + place.length, 0));
  }

  /** Largest relative change since the last call. `NaN` to `NaN` and ∞ to ∞ are no change. */
  measure(): number {
    const { now } = this.#bus;
    const last = this.#last;
    let cursor = 0;
    let largest = 0;
    for (const { offset, length } of this.#places) {
      for (let index = offset; index < offset + length; index++, cursor++) {
        const value = now[index] as number;
        const old = last[cursor] as number;
        if (value === old || (Number.isNaN(value) && Number.isNaN(old))) continue;
        const change = Math.abs(value - old) / Math.max(Math.abs(value), Math.abs(old));
        largest = Number.isNaN(change) ? Infinity : Math.max(largest, change);
        last[cursor] = value;
      }
    }
    return largest;
  }

  /** The port that moved most since the last call, for the message. */
  worst(): string {
    const { now } = this.#bus;
    let cursor = 0;
    let name = '';
    let largest = -1;
    for (const { port, offset, length } of this.#places) {
      for (let index = offset; index < offset + length; index++, cursor++) {
        const value = now[index] as number;
        const change = Math.abs(value - (this.#last[cursor] as number)) / Math.max(Math.abs(value), 1e-300);
        if (change > largest) {
          largest = change;
          name = port;
        }
      }
    }
    return name;
  }
}
