import type { Frame } from './sun.ts';
import type { Vector } from './vector.ts';

/** A body's way about the Earth's centre, in inertial axes. */
export interface Trajectory {
  readonly frame: Frame;
  /** Days of TT since J2000 at t = 0. */
  readonly epoch_d: number;
  /** Where it is `t_s` seconds after the epoch. */
  position_m(t_s: number): Vector;
  /** A time in which it turns but little about the Earth (a twentieth of a radian or so): how closely to look. */
  step_s(t_s: number): number;
}

/** Angle about the Earth's centre between two looks for events. */
export const lookAngle_rad = 0.06;
