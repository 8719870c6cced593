import { Remembered } from '@kardashev/kernels/numeric/remembered.ts';
import { earthRadius_m } from './constants.ts';
import type { Shell } from './shell.ts';

/**
 * Angle at the Earth's centre between a place and a satellite that stands at an elevation over its horizon:
 * the half width of the cap that the satellite serves.
 */
export function capAngle_rad(altitude_m: number, elevation_rad: number): number {
  const cosine = (earthRadius_m / (earthRadius_m + altitude_m)) * Math.cos(elevation_rad);
  return Math.acos(cosine) - elevation_rad;
}

/** Distance from a place to a satellite at an elevation over its horizon. */
export function slantRange_m(altitude_m: number, elevation_rad: number): number {
  const radius_m = earthRadius_m + altitude_m;
  const level_m = earthRadius_m * Math.cos(elevation_rad);
  return Math.sqrt(radius_m ** 2 - level_m ** 2) - earthRadius_m * Math.sin(elevation_rad);
}

/** Distance to a satellite within whose nearer half of the cap, by area, a place lies. */
export function medianSlant_m(altitude_m: number, elevation_rad: number): number {
  const cosine = (1 + Math.cos(capAngle_rad(altitude_m, elevation_rad))) / 2;
  const radius_m = earthRadius_m + altitude_m;
  return Math.sqrt(earthRadius_m ** 2 + radius_m ** 2 - 2 * earthRadius_m * radius_m * cosine);
}

/** How a place sees a shell, averaged over the Earth's turning. */
export interface ShellView {
  /** Share of time in which the circle of one plane passes over the place's cap. */
  readonly plane: number;
  /** Share of time in which one given satellite is in view. */
  readonly satellite: number;
}

/** Node angles over which a view is averaged. */
const turns = 720;

/**
 * View of a shell from a latitude for satellites within a cap angle. Averages the closed form for one circular
 * orbit (chord of the cap that the orbit cuts) over the node's angle to the place.
 */
export function shellView(
  shell: Pick<Shell, 'inclination_rad'>,
  latitude_rad: number,
  cap_rad: number,
): ShellView {
  const key = `${shell.inclination_rad} ${latitude_rad} ${cap_rad}`;
  return views.of(key, () => averageView(shell, latitude_rad, cap_rad));
}

/** Views that were asked for: samples of a study mostly share their shells and stations. */
const views = new Remembered<string, ShellView>(4096);

function averageView(
  shell: Pick<Shell, 'inclination_rad'>,
  latitude_rad: number,
  cap_rad: number,
): ShellView {
  const steady = Math.cos(shell.inclination_rad) * Math.sin(latitude_rad);
  const turning = Math.sin(shell.inclination_rad) * Math.cos(latitude_rad);
  let plane = 0;
  let satellite = 0;
  for (let turn = 0; turn < turns; turn++) {
    // Sine of the angle between place and orbital plane.
    const offPlane = steady + turning * Math.sin((2 * Math.PI * (turn + 0.5)) / turns);
    const cosine = Math.cos(cap_rad) / Math.sqrt(Math.max(1e-12, 1 - offPlane * offPlane));
    if (cosine >= 1) continue;
    plane += 1 / turns;
    satellite += Math.acos(cosine) / Math.PI / turns;
  }
  return { plane, satellite };
}

/** Groups of planes that pass a place independently: with dawn-dusk nodes all planes of one side pass together. */
export function planeGroups(shell: Pick<Shell, 'planes' | 'nodes'>): number {
  return shell.nodes === 'spread' ? shell.planes : Math.min(shell.planes, 2);
}

/** Share of time in which at least one of `units` evenly filled satellites of the shell is in view. */
export function contactShare(view: ShellView, groups: number, units: number): number {
  if (view.plane <= 0 || units <= 0) return 0;
  const perGroup = (units / groups) * (view.satellite / view.plane);
  return 1 - (1 - view.plane * (1 - Math.exp(-perGroup))) ** groups;
}

/** Great-circle distance between two places on the sphere. */
export function greatCircle_m(
  from: { readonly latitude_rad: number; readonly longitude_rad: number },
  to: { readonly latitude_rad: number; readonly longitude_rad: number },
): number {
  const byLatitude = Math.sin((to.latitude_rad - from.latitude_rad) / 2) ** 2;
  const byLongitude = Math.sin((to.longitude_rad - from.longitude_rad) / 2) ** 2;
  const haversine = byLatitude + Math.cos(from.latitude_rad) * Math.cos(to.latitude_rad) * byLongitude;
  return 2 * earthRadius_m * Math.asin(Math.sqrt(Math.min(1, haversine)));
}
