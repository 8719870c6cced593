/** Distances between satellites on circular orbits. */
export interface Constellation {
  readonly planes: number;
  readonly perPlane: number;
  readonly inclination_rad: number;
  /** Radius of the orbits from the Earth's centre. */
  readonly radius_m: number;
  /** Phase of each plane after the one before it, in slots. */
  readonly phasing_slots: number;
  /** Phase that odd planes have on top, in slots. */
  readonly oddPlaneShift_slots: number;
}

/** Longest straight line between satellites at one radius that stays above `grazing_m` from the centre. */
export function longestSight_m(radius_m: number, grazing_m: number): number {
  return 2 * Math.sqrt(Math.max(0, radius_m ** 2 - grazing_m ** 2));
}

/** Chord between satellites a number of slots apart in one plane. */
export function alongChord_m(radius_m: number, perPlane: number, slots: number): number {
  return 2 * radius_m * Math.abs(Math.sin((Math.PI * slots) / perPlane));
}

/**
 * Chord between two satellites whose nodes are `node_rad` apart and whose arguments of latitude are `first_rad`
 * and `second_rad`, on orbits of one radius and inclination.
 */
export function crossChord_m(
  shape: Pick<Constellation, 'radius_m' | 'inclination_rad'>,
  node_rad: number,
  first_rad: number,
  second_rad: number,
): number {
  const tilt = Math.cos(shape.inclination_rad);
  const [c1, s1, c2, s2] = [
    Math.cos(first_rad),
    Math.sin(first_rad),
    Math.cos(second_rad),
    Math.sin(second_rad),
  ];
  const inPlane = c1 * c2 * Math.cos(node_rad) - c1 * s2 * tilt * Math.sin(node_rad);
  const across = s1 * tilt * c2 * Math.sin(node_rad) + s1 * s2 * tilt * tilt * Math.cos(node_rad);
  const cosine = inPlane + across + s1 * s2 * (1 - tilt * tilt);
  return shape.radius_m * Math.sqrt(Math.max(0, 2 - 2 * cosine));
}

/** Shortest and longest +grid link at one instant, `turn_rad` being the argument of latitude of satellite 0. */
export function gridLinks_m(shape: Constellation, turn_rad: number): readonly [number, number] {
  const { planes, perPlane } = shape;
  const along = alongChord_m(shape.radius_m, perPlane, 1);
  let least = along;
  let most = along;
  for (let plane = 0; plane < planes; plane++) {
    for (let slot = 0; slot < perPlane; slot++) {
      const next = (plane + 1) % planes;
      const node = (2 * Math.PI * (next - plane)) / planes;
      const length = crossChord_m(
        shape,
        node,
        turn_rad + latitudeArgument_rad(shape, plane, slot),
        turn_rad + latitudeArgument_rad(shape, next, slot),
      );
      least = Math.min(least, length);
      most = Math.max(most, length);
    }
  }
  return [least, most];
}

/** Argument of latitude of a slot when that of plane 0, slot 0 is zero. */
function latitudeArgument_rad(shape: Constellation, plane: number, slot: number): number {
  const phase = plane * shape.phasing_slots + (plane % 2) * shape.oddPlaneShift_slots;
  return (2 * Math.PI * (slot + phase)) / shape.perPlane;
}
