import { radians } from '../../sky/angle.ts';
import { earthRadius_m } from '../../sky/constants.ts';

/** A town and how many live in it. */
export interface Town {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly people: number;
}

/** Towns in boxes of a degree, so that those within some hundred kilometres are found without looking at all. */
export class Towns {
  readonly #boxes = new Map<number, Town[]>();

  constructor(towns: Iterable<Town>) {
    for (const town of towns) {
      if (!(town.people > 0)) continue;
      const key = keyOf(Math.floor(town.latitude_deg), Math.floor(town.longitude_deg));
      const box = this.#boxes.get(key);
      if (box) box.push(town);
      else this.#boxes.set(key, [town]);
    }
  }

  /** People who live within a distance of a place, the whole Earth's towns taken as points on a sphere. */
  within(latitude_deg: number, longitude_deg: number, distance_m: number): number {
    const span_deg = Math.ceil(distance_m / degree_m);
    const row = Math.floor(latitude_deg);
    let people = 0;
    for (let north = Math.max(-90, row - span_deg); north <= Math.min(89, row + span_deg); north++) {
      const narrowest = Math.cos(radians(Math.min(89, Math.max(Math.abs(north), Math.abs(north + 1)))));
      const across_deg = Math.min(180, Math.ceil(span_deg / narrowest));
      const column = Math.floor(longitude_deg);
      // All around, each box once.
      const boxes = Math.min(360, 2 * across_deg + 1);
      for (let step = 0; step < boxes; step++) {
        const box = this.#boxes.get(keyOf(north, wrapped(column - across_deg + step)));
        for (const town of box ?? []) {
          if (distance_between_m(town, { latitude_deg, longitude_deg }) <= distance_m) people += town.people;
        }
      }
    }
    return people;
  }
}

const degree_m = (Math.PI / 180) * earthRadius_m;
const wrapped = (column: number): number => ((((column + 180) % 360) + 360) % 360) - 180;
const keyOf = (row: number, column: number): number => (row + 90) * 360 + wrapped(column) + 180;

interface Spot {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
}

/** Along the great circle, on a sphere. */
export function distance_between_m(one: Spot, other: Spot): number {
  const [a, b] = [radians(one.latitude_deg), radians(other.latitude_deg)];
  const across = Math.sin(radians(other.longitude_deg - one.longitude_deg) / 2);
  const along = Math.sin((b - a) / 2);
  const half = along * along + Math.cos(a) * Math.cos(b) * across * across;
  return 2 * earthRadius_m * Math.asin(Math.min(1, Math.sqrt(half)));
}
