import type { Hall } from './ground.ts';
import type { Season } from './season.ts';

/** An orbit host, compiled. */
export interface OrbitHost {
  readonly kind: 'orbit';
  readonly season: Season;
  /** Silent corruptions of one accelerator by radiation. */
  readonly corruption_perS: number;
  /** Design life and first month of service, for the check of a design at its end of life. */
  readonly life_s: number;
  readonly begin: number;
}

export interface GroundHost {
  readonly kind: 'ground';
  readonly hall: Hall;
}

export interface EnergyParams {
  readonly hosts: readonly (OrbitHost | GroundHost)[];
  readonly labels: readonly string[];
  readonly months: number;
  /** By months of age: the point of the age axis below, and the share of the way to the next. */
  readonly ageIndex: Int32Array;
  readonly ageShare: Float64Array;
  /** Points of the age axis, the same for all tables. */
  readonly ages: Float64Array;
  readonly junctionLimit_K: number;
  /** By host: hottest junction on the worst day at the end of its design life. */
  readonly endOfLife_K: Float64Array;
}
