import type { Dimension } from '../flows/port.ts';
import { type PortName, ports } from '../flows/ports.ts';

/** Where a port lies in the bus. */
export interface Place {
  readonly port: PortName;
  readonly offset: number;
  readonly length: number;
}

/**
 * All ports of all subsystems in two flat arrays: the interval being stepped, and the end of the one before.
 * Rooms get views into them, so passing a value costs nothing.
 */
export class Bus {
  readonly now: Float64Array;
  readonly before: Float64Array;
  readonly places: readonly Place[];
  readonly #byName: ReadonlyMap<PortName, Place>;

  constructor(names: readonly PortName[], sizes: Readonly<Record<Dimension, number>>) {
    const places: Place[] = [];
    let offset = 0;
    for (const port of names) {
      const length = sizes[ports[port].of];
      places.push({ port, offset, length });
      offset += length;
    }
    this.now = new Float64Array(offset);
    this.before = new Float64Array(offset);
    this.places = places;
    this.#byName = new Map(places.map((place) => [place.port, place]));
  }

  /** Closes an interval: its values become those of before. */
  turn(): void {
    this.before.set(this.now);
  }

  views<N extends PortName>(names: readonly N[], of: 'now' | 'before'): { readonly [K in N]: Float64Array } {
    const views: { [port: string]: Float64Array } = {};
    for (const name of names) {
      const place = this.#byName.get(name);
      if (place) views[name] = this[of].subarray(place.offset, place.offset + place.length);
    }
    return views as { readonly [K in N]: Float64Array };
  }
}
