import { keplerState, type State } from './kepler.ts';
import type { Frame } from './sun.ts';
import { lookAngle_rad, type Trajectory } from './trajectory.ts';
import { cross, length } from './vector.ts';

/** The Keplerian way on from a state, about a centre of the given pull. */
export function stateTrajectory(
  start: State,
  mu_m3perS2: number,
  epoch_d: number,
  frame: Frame = 'j2000',
): Trajectory {
  const momentum = length(cross(start.position_m, start.velocity_mperS));
  const position_m = (t_s: number) => keplerState(start, mu_m3perS2, t_s).position_m;
  // A body that falls straight down has no angular speed: then its fall sets the step.
  const step_s = (t_s: number) => {
    const radius_m = length(position_m(t_s));
    const turning = (lookAngle_rad * radius_m ** 2) / Math.max(momentum, 1);
    return Math.min(turning, lookAngle_rad * Math.sqrt(radius_m ** 3 / mu_m3perS2) * 20);
  };
  return { frame, epoch_d, position_m, step_s };
}
