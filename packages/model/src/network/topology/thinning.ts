import type { Keyed } from '../../random/keyed.ts';
import { kept, type Links, type Sky, type Topology } from './links.ts';

/** A rule by which a link is kept or not, at one moment. */
export type Thinning = (sky: Sky) => (from: number, to: number) => boolean;

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
export function savingInShadow(perPlane: number, sun: readonly number[], earthRadius_m: number): Thinning {
  return ({ positions_m }) => {
    const dark = (satellite: number): boolean => {
      const [x, y, z] = positions_m.subarray(satellite * 3, satellite * 3 + 3) as unknown as number[];
      const toward = x! * sun[0]! + y! * sun[1]! + z! * sun[2]!;
      return toward < 0 && x! * x! + y! * y! + z! * z! - toward * toward < earthRadius_m ** 2;
    };
    const samePlane = (from: number, to: number) => Math.floor(from / perPlane) === Math.floor(to / perPlane);
    return (from, to) => samePlane(from, to) || !(dark(from) || dark(to));
  };
}

/** No links to other planes poleward of a latitude, where planes cross and neighbours change sides. */
export function withoutPolarCrossing(perPlane: number, latitude_rad: number): Thinning {
  const limit = Math.sin(latitude_rad);
  return ({ positions_m }) => {
    const polar = (satellite: number): boolean => {
      const [x, y, z] = positions_m.subarray(satellite * 3, satellite * 3 + 3) as unknown as number[];
      return Math.abs(z!) > limit * Math.hypot(x!, y!, z!);
    };
    return (from, to) =>
      Math.floor(from / perPlane) === Math.floor(to / perPlane) || !(polar(from) || polar(to));
  };
}
