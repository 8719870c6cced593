import { json2satrec, type SatRec, sgp4, twoline2satrec } from 'satellite.js';
import { type Fault, failure, type Outcome, success } from '../outcome/outcome.ts';
import { ttOf } from '../time/scales.ts';
import type { ElementSet } from './element-set.ts';
import { lookAngle_rad, type Trajectory } from './trajectory.ts';
import type { Vector } from './vector.ts';

/** A satellite ready for SGP4. */
export interface Sgp4Satellite {
  readonly set: ElementSet;
  readonly record: SatRec;
}

/** What SGP4 can end with. Source: Vallado et al., AIAA 2006-6753. */
const ends: Readonly<Record<number, readonly [code: string, message: string]>> = {
  1: ['sgp4/eccentricity', 'its mean eccentricity leaves 0…1'],
  2: ['sgp4/mean-motion', 'its mean motion falls to zero'],
  3: ['sgp4/eccentricity', 'its eccentricity leaves 0…1 under the pull of Sun and Moon'],
  4: ['sgp4/semi-latus-rectum', 'its orbit has no width left'],
  6: ['sgp4/decayed', 'it has decayed: the computed place is under the ground'],
};

/** Thrown within a trajectory where SGP4 ends; `propagate` and `inSpan` make faults of it. */
export class Sgp4End extends Error {
  override readonly name = 'Sgp4End';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Initialises SGP4 (WGS 72, improved mode). Faults: `sgp4/…` where the elements are outside its theory. */
export function sgp4Satellite(set: ElementSet): Outcome<Sgp4Satellite> {
  const record = set.lines ? twoline2satrec(...set.lines) : recordOf(set);
  const satellite = { set, record };
  return record.error === 0 ? success(satellite) : failure(endFault(satellite, 0));
}

/**
 * The library takes a calendar date to the millisecond. Times are counted from the exact epoch all the same, so
 * that only what Sun and Moon do to high orbits is a millisecond off: millimetres.
 */
function recordOf(set: ElementSet): SatRec {
  const epoch = new Date(Math.round(set.epoch_d * 86_400_000) + Date.UTC(2000, 0, 1, 12));
  return json2satrec({
    OBJECT_NAME: set.name,
    OBJECT_ID: set.designator,
    EPOCH: epoch.toISOString().slice(0, -1),
    MEAN_MOTION: set.meanMotion_revPerDay,
    ECCENTRICITY: set.eccentricity,
    INCLINATION: set.inclination_deg,
    RA_OF_ASC_NODE: set.node_deg,
    ARG_OF_PERICENTER: set.perigee_deg,
    MEAN_ANOMALY: set.meanAnomaly_deg,
    NORAD_CAT_ID: set.catalogueNumber,
    ELEMENT_SET_NO: 0,
    BSTAR: set.bstar_perEarthRadius,
    MEAN_MOTION_DOT: 0,
    MEAN_MOTION_DDOT: 0,
  });
}

/** Position (TEME) `minutes` after the epoch of the element set. Throws `Sgp4End`. */
export function sgp4Position_m(satellite: Sgp4Satellite, minutes: number): Vector {
  const state = sgp4(satellite.record, minutes);
  if (state === null) throw new Sgp4End(endFault(satellite, minutes));
  const { x, y, z } = state.position;
  return [x * 1e3, y * 1e3, z * 1e3];
}

/** The way of a satellite from an instant (days of UTC since J2000) on. It throws `Sgp4End` where SGP4 ends. */
export function sgp4Trajectory(satellite: Sgp4Satellite, from_d: number): Trajectory {
  const { set, record } = satellite;
  const start_min = (from_d - set.epoch_d) * 1440;
  const position_m = (t_s: number) => sgp4Position_m(satellite, start_min + t_s / 60);
  const turning_perS = record.no / 60;
  const width = Math.sqrt(Math.max(1e-6, 1 - set.eccentricity ** 2));
  const axis_m = record.a * 6_378_135;
  const step_s = (t_s: number) => {
    const [x, y, z] = position_m(t_s);
    return (lookAngle_rad * (x * x + y * y + z * z)) / (axis_m * axis_m * turning_perS * width);
  };
  return { frame: 'teme', epoch_d: ttOf(from_d, 'UTC'), position_m, step_s };
}

/** The result of a computation on a trajectory of element sets, or the fault that ended it. */
export function untilEnd<T>(compute: () => T): Outcome<T> {
  try {
    return success(compute());
  } catch (error) {
    if (error instanceof Sgp4End) return failure(error.fault);
    throw error;
  }
}

function endFault({ set, record }: Sgp4Satellite, minutes: number): Fault {
  const [code, why] = ends[record.error] ?? ['sgp4/unknown', `SGP4 ends with error ${record.error}`];
  const after = minutes === 0 ? 'at its epoch' : `${(minutes / 1440).toFixed(2)} days after its epoch`;
  return {
    code,
    message: `SGP4 has no place for ${set.name} (${set.catalogueNumber}): ${why}.`,
    at: set.at,
    cause: `The element set ends ${after}.`,
    fix: 'Take an element set from nearer the time that is asked for, or leave the satellite out.',
  };
}
