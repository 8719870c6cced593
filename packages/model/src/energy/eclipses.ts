import { Remembered } from '@kardashev/kernels/numeric/remembered.ts';
import { present } from '../outcome/invariant.ts';
import { beta_rad } from '../sky/beta.ts';
import { earthRadius_m } from '../sky/constants.ts';
import { eclipseShare } from '../sky/eclipse.ts';
import { period_s } from '../sky/orbit.ts';
import type { Shell } from '../sky/shell.ts';
import type { Calendar } from '../time/calendar.ts';
import { skyKey } from './looks.ts';
import type { Planes } from './planes.ts';
import { sunOn } from './sun-on.ts';

/** Months between looks for the wear of batteries: nine looks a year over the years of the plan. */
const wearStep = 4 / 3;

/** Shadow of a revolution over the planes of a shell, look by look from its first month to the end of the plan. */
export function eclipsesOf(
  shell: Shell,
  planes: Planes,
  begin: number,
  calendar: Calendar,
): readonly number[] {
  const key = `${begin} ${skyKey(shell, planes, calendar)}`;
  return known.of(key, () => lookAt(shell, planes, begin, calendar));
}

/** Samples of a study mostly share their shells. */
const known = new Remembered<string, readonly number[]>(64);

function lookAt(shell: Shell, planes: Planes, begin: number, { intervals }: Calendar): number[] {
  const radius_m = earthRadius_m + shell.altitude_m;
  const eclipses_s: number[] = [];
  const first = Math.max(0, Math.min(begin, intervals.length - 12));
  for (let month = first; month < intervals.length; month += wearStep) {
    const { middle_d } = present(intervals[Math.floor(month)], 'a month of the calendar');
    const sun = sunOn(middle_d);
    for (let plane = 0; plane < planes.count; plane++) {
      const beta = beta_rad(sun, planes.node_rad(plane, middle_d), shell.inclination_rad);
      eclipses_s.push(eclipseShare(radius_m, beta) * period_s(radius_m));
    }
  }
  return eclipses_s;
}
