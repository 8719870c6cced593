import { crossings } from './crossings.ts';
import { type Bodies, earthAndSun, type ShadowKind, shadowDepths } from './shadow.ts';
import { sunPosition_m } from './sun.ts';
import type { Trajectory } from './trajectory.ts';
import type { Vector } from './vector.ts';

export type EclipseEventKind = 'umbraEntry' | 'umbraExit' | 'penumbraEntry' | 'penumbraExit';

export interface EclipseEvent {
  readonly kind: EclipseEventKind;
  /** Seconds after the trajectory's epoch. */
  readonly t_s: number;
}

/** A stay in a shadow; it may begin before or end after the time that was looked at, and is cut off there. */
export interface Stay {
  readonly from_s: number;
  readonly to_s: number;
}

/** Depths at a look below which a grazing pass is followed: wider than what is turned between two looks. */
const near_rad = 0.2;

/** Entries into and exits from umbra and penumbra within a time span, in order, to 0.1 ms. */
export function eclipseEvents(
  trajectory: Trajectory,
  from_s: number,
  to_s: number,
  bodies: Bodies = earthAndSun,
): EclipseEvent[] {
  const sun_m = sunAlong(trajectory, from_s, to_s);
  const of = (shadow: 'umbra' | 'penumbra'): EclipseEvent[] =>
    edges(trajectory, shadow, from_s, to_s, bodies, sun_m).map(({ t_s, rising }) => ({
      kind: `${shadow}${rising ? 'Exit' : 'Entry'}`,
      t_s,
    }));
  return [...of('umbra'), ...of('penumbra')].sort((one, other) => one.t_s - other.t_s);
}

/** Stays in one kind of shadow within a time span. */
export function stays(
  trajectory: Trajectory,
  shadow: ShadowKind,
  from_s: number,
  to_s: number,
  bodies: Bodies = earthAndSun,
): Stay[] {
  const sun_m = sunAlong(trajectory, from_s, to_s);
  const depth = shadowDepths[shadow];
  const found: Stay[] = [];
  let entry_s = depth(trajectory.position_m(from_s), sun_m(from_s), bodies) < 0 ? from_s : undefined;
  for (const { t_s, rising } of edges(trajectory, shadow, from_s, to_s, bodies, sun_m)) {
    if (!rising) entry_s = t_s;
    else if (entry_s !== undefined) {
      found.push({ from_s: entry_s, to_s: t_s });
      entry_s = undefined;
    }
  }
  if (entry_s !== undefined) found.push({ from_s: entry_s, to_s });
  return found;
}

function edges(
  trajectory: Trajectory,
  shadow: ShadowKind,
  from_s: number,
  to_s: number,
  bodies: Bodies,
  sun_m: (t_s: number) => Vector,
) {
  const depth = shadowDepths[shadow];
  const outside = (t_s: number) => depth(trajectory.position_m(t_s), sun_m(t_s), bodies);
  return crossings(outside, from_s, to_s, (t_s) => trajectory.step_s(t_s), near_rad);
}

/** Between computed places of the Sun: it turns 0.04° in this time, and a straight line is 4e-9 off the arc. */
const sunStep_s = 1800;

/** The Sun's place along a trajectory's time, computed twice an hour and interpolated. */
export function sunAlong(trajectory: Trajectory, from_s: number, to_s: number): (t_s: number) => Vector {
  const { epoch_d, frame } = trajectory;
  const places: Vector[] = [];
  const first = Math.floor(from_s / sunStep_s);
  const place = (index: number): Vector => {
    places[index] ??= sunPosition_m(epoch_d + ((first + index) * sunStep_s) / 86_400, frame);
    return places[index];
  };
  const last = Math.ceil(to_s / sunStep_s) - first;
  return (t_s) => {
    const at = t_s / sunStep_s - first;
    const index = Math.max(0, Math.min(last, Math.floor(at)));
    const share = at - index;
    const [a, b] = [place(index), place(index + 1)];
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])];
  };
}
