import { earthRadius_m } from '../../sky/constants.ts';
import type { GroundPlace } from '../../sky/passes.ts';
import { type Sgp4Satellite, sgp4Trajectory, untilEnd } from '../../sky/sgp4.ts';
import { runColumns, sgp4Run } from '../../sky/sgp4-run.ts';
import type { Trajectory } from '../../sky/trajectory.ts';
import { type Ground, groundOf, type Sight, sightAt, sunElevation_rad, turning } from './geometry.ts';

/** A moment at which a satellite can look at a place. */
export interface Look {
  readonly satellite: Sgp4Satellite;
  /** Days of UTC since J2000: when the place lies nearest to straight below. */
  readonly look_d: number;
  readonly sight: Sight;
  readonly sunElevation_rad: number;
}

/** Higher satellites have no imager that would see anything of an event. */
export const highest_m = 2e6;
/** Lower ones are coming down. */
const lowest_m = 120e3;
const step_min = 0.5;
const step_s = step_min * 60;
/** A culmination between two steps lies at most so much higher than at the nearer of them, for low orbits. */
const margin_rad = 0.45;

/** Whether a satellite stays in the orbits that look at the ground. */
export function isLow({ record }: Sgp4Satellite): boolean {
  const apogee_m = record.a * earthRadius_m * (1 + record.ecco) - earthRadius_m;
  return apogee_m < highest_m;
}

/** Looks at one place by satellites from orbits of which elements are known. */
export class Looks {
  readonly #ground: Ground;
  readonly #farthest_rad: number;
  /** Where SGP4 had no place for a satellite, by catalogue number. */
  readonly ended = new Set<string>();

  constructor(place: GroundPlace, farthestOffNadir_rad: number) {
    this.#ground = groundOf(place);
    this.#farthest_rad = farthestOffNadir_rad;
  }

  /** Looks of one satellite within `span_s` after `from_d` (days of UTC since J2000), in order. */
  of(satellite: Sgp4Satellite, from_d: number, span_s: number): Look[] {
    const count = Math.ceil(span_s / step_s) + 3;
    const rows = new Float64Array(count * runColumns);
    // One step before and two after, so that culminations at the edges are seen from both sides.
    const start_min = (from_d - satellite.set.epoch_d) * 1440 - step_min;
    const placed = sgp4Run(satellite, start_min, step_min, count, rows);
    if (placed < count) this.ended.add(satellite.set.catalogueNumber);
    if (placed === 0) return [];
    return this.#culminations(rows, count, from_d).flatMap((t_s) =>
      this.#refined(satellite, from_d, t_s, span_s),
    );
  }

  /** Times, in seconds after `from_d`, near which the satellite stands highest over the place. */
  #culminations(rows: Float64Array, count: number, from_d: number): number[] {
    const turned = turning(from_d);
    const { fixed_m, up } = this.#ground;
    const found: number[] = [];
    let before = Number.NaN;
    let last = Number.NaN;
    for (let index = 0; index < count; index++) {
      const angle = turned((index - 1) * step_s);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const at = index * runColumns;
      // The place turned into the satellite's axes.
      const x = (rows[at] as number) - (cos * fixed_m[0] - sin * fixed_m[1]);
      const y = (rows[at + 1] as number) - (sin * fixed_m[0] + cos * fixed_m[1]);
      const z = (rows[at + 2] as number) - fixed_m[2];
      const height = x * (cos * up[0] - sin * up[1]) + y * (sin * up[0] + cos * up[1]) + z * up[2];
      const now = height / Math.sqrt(x * x + y * y + z * z);
      if (last >= before && last > now && Math.asin(last) > this.#leastAtStep(rows, at)) {
        found.push((index - 2) * step_s);
      }
      before = last;
      last = now;
    }
    return found;
  }

  /** Elevation at a step from which the culmination beside it may be within reach. */
  #leastAtStep(rows: Float64Array, at: number): number {
    const radius_m = Math.hypot(rows[at] as number, rows[at + 1] as number, rows[at + 2] as number);
    const cosine = (radius_m / earthRadius_m) * Math.sin(this.#farthest_rad);
    return Math.max(0, cosine < 1 ? Math.acos(cosine) - margin_rad : 0);
  }

  #refined(satellite: Sgp4Satellite, from_d: number, near_s: number, span_s: number): Look[] {
    const turned = turning(from_d);
    const trajectory = sgp4Trajectory(satellite, from_d);
    const found = untilEnd(() => {
      const t_s = nadirmost_s(trajectory, this.#ground, turned, near_s - step_s, near_s + step_s);
      return { t_s, sight: sightAt(trajectory, this.#ground, turned, t_s) };
    });
    if (!found.ok) return [];
    const { t_s, sight } = found.value;
    if (t_s < 0 || t_s >= span_s) return [];
    if (sight.offNadir_rad > this.#farthest_rad || sight.elevation_rad <= 0) return [];
    // Drag out of hand takes element sets that are past their life anywhere.
    if (sight.altitude_m < lowest_m || sight.altitude_m > highest_m) return [];
    const look_d = from_d + t_s / 86_400;
    return [{ satellite, look_d, sight, sunElevation_rad: sunElevation_rad(this.#ground, look_d) }];
  }
}

const golden = (Math.sqrt(5) - 1) / 2;

/** When the satellite stands highest between two times, to a hundredth of a second: it does so once. */
function nadirmost_s(
  trajectory: Trajectory,
  ground: Ground,
  turned: (t_s: number) => number,
  from_s: number,
  to_s: number,
): number {
  const height = (t_s: number): number => sightAt(trajectory, ground, turned, t_s).elevation_rad;
  let [low, high] = [from_s, to_s];
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [height(left), height(right)];
  while (high - low > 0.01) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = height(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = height(right);
    }
  }
  return (low + high) / 2;
}
