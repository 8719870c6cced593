import { nodeOfLocalTime_rad } from '../../sky/beta.ts';
import { earthRadius_m } from '../../sky/constants.ts';
import { meanMotion_radperS } from '../../sky/orbit.ts';
import type { GroundPlace } from '../../sky/passes.ts';
import type { Shell } from '../../sky/shell.ts';
import type { Trajectory } from '../../sky/trajectory.ts';
import { dot, length, type Vector } from '../../sky/vector.ts';
import { ttMinusUtc_s } from '../../time/scales.ts';
import { type Ground, groundOf, type Sight, sightAt, sunElevation_rad, turning } from './geometry.ts';

type Geometry = Pick<Shell, 'name' | 'altitude_m' | 'inclination_rad' | 'planes' | 'perPlane' | 'nodes'>;

/** Satellites of a shell that carry an imager: so many of it, spread evenly over its slots. */
export interface ShellImagers {
  readonly shell: Geometry;
  readonly imagers: number;
}

/** A moment at which an imager of a shell can look at a place. */
export interface ShellLook {
  readonly shell: string;
  readonly plane: number;
  readonly slot: number;
  /** After the moment from which was asked. */
  readonly t_s: number;
  readonly sight: Sight;
  readonly sunElevation_rad: number;
}

/** From when on, for how long, how many at most, and how far an imager can turn from straight down. */
export interface LooksWish {
  /** Days of UTC since J2000. */
  readonly from_d: number;
  readonly span_s: number;
  readonly most: number;
  readonly farthestOffNadir_rad: number;
}

/** The first piece of time that is searched; each after it is twice as long. */
const firstPiece_s = 60;

/**
 * The next looks of a plan's imagers at a place, soonest first. A plan says shells and not where in them a satellite
 * is at a moment: planes and slots are spread evenly, the first slot of the first plane stands at its ascending node at
 * `from_d`, planes of spread nodes begin at the equinox, and those of dawn-dusk shells keep 06:00 and 18:00 by turns.
 * Circular orbits, no drag; the moment is that of the least angle from straight below, to some tenths of a second.
 */
export function shellLooks(place: GroundPlace, fleet: readonly ShellImagers[], wish: LooksWish): ShellLook[] {
  const ground = groundOf(place);
  const turned = turning(wish.from_d);
  const planes = fleet.flatMap((one) => planesOf(one, wish));
  const found: ShellLook[] = [];
  let from_s = 0;
  for (let piece_s = firstPiece_s; from_s < wish.span_s && found.length < wish.most; piece_s *= 2) {
    const to_s = Math.min(wish.span_s, from_s + piece_s);
    const piece = planes.flatMap((plane) => looksOf(plane, ground, turned, from_s, to_s, wish));
    found.push(...piece.sort((a, b) => a.t_s - b.t_s));
    from_s = to_s;
  }
  return found.slice(0, wish.most);
}

/** One plane of a shell with the imagers on it. */
interface Plane {
  readonly shell: Geometry;
  readonly index: number;
  readonly slots: readonly number[];
  readonly radius_m: number;
  readonly motion_radperS: number;
  /** Half the width of what imagers see, as an angle at the Earth's centre. */
  readonly cap_rad: number;
  /** Towards the ascending node, a quarter of a turn on, and the pole of the orbit. */
  readonly axes: readonly [Vector, Vector, Vector];
}

function planesOf({ shell, imagers }: ShellImagers, wish: LooksWish): Plane[] {
  const total = shell.planes * shell.perPlane;
  const count = Math.min(total, Math.round(imagers));
  const slots = new Map<number, number[]>();
  for (let index = 0; index < count; index++) {
    const satellite = Math.floor(((index + 0.5) * total) / count);
    const plane = Math.floor(satellite / shell.perPlane);
    const before = slots.get(plane);
    if (before) before.push(satellite - plane * shell.perPlane);
    else slots.set(plane, [satellite - plane * shell.perPlane]);
  }
  const radius_m = earthRadius_m + shell.altitude_m;
  const cap_rad = capOf(radius_m, wish.farthestOffNadir_rad);
  const motion_radperS = meanMotion_radperS(radius_m);
  return [...slots].map(([index, members]) => ({
    shell,
    index,
    slots: members,
    radius_m,
    motion_radperS,
    cap_rad,
    axes: axesOf(nodeOf(shell, index, wish.from_d), shell.inclination_rad),
  }));
}

/** Angle at the Earth's centre to the farthest place that an imager can turn to; the horizon is the limit. */
function capOf(radius_m: number, offNadir_rad: number): number {
  const sine = (radius_m / earthRadius_m) * Math.sin(offNadir_rad);
  return sine >= 1 ? Math.acos(earthRadius_m / radius_m) : Math.asin(sine) - offNadir_rad;
}

/** Right ascension of a plane's ascending node. */
export function nodeOf(shell: Geometry, plane: number, utc_d: number): number {
  if (shell.nodes === 'spread') return (2 * Math.PI * plane) / shell.planes;
  return nodeOfLocalTime_rad(plane % 2 === 0 ? 6 : 18, utc_d + ttMinusUtc_s(utc_d) / 86_400);
}

/** Angle of a slot from its ascending node at the beginning: planes are staggered over the width of one slot. */
const phaseOf = ({ planes, perPlane }: Geometry, plane: number, slot: number): number =>
  (2 * Math.PI * (slot + plane / planes)) / perPlane;

