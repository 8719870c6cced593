import { LinkList, type Links } from './links.ts';

/** A close formation: its members' places on a square lattice, member 0 at the centre. */
export interface Cluster {
  readonly members: number;
  /** Links among members. */
  readonly links: Links;
  /** Lattice steps of each member from the centre: radially and along the track. */
  readonly places: readonly (readonly [radial: number, along: number])[];
}

/**
 * The cluster of all lattice places within `reach` steps of the centre (Suncatcher's 81 are those within 5), each
 * linked to its up to four lattice neighbours.
 */
export function latticeCluster(reach: number): Cluster {
  const places = latticePlaces(reach);
  const numbers = new Map(places.map(([x, y], member) => [`${x},${y}`, member]));
  const list = new LinkList();
  places.forEach(([x, y], member) => {
    for (const neighbour of [numbers.get(`${x + 1},${y}`), numbers.get(`${x},${y + 1}`)]) {
      if (neighbour !== undefined) list.add(member, neighbour);
    }
  });
  return { members: places.length, links: list.links(), places };
}

/** From the centre outwards, so that member 0 is the centre. */
function latticePlaces(reach: number): (readonly [number, number])[] {
  const whole = Math.floor(reach);
  const places: (readonly [number, number])[] = [];
  for (let x = -whole; x <= whole; x++) {
    for (let y = -whole; y <= whole; y++) {
      if (x * x + y * y <= reach * reach + 1e-9) places.push([x, y]);
    }
  }
  return places.sort(([a, b], [c, d]) => a * a + b * b - (c * c + d * d) || a - c || b - d);
}

/**
 * Clusters in the slots of a shell: satellite = slot · members + member. Members are linked within their cluster,
 * and the clusters' centres by the shell's own links.
 */
export function clusterLinks(slots: number, cluster: Cluster, between: Links): Links {
  const { members, links } = cluster;
  const inner = links.from.length;
  const from = new Int32Array(slots * inner + between.from.length);
  const to = new Int32Array(from.length);
  for (let slot = 0; slot < slots; slot++) {
    for (let link = 0; link < inner; link++) {
      from[slot * inner + link] = slot * members + (links.from[link] as number);
      to[slot * inner + link] = slot * members + (links.to[link] as number);
    }
  }
  for (let link = 0; link < between.from.length; link++) {
    from[slots * inner + link] = (between.from[link] as number) * members;
    to[slots * inner + link] = (between.to[link] as number) * members;
  }
  return { from, to };
}

/**
 * Positions of all members from those of the clusters' centres one moment and another a little later, which tell
 * the direction of flight. By Hill's equations a member at lattice place (x, y) runs once a revolution around an
 * ellipse twice as long along the track as radially; `phase_rad` is the argument of latitude of slot 0.
 */
export function memberPositions(
  cluster: Cluster,
  centres_m: Float64Array,
  later_m: Float64Array,
  step_m: number,
  phases_rad: Float64Array,
): Float64Array {
  const slots = centres_m.length / 3;
  const out = new Float64Array(slots * cluster.members * 3);
  for (let slot = 0; slot < slots; slot++) {
    const { up, ahead } = axesAt(centres_m, later_m, slot * 3);
    const [c, s] = [Math.cos(phases_rad[slot] as number), Math.sin(phases_rad[slot] as number)];
    cluster.places.forEach(([x, y], member) => {
      const radial = step_m * (x * c - y * s);
      const along = -2 * step_m * (x * s + y * c);
      const at = (slot * cluster.members + member) * 3;
      for (let axis = 0; axis < 3; axis++) {
        out[at + axis] =
          (centres_m[slot * 3 + axis] as number) +
          radial * (up[axis] as number) +
          along * (ahead[axis] as number);
      }
    });
  }
  return out;
}

/** Directions away from the Earth and along the flight. */
function axesAt(now: Float64Array, later: Float64Array, at: number) {
  const place = now.subarray(at, at + 3);
  const up = unit(place);
  const step = place.map((value, axis) => (later[at + axis] as number) - value);
  const climb = step.reduce((sum, value, axis) => sum + value * (up[axis] as number), 0);
  return { up, ahead: unit(step.map((value, axis) => value - climb * (up[axis] as number))) };
}

function unit(vector: Float64Array): Float64Array {
  const size = Math.hypot(...vector);
  return vector.map((value) => value / size);
}
