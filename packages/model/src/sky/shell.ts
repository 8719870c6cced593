/** A shell of satellites on circular orbits, as the rooms need it. */
export interface Shell {
  readonly name: string;
  /** Middle of the shell above the equatorial radius. */
  readonly altitude_m: number;
  readonly inclination_rad: number;
  readonly planes: number;
  readonly perPlane: number;
  /** `spread`: ascending nodes evenly over 360°; `dawn-dusk`: local times 06:00 and 18:00 by turns. */
  readonly nodes: 'spread' | 'dawn-dusk';
  /** Satellites fly close together, neighbours so far apart in the mean, instead of spread along their planes. */
  readonly formation_m?: number;
}
