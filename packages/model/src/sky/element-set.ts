import type { Place } from '../outcome/outcome.ts';

/** Mean elements of a satellite for SGP4, in the units in which they are exchanged (CCSDS 502.0-B, TLE). */
export interface ElementSet {
  /** The name where one is given, else the catalogue number. */
  readonly name: string;
  readonly catalogueNumber: string;
  /** International designator, `1998-067A`; empty where not given. */
  readonly designator: string;
  /** Days of UTC since J2000. */
  readonly epoch_d: number;
  readonly meanMotion_revPerDay: number;
  readonly eccentricity: number;
  readonly inclination_deg: number;
  readonly node_deg: number;
  readonly perigee_deg: number;
  readonly meanAnomaly_deg: number;
  /** SGP4's drag term, per Earth radius. */
  readonly bstar_perEarthRadius: number;
  /** The two lines, where it came as such. They keep the epoch finer than a message read through a calendar. */
  readonly lines?: readonly [first: string, second: string];
  /** Where it was read, for faults. */
  readonly at: Place;
}
