/** Longest straight line between satellites at one radius that stays above `grazing_m` from the centre. */
export function longestSight_m(radius_m: number, grazing_m: number): number {
  return 2 * Math.sqrt(Math.max(0, radius_m ** 2 - grazing_m ** 2));
}

/** Chord between satellites a number of slots apart in one plane. */
export function alongChord_m(radius_m: number, perPlane: number, slots: number): number {
  return 2 * radius_m * Math.abs(Math.sin((Math.PI * slots) / perPlane));
}
