import { nodeOfLocalTime_rad } from '../sky/beta.ts';
import { meanSunRate_radperS } from '../sky/constants.ts';
import { circularOrbit, drift, sunSynchronousInclination_rad } from '../sky/orbit.ts';
import type { Shell } from '../sky/shell.ts';
import { secondsPerDay } from '../time/calendar.ts';

/** Right ascensions of ascending nodes that stand for all planes of a shell on a day. */
export interface Planes {
  readonly count: number;
  node_rad(plane: number, day_d: number): number;
  /** How fast the planes leave their local times; 0 where they keep them, or where all are served alike. */
  readonly drift_radperS: number;
}

/** Nodes that stand for a shell with nodes all around: |β| is sampled every 15° of node. */
const spreadNodes = 24;
/** Local times of a dawn-dusk shell's ascending nodes, by turns (assumed where no source says). */
const dawnDusk_h = [6, 18] as const;

/**
 * A dawn-dusk shell within `tolerance_rad` of the sun-synchronous inclination keeps its local times. Another
 * starts at them on `begin_d` and drifts by J2.
 */
export function planesOf(shell: Shell, begin_d: number, tolerance_rad: number): Planes {
  if (shell.nodes === 'spread') {
    return { count: spreadNodes, node_rad: (plane) => (2 * Math.PI * plane) / spreadNodes, drift_radperS: 0 };
  }
  const kept = sunSynchronousInclination_rad(shell.altitude_m);
  const keeps = kept !== undefined && Math.abs(shell.inclination_rad - kept) <= tolerance_rad;
  const nodeRate = drift(circularOrbit(shell.altitude_m, shell.inclination_rad)).node_radperS;
  const drift_radperS = keeps ? 0 : nodeRate - meanSunRate_radperS;
  return {
    count: Math.min(dawnDusk_h.length, shell.planes),
    node_rad: (plane, day_d) =>
      nodeOfLocalTime_rad(dawnDusk_h[plane] as number, day_d) +
      drift_radperS * (day_d - begin_d) * secondsPerDay,
    drift_radperS,
  };
}
