/**
 * Fragments of a length and more, NASA's standard breakup model: 0.1 · L^−1.71 · M^0.75. Where the impact brings
 * more than 40 J a gram of the larger body, both break up and M is their mass; else M is the smaller body's mass
 * times the square of the speed in km/s.
 *
 * Source: Johnson, Krisko, Liou, Anz-Meador, NASA's new breakup model of EVOLVE 4.0, Adv. Space Res. 28, 1377 (2001).
 */
export function fragments(
  larger_kg: number,
  smaller_kg: number,
  speed_mperS: number,
  least_m: number,
): number {
  const mass = catastrophic(larger_kg, smaller_kg, speed_mperS)
    ? larger_kg + smaller_kg
    : smaller_kg * (speed_mperS / 1e3) ** 2;
  return 0.1 * least_m ** -1.71 * mass ** 0.75;
}

/** Share of the larger body's mass that a hit throws out: all of it, or as many masses of the smaller as above. */
export function brokenShare(larger_kg: number, smaller_kg: number, speed_mperS: number): number {
  if (catastrophic(larger_kg, smaller_kg, speed_mperS)) return 1;
  return Math.min(1, (smaller_kg * (speed_mperS / 1e3) ** 2) / larger_kg);
}

export function catastrophic(larger_kg: number, smaller_kg: number, speed_mperS: number): boolean {
  return (0.5 * smaller_kg * speed_mperS ** 2) / larger_kg > 40e3;
}
