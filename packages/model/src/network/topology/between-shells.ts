import type { Links, Sky, Topology } from './links.ts';
import { LinkList } from './links.ts';
import { nearestWithin } from './nearest.ts';

/** Satellites `first` to `first + count − 1`. */
export interface Range {
  readonly first: number;
  readonly count: number;
}

/**
 * Links between two shells: each satellite of the smaller shell holds one to the nearest satellite of the other,
 * if one is within reach. Shells drift past each other, so links change as they fly; a satellite of the larger
 * shell may be the nearest of several.
 */
export function betweenShells(one: Range, other: Range, reach_m: number): Topology {
  const [small, large] = one.count <= other.count ? [one, other] : [other, one];
  const links = ({ positions_m }: Sky): Links => {
    const list = new LinkList();
    const nearest = nearestWithin(positions_m, small, large, reach_m);
    for (let index = 0; index < small.count; index++) {
      const found = nearest[index] as number;
      if (found >= 0) list.add(small.first + index, found);
    }
    return list.links();
  };
  return { name: 'between-shells', moves: true, links };
}
