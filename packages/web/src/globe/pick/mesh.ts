import type { Fleet } from '@kardashev/contracts/fleet.ts';
import { longestSight_m } from '@kardashev/model/network/line-of-sight.ts';
import { layOut, meshOf, meshState } from '@kardashev/model/network/mesh.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import { type Place, satelliteAt } from '../fleet/filling.ts';
import type { FleetMonth, ShellMonth } from '../fleet/fleet-month.ts';
import { positionOf } from '../fleet/sky.ts';
import { placesNear } from './pick.ts';

/** How a shell's lasers are linked in a month, as the network model lays its mesh out. */
export interface ShellMesh {
  /** A satellite is linked to the one so many satellites ahead in its plane. */
  readonly skip: number;
  /** Planes from one to the next of the same mesh: those of dawn and of dusk are two. */
  readonly step: number;
  /** Longest link that stays above the air, in Earth radii. */
  readonly reach: number;
}

export function meshes({ shells }: FleetMonth, { topology, grazingAltitude_m }: Fleet): readonly ShellMesh[] {
  return shells.map(({ row, filling, sky }) => {
    const radius_m = sky.radius * earthRadius_m;
    const longest_m = longestSight_m(radius_m, earthRadius_m + grazingAltitude_m);
    const mesh = meshOf(row, topology, radius_m, longest_m);
    const state = meshState(1);
    layOut(mesh, Math.max(1, filling.count), 1, state, 0);
    const angle = 2 * Math.asin(Math.min(1, state.along_m![0]! / (2 * radius_m)));
    const perPlane = filling.count / filling.planes;
    return {
      skip: Math.max(1, Math.round((angle * perPlane) / (2 * Math.PI))),
      step: mesh.parts,
      reach: longest_m / earthRadius_m,
    };
  });
}

/**
 * Laser links of the satellites around a point of the sky, each to one ahead and one across, at most about `most`:
 * equatorial x, y, z of both ends. Returns how many links were written.
 */
export function linksAround(
  fleet: FleetMonth,
  of: readonly ShellMesh[],
  time_s: number,
  towards: readonly [number, number, number],
  most: number,
  out: Float32Array,
): number {
  // A cap with as many satellites as half of the links, were they spread over the sphere.
  const cosine = 1 - Math.min(1, most / Math.max(1, fleet.count));
  const reach_rad = Math.min(widest_rad, Math.acos(cosine));
  let links = 0;
  fleet.shells.forEach((shell, index) => {
    const mesh = of[index];
    if (!mesh || shell.filling.count < 2 || shell.sky.slotStep_rad < 1e-5) return;
    for (const place of placesNear(shell, time_s, towards, reach_rad)) {
      for (const other of [ahead(shell, place, mesh.skip), across(shell, place, mesh.step)]) {
        if (other && links < most && write(shell, place, other, time_s, mesh.reach, out, links)) links++;
      }
    }
  });
  return links;
}

const widest_rad = 0.5;

/** The satellite so many satellites ahead in the plane. */
function ahead({ filling }: ShellMonth, { plane, slot }: Place, skip: number): Place | undefined {
  let left = skip;
  for (let step = 1; step < filling.perPlane; step++) {
    const place = { plane, slot: (slot + step) % filling.perPlane };
    if (satelliteAt(filling, place) >= 0 && --left === 0) return place;
  }
  return undefined;
}

/** The satellite nearest to the same slot of the next plane. */
function across({ filling }: ShellMonth, { plane, slot }: Place, step: number): Place | undefined {
  if (filling.planes <= step) return undefined;
  const next = (plane + step) % filling.planes;
  const gap = Math.ceil((filling.planes * filling.perPlane) / filling.count);
  for (let away = 0; away <= Math.min(gap, filling.perPlane / 2); away++) {
    for (const shifted of away === 0 ? [slot] : [slot + away, slot - away]) {
      const place = { plane: next, slot: (shifted + filling.perPlane) % filling.perPlane };
      if (satelliteAt(filling, place) >= 0) return place;
    }
  }
  return undefined;
}

function write(
  { sky }: ShellMonth,
  from: Place,
  to: Place,
  time_s: number,
  reach: number,
  out: Float32Array,
  link: number,
): boolean {
  const [a, b] = [positionOf(sky, from, time_s), positionOf(sky, to, time_s)];
  if (Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) > reach) return false;
  out.set(a, link * 6);
  out.set(b, link * 6 + 3);
  return true;
}
