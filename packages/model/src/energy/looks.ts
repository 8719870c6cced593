import { bracket } from '@kardashev/kernels/numeric/grid.ts';
import { Remembered } from '@kardashev/kernels/numeric/remembered.ts';
import { beta_rad } from '../sky/beta.ts';
import { earthRadius_m } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { solarFlux_Wperm2 } from '../sky/sun.ts';
import { type Calendar, secondsPerDay } from '../time/calendar.ts';
import { axes, shadeOf } from './axes.ts';
import type { Planes } from './planes.ts';
import { sunOn } from './sun-on.ts';

/** Days of a month at which the Sun is looked up. */
const looksAMonth = 4;
/** Months after which a shell that keeps its planes sees the same Sun again, to within 0.03 days. */
const leapCycle = 48;

/** Where a shell's planes stand in the table of its satellites on the days that stand for a month, a row a look. */
export interface Looks {
  readonly count: number;
  /** Point of shade and flux, counted as one, below each look; the next of shade lies `fluxes` further. */
  readonly corner: Int32Array;
  /** Weights of the four points about each look: below, next flux, next shade, both. */
  readonly weights: Float64Array;
  readonly flux_Wperm2: Float64Array;
}

/** Looks of each month; a shell that keeps its planes repeats them, so that it has fewer than there are months. */
export function looksOf(shell: Shell, planes: Planes, calendar: Calendar): readonly Looks[] {
  return known.of(skyKey(shell, planes, calendar), () => {
    const months = planes.drift_radperS === 0 ? leapCycle : Infinity;
    return calendar.intervals.slice(0, months).map((interval) => monthOf(shell, planes, interval));
  });
}

/** Samples of a study mostly share their shells; what of them does not change is found once. */
const known = new Remembered<string, readonly Looks[]>(24);

/** What the months of a shell's planes under the Sun depend on. */
export function skyKey(shell: Shell, planes: Planes, { intervals }: Calendar): string {
  const first = intervals[0];
  const nodes = [planes.count, planes.drift_radperS, planes.node_rad(0, 0), planes.node_rad(0, 1)];
  const months = [intervals.length, first?.middle_d, first?.seconds];
  return [shell.altitude_m, shell.inclination_rad, shell.nodes, ...nodes, ...months].join(' ');
}

function monthOf(shell: Shell, planes: Planes, { middle_d, seconds }: Calendar['intervals'][number]): Looks {
  const radius_m = earthRadius_m + shell.altitude_m;
  const [shades, , fluxes] = axes.map(({ points }) => points) as [Float64Array, Float64Array, Float64Array];
  const count = looksAMonth * planes.count;
  const looks = {
    count,
    corner: new Int32Array(count),
    weights: new Float64Array(4 * count),
    flux_Wperm2: new Float64Array(count),
  };
  for (let at = 0; at < count; at++) {
    const day = Math.floor(at / planes.count);
    const day_d = middle_d + ((day + 0.5) / looksAMonth - 0.5) * (seconds / secondsPerDay);
    const sun = sunOn(day_d);
    const flux_Wperm2 = solarFlux_Wperm2(sun.distance_au);
    const beta = beta_rad(sun, planes.node_rad(at % planes.count, day_d), shell.inclination_rad);
    const s = bracket(shades, shadeOf(radius_m, Math.abs(beta)));
    const f = bracket(fluxes, flux_Wperm2);
    looks.corner[at] = s.index * fluxes.length + f.index;
    const shares = [1 - s.share, s.share].flatMap((shade) => [shade * (1 - f.share), shade * f.share]);
    looks.weights.set(shares, 4 * at);
    looks.flux_Wperm2[at] = flux_Wperm2;
  }
  return looks;
}
