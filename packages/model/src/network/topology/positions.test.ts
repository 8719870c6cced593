import fc from 'fast-check';
import { json2satrec, sgp4 } from 'satellite.js';
import { describe, expect, it } from 'vitest';
import { patternFor } from '../../../testing/shells.ts';
import { degrees } from '../../sky/angle.ts';
import { node_rad, planePhase_rad } from './pattern.ts';
import { writeCircularPositions, writePositions } from './positions.ts';

/** SGP4 itself for one satellite of a pattern, as nearly round as an element set can say. */
function bySgp4(pattern: ReturnType<typeof patternFor>, revPerDay: number, index: number, t_s: number) {
  const plane = Math.floor(index / pattern.perPlane);
  const slot = index % pattern.perPlane;
  const record = json2satrec({
    OBJECT_NAME: 'test',
    OBJECT_ID: '2000-001A',
    EPOCH: '2000-01-01T00:00:00.000',
    MEAN_MOTION: revPerDay,
    ECCENTRICITY: 1e-7,
    INCLINATION: degrees(pattern.inclination_rad),
    RA_OF_ASC_NODE: degrees(node_rad(pattern, plane)),
    ARG_OF_PERICENTER: 0,
    MEAN_ANOMALY: degrees(planePhase_rad(pattern, plane) + (2 * Math.PI * slot) / pattern.perPlane),
    NORAD_CAT_ID: 1,
    ELEMENT_SET_NO: 0,
    BSTAR: 0,
    MEAN_MOTION_DOT: 0,
    MEAN_MOTION_DDOT: 0,
  });
  const state = sgp4(record, t_s / 60);
  if (state === null) throw new Error('SGP4 has no place');
  return [state.position.x * 1e3, state.position.y * 1e3, state.position.z * 1e3];
}

const apart = (all: Float64Array, index: number, other: readonly number[]): number =>
  Math.hypot(...other.map((value, axis) => value - all[index * 3 + axis]!));

describe('positions of a shell', () => {
  it('are those of SGP4 to 18 m, for any shell of low orbits and for days', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 179, noNaN: true }),
        fc.double({ min: 11.5, max: 16, noNaN: true }),
        fc.integer({ min: 0, max: 5 * 7 - 1 }),
        fc.double({ min: -86_400, max: 5 * 86_400, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (inclination_deg, revPerDay, index, t_s, phasing_slots) => {
          const pattern = patternFor({ inclination_deg, revPerDay, planes: 5, perPlane: 7, phasing_slots });
          const all = new Float64Array(5 * 7 * 3);
          writePositions(pattern, t_s, all);
          expect(apart(all, index, bySgp4(pattern, revPerDay, index, t_s))).toBeLessThan(18);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('lie within 17 km of a circle', () => {
    const pattern = patternFor();
    const [exact, circle] = [new Float64Array(1156 * 3), new Float64Array(1156 * 3)];
    writePositions(pattern, 4000, exact);
    writeCircularPositions(pattern, 4000, circle);
    const off = Array.from({ length: 1156 }, (_, index) =>
      apart(exact, index, Array.from(circle.subarray(index * 3, index * 3 + 3))),
    );
    expect(Math.max(...off)).toBeLessThan(17e3);
    expect(Math.max(...off)).toBeGreaterThan(5e3);
  });
});
