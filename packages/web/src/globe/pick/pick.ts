import { type Place, satelliteAt } from '../fleet/filling.ts';
import type { FleetMonth, ShellMonth } from '../fleet/fleet-month.ts';
import { latitudeArgument, nodeOf, positionOf } from '../fleet/sky.ts';

/** One satellite: index of its shell, and its place there. */
export interface Choice extends Place {
  readonly shell: number;
}

type Vector = readonly [number, number, number];

/** A line of sight in Earth radii, equatorial: where the eye stands, and where it looks, of length 1. */
export interface Sight {
  readonly eye: Vector;
  readonly ahead: Vector;
  /** How far from the line a satellite may stand, as an angle at the eye. */
  readonly reach_rad: number;
}

/**
 * The satellite nearest to a line of sight, found from the elements alone: where the line meets a shell's sphere, the few
 * planes that pass near by, and on each the nearest slots. Nothing behind the Earth is found.
 */
export function pick({ shells }: FleetMonth, time_s: number, sight: Sight): Choice | undefined {
  let best: { choice: Choice; away_rad: number } | undefined;
  shells.forEach((shell, index) => {
    if (shell.filling.count === 0) return;
    for (const [point, reach_rad] of meetings(shell.sky.radius, sight)) {
      for (const place of placesNear(shell, time_s, point, reach_rad)) {
        const away_rad = angleFrom(sight, positionOf(shell.sky, place, time_s));
        if (away_rad > sight.reach_rad || (best && away_rad >= best.away_rad)) continue;
        best = { choice: { shell: index, ...place }, away_rad };
      }
    }
  });
  return best?.choice;
}

/** Where a line of sight meets a sphere or comes nearest to it, and the reach there as an angle at the Earth's centre. */
function meetings(radius: number, { eye, ahead, reach_rad }: Sight): (readonly [Vector, number])[] {
  const along = -dot(eye, ahead);
  const missSquared = dot(eye, eye) - along * along;
  const half = Math.sqrt(Math.max(0, radius * radius - missSquared));
  const ground = missSquared < 1 ? along - Math.sqrt(1 - missSquared) : Number.POSITIVE_INFINITY;
  return [along - half, along + half]
    .filter((way, index, both) => way > 0 && way < ground && (index === 0 || way > both[0]!))
    .map((way) => {
      const point = add(eye, ahead, way);
      const reach = (reach_rad * way) / radius;
      // Near the limb the line runs along the sphere.
      const grazing = Math.abs(dot(point, ahead)) / radius;
      return [point, Math.min(0.2, reach / Math.max(0.1, grazing))] as const;
    });
}

/** Occupied places of a shell around a point, as far as an angle at the Earth's centre. */
export function placesNear(shell: ShellMonth, time_s: number, point: Vector, reach_rad: number): Place[] {
  const { sky, filling } = shell;
  const places: Place[] = [];
  const length = Math.hypot(...point);
  for (let plane = 0; plane < filling.planes; plane++) {
    const node = nodeOf(sky, plane, time_s);
    const [cosN, sinN] = [Math.cos(node), Math.sin(node)];
    const [cosI, sinI] = [Math.cos(sky.inclination_rad), Math.sin(sky.inclination_rad)];
    const across = (sinI * (sinN * point[0] - cosN * point[1]) + cosI * point[2]) / length;
    if (Math.abs(across) > Math.sin(reach_rad)) continue;
    const x = cosN * point[0] + sinN * point[1];
    const y = cosI * (cosN * point[1] - sinN * point[0]) + sinI * point[2];
    addSlots(places, shell, plane, Math.atan2(y, x), time_s, reach_rad);
  }
  return places;
}

/** Slots of a plane whose arguments of latitude lie within reach of one. */
function addSlots(
  places: Place[],
  { sky, filling }: ShellMonth,
  plane: number,
  u_rad: number,
  time_s: number,
  reach_rad: number,
): void {
  const from = u_rad - latitudeArgument(sky, { plane, slot: 0 }, time_s);
  const middle = from / sky.slotStep_rad;
  const reach = Math.min(filling.perPlane / 2, reach_rad / sky.slotStep_rad + 1);
  for (let step = Math.ceil(middle - reach); step <= middle + reach; step++) {
    const slot = ((step % filling.perPlane) + filling.perPlane) % filling.perPlane;
    const place = { plane, slot };
    if (satelliteAt(filling, place) >= 0) places.push(place);
  }
}

function angleFrom({ eye, ahead }: Sight, position: Vector): number {
  const to: Vector = [position[0] - eye[0], position[1] - eye[1], position[2] - eye[2]];
  const cross = Math.hypot(
    to[1] * ahead[2] - to[2] * ahead[1],
    to[2] * ahead[0] - to[0] * ahead[2],
    to[0] * ahead[1] - to[1] * ahead[0],
  );
  return Math.atan2(cross, dot(to, ahead));
}

/** Whether a point is hidden behind the Earth. */
export function hidden(eye: Vector, point: Vector): boolean {
  const way: Vector = [point[0] - eye[0], point[1] - eye[1], point[2] - eye[2]];
  const length = Math.hypot(...way);
  const ahead: Vector = [way[0] / length, way[1] / length, way[2] / length];
  const along = -dot(eye, ahead);
  const missSquared = dot(eye, eye) - along * along;
  return missSquared < 1 && along > 0 && along - Math.sqrt(1 - missSquared) < length;
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function add(a: Vector, b: Vector, times: number): Vector {
  return [a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times];
}