function axesOf(node_rad: number, inclination_rad: number): Plane['axes'] {
  const [cosN, sinN] = [Math.cos(node_rad), Math.sin(node_rad)];
  const [cosI, sinI] = [Math.cos(inclination_rad), Math.sin(inclination_rad)];
  return [
    [cosN, sinN, 0],
    [-sinN * cosI, cosN * cosI, sinI],
    [sinN * sinI, -cosN * sinI, cosI],
  ];
}

/** The Earth's turning by which a place can come nearer to a plane within a second, with room. */
const turning_radperS = 7.3e-5;
/** Rounds after which the time of culmination has settled: each leaves a sixteenth of the error before. */
const rounds = 5;

function looksOf(
  plane: Plane,
  ground: Ground,
  turned: (t_s: number) => number,
  from_s: number,
  to_s: number,
  { from_d, farthestOffNadir_rad }: LooksWish,
): ShellLook[] {
  const middle_s = (from_s + to_s) / 2;
  const reach_rad = plane.cap_rad + turning_radperS * (to_s - from_s);
  if (reach_rad < Math.PI / 2 && Math.abs(offPlane(plane, ground, turned(middle_s))) > Math.sin(reach_rad))
    return [];
  const period_s = (2 * Math.PI) / plane.motion_radperS;
  const found: ShellLook[] = [];
  for (const slot of plane.slots) {
    const start_rad = phaseOf(plane.shell, plane.index, slot);
    const first = Math.floor(from_s / period_s) - 1;
    for (let turn = first; turn * period_s < to_s + period_s; turn++) {
      const t_s = culmination_s(plane, ground, turned, start_rad, turn, middle_s);
      if (t_s < from_s || t_s >= to_s) continue;
      const sight = sightAt(trajectoryOf(plane, start_rad, from_d), ground, turned, t_s);
      if (sight.offNadir_rad > farthestOffNadir_rad || sight.elevation_rad <= 0) continue;
      const sun = sunElevation_rad(ground, from_d + t_s / 86_400);
      found.push({ shell: plane.shell.name, plane: plane.index, slot, t_s, sight, sunElevation_rad: sun });
    }
  }
  return found;
}

/** When a satellite passes the place's foot on its orbit, on its `turn`-th way around. */
function culmination_s(
  plane: Plane,
  ground: Ground,
  turned: (t_s: number) => number,
  start_rad: number,
  turn: number,
  near_s: number,
): number {
  let t_s = near_s;
  for (let round = 0; round < rounds; round++) {
    const along = angleAlong(plane, ground, turned(t_s)) - start_rad;
    t_s = (positive(along) + 2 * Math.PI * turn) / plane.motion_radperS;
  }
  return t_s;
}

const positive = (angle_rad: number): number => ((angle_rad % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);

/** The place in inertial axes as a unit vector. */
function direction({ fixed_m }: Ground, turned_rad: number): Vector {
  const [x, y, z] = fixed_m;
  const [cos, sin] = [Math.cos(turned_rad), Math.sin(turned_rad)];
  const radius = length(fixed_m);
  return [(cos * x - sin * y) / radius, (sin * x + cos * y) / radius, z / radius];
}

/** Sine of the angle of a place off an orbit's plane. */
const offPlane = ({ axes }: Plane, ground: Ground, turned_rad: number): number =>
  dot(direction(ground, turned_rad), axes[2]);

/** Angle along the orbit from its ascending node to the point nearest to a place. */
function angleAlong({ axes }: Plane, ground: Ground, turned_rad: number): number {
  const place = direction(ground, turned_rad);
  return Math.atan2(dot(place, axes[1]), dot(place, axes[0]));
}

function trajectoryOf(
  { axes, radius_m, motion_radperS }: Plane,
  start_rad: number,
  from_d: number,
): Trajectory {
  const [toNode, onward] = axes;
  return {
    frame: 'teme',
    epoch_d: from_d + ttMinusUtc_s(from_d) / 86_400,
    position_m: (t_s) => {
      const angle = start_rad + motion_radperS * t_s;
      const [cos, sin] = [radius_m * Math.cos(angle), radius_m * Math.sin(angle)];
      return [
        cos * toNode[0] + sin * onward[0],
        cos * toNode[1] + sin * onward[1],
        cos * toNode[2] + sin * onward[2],
      ];
    },
    step_s: () => 0.06 / motion_radperS,
  };
}

/** Where a satellite of a shell is over the ground `t_s` after `from_d`: latitude and longitude, degrees, on a sphere. */
export function groundPoint_deg(
  shell: Geometry,
  { plane, slot }: Pick<ShellLook, 'plane' | 'slot'>,
  from_d: number,
  t_s: number,
): readonly [longitude_deg: number, latitude_deg: number] {
  const radius_m = earthRadius_m + shell.altitude_m;
  const motion_radperS = meanMotion_radperS(radius_m);
  const [toNode, onward] = axesOf(nodeOf(shell, plane, from_d), shell.inclination_rad);
  const angle = phaseOf(shell, plane, slot) + motion_radperS * t_s;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (axis: 0 | 1 | 2) => cos * toNode[axis] + sin * onward[axis];
  const longitude = Math.atan2(at(1), at(0)) - turning(from_d)(t_s);
  return [
    (Math.atan2(Math.sin(longitude), Math.cos(longitude)) * 180) / Math.PI,
    (Math.asin(at(2)) * 180) / Math.PI,
  ];
}
