import type { Keyed } from '../../random/keyed.ts';
import { dot, length, type Vector } from '../../sky/vector.ts';
import { kept, type Links, type Sky, type Topology } from './links.ts';

/** A rule by which a link is kept or not, at one moment. */
export type Thinning = (sky: Sky) => (from: number, to: number) => boolean;

/** Number of a satellite's plane, all shells counted through. */
export type PlaneOf = (satellite: number) => number;

const placeOf = (positions_m: Float64Array, satellite: number): Vector => [
  positions_m[satellite * 3] as number,
  positions_m[satellite * 3 + 1] as number,
  positions_m[satellite * 3 + 2] as number,
];

/** A topology without the links that any of the rules takes out. */
export function thinned(topology: Topology, rules: readonly Thinning[], moves: boolean): Topology {
  if (rules.length === 0) return topology;
  const links = (sky: Sky): Links => {
    const tests = rules.map((rule) => rule(sky));
    return kept(topology.links(sky), (from, to) => tests.every((test) => test(from, to)));
  };
  return { name: topology.name, moves: topology.moves || moves, links };
}

/** Failed satellites hold no link. */
export function withoutSatellites(failed: Iterable<number>): Thinning {
  const gone = new Set(failed);
  return () => (from, to) => !gone.has(from) && !gone.has(to);
}

/** Failed links are out, whichever end is named first. */
export function withoutLinks(failed: Iterable<readonly [number, number]>): Thinning {
  const key = (one: number, other: number) => `${Math.min(one, other)},${Math.max(one, other)}`;
  const gone = new Set(Array.from(failed, ([one, other]) => key(one, other)));
  return () => (from, to) => !gone.has(key(from, to));
}

/** Each satellite has failed with the same chance, decided by its number alone. */
export function failedAtRandom(satellites: number, share: number, random: Keyed): number[] {
  const failed: number[] = [];
  for (let satellite = 0; satellite < satellites; satellite++) {
    if (random.uniform(satellite, 0) < share) failed.push(satellite);
  }
  return failed;
}

/**
 * Power saving: a satellite in the Earth's shadow (a cylinder behind it) keeps the links along its plane and
 * switches those to other planes off. `sun` is the direction to the Sun, of length 1.
 */
export function savingInShadow(planeOf: PlaneOf, sun: Vector, earthRadius_m: number): Thinning {
  return ({ positions_m }) => {
    const dark = (satellite: number): boolean => {
      const place = placeOf(positions_m, satellite);
      const toward = dot(place, sun);
      return toward < 0 && dot(place, place) - toward * toward < earthRadius_m ** 2;
    };
    return (from, to) => planeOf(from) === planeOf(to) || !(dark(from) || dark(to));
  };
}

/** No links to other planes poleward of a latitude, where planes cross and neighbours change sides. */
export function withoutPolarCrossing(planeOf: PlaneOf, latitude_rad: number): Thinning {
  const limit = Math.sin(latitude_rad);
  return ({ positions_m }) => {
    const polar = (satellite: number): boolean => {
      const place = placeOf(positions_m, satellite);
      return Math.abs(place[2]) > limit * length(place);
    };
    return (from, to) => planeOf(from) === planeOf(to) || !(polar(from) || polar(to));
  };
}
