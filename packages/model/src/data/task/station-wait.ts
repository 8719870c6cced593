import type { GroundPlace } from '../../sky/passes.ts';
import { type Sgp4Satellite, sgp4Trajectory, untilEnd } from '../../sky/sgp4.ts';
import { groundOf, sightAt, turning } from './geometry.ts';

const step_s = 20;
/** Longer waits are told as none: a satellite would be given another task. */
const longest_s = 12 * 3600;

/** Time from an instant until a satellite stands high enough over any of the stations; undefined where it does not soon. */
export function stationWait_s(
  satellite: Sgp4Satellite,
  from_d: number,
  stations: readonly GroundPlace[],
  leastElevation_rad: number,
): number | undefined {
  const grounds = stations.map(groundOf);
  const turned = turning(from_d);
  const trajectory = sgp4Trajectory(satellite, from_d);
  const found = untilEnd(() => {
    for (let t_s = 0; t_s <= longest_s; t_s += step_s) {
      const high = grounds.some(
        (ground) => sightAt(trajectory, ground, turned, t_s).elevation_rad >= leastElevation_rad,
      );
      if (high) return t_s;
    }
    return undefined;
  });
  return found.ok ? found.value : undefined;
}
